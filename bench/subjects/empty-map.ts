import type { BenchSubject } from '../contract';
import { emptyMap } from './maplibre-map';

/** A MapLibre map that shows nothing and is only told to repaint: no way of drawing events inside it can be quicker. */
export async function repaint(box: HTMLElement): Promise<BenchSubject> {
  const map = await emptyMap(box);
  let frames = 0;
  map.on('render', () => frames++);
  async function once(): Promise<void> {
    map.triggerRepaint();
    await map.once('render');
  }
  return { load: once, scrub: once, visibleCount: () => 0, frames: () => frames };
}
