import { shapePath } from '../../core/mark-shapes';
import type { map } from '../../i18n/en/map';
import type { Side } from '../labels';
import { markRadius, markSize, spokenName, type Mark } from '../marks';
import type { Point } from '../projection';
import { element, type Markup } from './markup';

/** A mark as the map draws it (`MapMark.svelte`), as a link to its place in the page. Its size on the screen is that of the map's. */
export function drawMark(mark: Mark, { x, y }: Point, side: Side | null, t: typeof map): Markup {
  const hue = mark.single?.hue ?? mark.hue;
  return element(
    'a',
    {
      class: `mark${hue ? ` hue-${hue}` : ''}`,
      href: `#${mark.named}`,
      transform: `translate(${x} ${y})`,
      'aria-label': spokenName(mark, t)
    },
    element(
      'g',
      { class: 'fixed' },
      // Before the number, as in the spoken name: who speaks to their machine says what they see.
      ...(side ? [drawName(mark, side), ' '] : []),
      ...(mark.single ? drawShape(mark) : drawDisc(mark))
    )
  );
}

function drawDisc(mark: Mark): readonly Markup[] {
  const radius = markSize(mark.count) / 2;
  const ring = mark.ids.length > 1 ? 'shared' : mark.approximate ? 'dashed' : null;
  return [
    element('circle', { class: 'disc', r: radius - 0.75 }),
    ...(ring
      ? [element('circle', { class: ring, r: radius + (ring === 'dashed' ? 2 : 0.6) })]
      : []),
    element('text', { class: 'count', 'text-anchor': 'middle', dy: '.35em' }, String(mark.count))
  ];
}

function drawShape({ single, approximate }: Mark): readonly Markup[] {
  if (single === null) return [];
  const d = shapePath(single.shape, approximate ? 5.5 : 8);
  const hollow = single.status !== 'occurred';
  const half = {
    x: -12,
    y: -12,
    width: 12,
    height: 24,
    viewBox: '-12 -12 12 24',
    overflow: 'hidden'
  };
  return [
    element('path', { class: 'halo', d }),
    element('path', { class: hollow || single.contested ? 'body hollow' : 'body', d }),
    ...(single.contested && !hollow
      ? [element('svg', half, element('path', { class: 'body', d }))]
      : []),
    ...(approximate ? [element('circle', { class: 'dashed', r: 11 })] : [])
  ];
}

/** Pixels between a mark and its name. */
const GAP = 4;

function drawName(mark: Mark, side: Side): Markup {
  const away = markRadius(mark) + GAP;
  const at = {
    right: { x: away, dy: '.35em', 'text-anchor': 'start' },
    left: { x: -away, dy: '.35em', 'text-anchor': 'end' },
    below: { y: away + 9, 'text-anchor': 'middle' },
    above: { y: -away, 'text-anchor': 'middle' }
  }[side];
  return element('text', { class: 'name', ...at }, mark.name);
}
