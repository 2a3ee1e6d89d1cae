import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Colour = readonly number[];

const read = (path: string) =>
  readFileSync(new URL(`../../../../src/${path}`, import.meta.url), 'utf8');
const styles = read('lib/timeline/many/Histogram.svelte');
const [light = '', dark = ''] = read('app.css').split('@media (prefers-color-scheme: dark)');

/** "#a3262a" as red, green and blue, 0–255. */
const parsed = (hex: string): Colour => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const tokensIn = (css: string) =>
  new Map(
    [...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [
      name,
      parsed(hex)
    ])
  );
const mixed = (a: Colour, share: number, b: Colour): Colour =>
  a.map((value, i) => value * share + (b[i] as number) * (1 - share));

/** WCAG 2 contrast. */
function contrast(a: Colour, b: Colour): number {
  const [more = 0, less = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (more + 0.05) / (less + 0.05);
}

function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = colour.map((each) =>
    each <= 10 ? each / 255 / 12.92 : ((each / 255 + 0.055) / 1.055) ** 2.4
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe.each([
  ['light', tokensIn(light)],
  ['dark', new Map([...tokensIn(light), ...tokensIn(dark.split('@media')[0] ?? '')])]
])('in the %s theme', (_, tokens) => {
  const token = (name: string) => tokens.get(name) as Colour;
  const paper = token('paper');
  /** The ground within the window: see `WindowBand.svelte`. */
  const band = mixed(token('ink'), 0.07, paper);
  const hues = [...tokens.keys()].filter((name) => name.startsWith('hue-'));
  /** The fill of a rule, for rows of a colour. */
  const fillOf = (selector: string, row: string): Colour => {
    const rule = new RegExp(
      `\\n\\s*${selector} \\{\\s*fill: color-mix\\(in srgb, var\\(--([\\w-]+)\\) (\\d+)%, var\\(--([\\w-]+)\\)\\)`
    ).exec(styles);
    const [, a = '', share, b = ''] = rule ?? [];
    const named = (name: string) => token(name === 'ink-of-row' ? row : name);
    return mixed(named(a), Number(share) / 100, named(b));
  };
  const outside = { surely: fillOf('.row .surely', 'ink'), may: fillOf('.row .may', 'ink') };
  const inWindow = (row: string) => ({
    surely: fillOf('.surely', row),
    may: fillOf(row === 'ink' ? '.plain .may' : '.may', row)
  });

  test('bars outside the window stand 3:1 against paper, what is sure above what may be', () => {
    expect(contrast(outside.may, paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(outside.surely, paper)).toBeGreaterThan(contrast(outside.may, paper) * 1.1);
  });

  test.each(['ink', ...hues])('bars in the window stand out in %s', (row) => {
    const { surely, may } = inWindow(row);
    expect(contrast(may, band)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(surely, band)).toBeGreaterThan(contrast(may, band) * 1.05);
    expect(contrast(may, paper)).toBeGreaterThan(contrast(outside.may, paper) * 1.4);
    expect(contrast(surely, paper)).toBeGreaterThan(contrast(outside.surely, paper) * 2);
  });
});
