import { describe, expect, it } from 'vitest';
import own from '../../../../src/lib/map/style/own-names.json';
import { ownNames, regionNames } from '../../../../src/lib/map/style/region-names';
import albanian from '../../../../src/lib/map/style/region-names-sq.json';

/** CLDR's names as Node has them; another version of either may word a few of them otherwise. */
function agreement(names: [language: string, code: string, name: string][]): number {
  const equal = names.filter(
    ([language, code, name]) =>
      new Intl.DisplayNames(language, { type: 'region' }).of(code) === name
  );
  return equal.length / names.length;
}

describe('the names kept in files', () => {
  it('are CLDR’s', () => {
    const inOwn = Object.entries(own).flatMap(([code, byLanguage]) =>
      Object.entries(byLanguage).map(([language, name]) => [language, code, name] as const)
    );
    expect(agreement(inOwn.map((entry) => [...entry]))).toBeGreaterThan(0.95);
    const inAlbanian = Object.entries(albanian).map(([code, name]) => ['sq', code, name] as const);
    expect(agreement(inAlbanian.map((entry) => [...entry]))).toBeGreaterThan(0.95);
  });
});

describe('regionNames', () => {
  it.each([
    ['en', 'Iran', 'Kosovo'],
    ['sq-AL', 'Iran', 'Kosovë'],
    ['fa', 'ایران', 'کوزوو']
  ])('has countries in %s', (language, iran, kosovo) => {
    const names = regionNames(language);
    expect([names.get('IR'), names.get('XK')]).toEqual([iran, kosovo]);
    expect(names.size).toBeGreaterThan(240);
  });
});

describe('ownNames', () => {
  it('has a country’s name for itself, in each of its languages', () => {
    expect(ownNames('en').get('IR')).toBe('ایران');
    expect(ownNames('en').get('CH')).toBe('Schweiz · Suisse · Svizzera');
  });

  it('leaves out what the reader calls it anyway', () => {
    expect(ownNames('fa').has('IR')).toBe(false);
    expect(ownNames('sq').get('XK')).toBe('Косово');
    expect(ownNames('en').has('GB')).toBe(false);
  });

  it('takes no side where a name would', () => {
    for (const code of ['EH', 'IL', 'KP', 'PS', 'TW']) expect(ownNames('en').has(code)).toBe(false);
  });
});
