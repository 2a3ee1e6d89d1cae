import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TOKENS } from '../../../../src/lib/map/style/palette';
import { PALETTES } from './fixture';

/** WCAG 2 contrast of two colours written `#rrggbb`. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

it('is the same in the dark, whether the system or the page says so', () => {
  const css = readFileSync(new URL('../../../../src/app.css', import.meta.url), 'utf8');
  const tokensOf = (rule: string) =>
    css
      .slice(css.indexOf(rule))
      .match(/\{(.*?)\}/s)?.[1]
      ?.match(/--[\w-]+: [^;]+/g);
  const told = tokensOf(":root[data-theme='dark']");
  expect(told?.length).toBeGreaterThan(20);
  expect(told).toEqual(tokensOf(":root:not([data-theme='light'])"));
});

describe.each(Object.entries(PALETTES))('the %s palette', (_, palette) => {
  it('has a colour for every token', () => {
    for (const [colour, token] of Object.entries(TOKENS))
      expect(palette[colour as keyof typeof palette], token).toMatch(/^#[0-9a-f]{6}$/);
  });

  it('sets names 4.5:1 against whatever they lie on', () => {
    for (const ground of ['land', 'sea', 'green', 'building', 'roadMinor'] as const)
      expect(contrast(palette.label, palette[ground]), ground).toBeGreaterThan(4.5);
    for (const ground of ['land', 'sea'] as const)
      expect(contrast(palette.seaLabel, palette[ground]), ground).toBeGreaterThan(4.5);
  });

  it('has borders that are seen on land and stay quieter than names', () => {
    const border = contrast(palette.border, palette.land);
    expect(border).toBeGreaterThan(1.8);
    expect(border).toBeLessThan(contrast(palette.label, palette.land) / 2);
  });
});
