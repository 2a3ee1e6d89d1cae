import { expression } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { nameFilters } from '../../../../src/lib/map/style/label-layers';
import {
  countryOwnText,
  countryText,
  nameText,
  placeText,
  streetText
} from '../../../../src/lib/map/style/label-text';
import { ARCHIVES } from './fixture';

/** What MapLibre makes of an expression for a feature of these properties. */
function evaluate(value: unknown, properties: Record<string, unknown>, zoom = 9): unknown {
  const parsed = expression.createExpression(value, 'layer');
  if (parsed.result === 'error') throw new Error(parsed.value.map(String).join('; '));
  return parsed.value.evaluate({ zoom }, { type: 'Point', properties });
}

const write = (text: unknown, properties: Record<string, unknown>) =>
  String(evaluate(text, properties));

const TEHRAN = { name: 'Tehran', name_sq: 'Teherani', name_fa: 'تهران', local: 'تهران' };
const TIRANA = { name: 'Tirana', name_fa: 'تیرانا', local: 'Tiranë' };

describe('placeText', () => {
  it.each([
    ['en', TEHRAN, 'Tehran\nتهران'],
    ['sq-AL', TEHRAN, 'Teherani\nتهران'],
    ['fa', TEHRAN, 'تهران'],
    ['en', TIRANA, 'Tirana\nTiranë'],
    ['fa', TIRANA, 'تیرانا\nTiranë'],
    ['sq', TIRANA, 'Tirana\nTiranë'],
    ['en', { name: 'Manëz' }, 'Manëz'],
    ['en', { name: 'Durrës', local: 'Durrës' }, 'Durrës']
  ])('in %s of %o is %j', (language, place, name) => {
    expect(write(placeText(language), place)).toBe(name);
  });
});

describe('nameText', () => {
  it('is English where the reader’s language is missing', () => {
    expect(write(nameText('de'), { name: 'Caspian Sea', name_sq: 'Deti Kaspik' })).toBe(
      'Caspian Sea'
    );
    expect(write(nameText('sq'), { name: 'Caspian Sea', name_sq: 'Deti Kaspik' })).toBe(
      'Deti Kaspik'
    );
  });
});

describe('countryText', () => {
  it.each([
    ['en', 'IR', 'Iran'],
    ['sq', 'AL', 'Shqipëri'],
    ['fa', 'AL', 'آلبانی'],
    ['en', 'XK', 'Kosovo'],
    ['en', '-99', '']
  ])('in %s of %s is %j', (language, code, name) => {
    expect(write(countryText(language), { code })).toBe(name);
  });
});

describe('countryOwnText', () => {
  it.each([
    ['en', 'IR', 'Iran\nایران'],
    ['fa', 'IR', 'ایران'],
    ['en', 'AL', 'Albania\nShqipëri'],
    ['sq', 'AL', 'Shqipëri'],
    ['en', 'XK', 'Kosovo\nKosovë · Косово'],
    ['en', 'KZ', 'Kazakhstan\nҚазақстан'],
    ['fa', 'CA', 'کانادا\nCanada']
  ])('in %s of %s is %j', (language, code, name) => {
    expect(write(countryOwnText(language), { code })).toBe(name);
  });
});

describe('streetText', () => {
  const street = { name: 'خیابان ولیعصر', 'name:latin': 'Valiasr Street' };
  it.each([
    ['en', street, 'Valiasr Street'],
    ['fa', street, 'خیابان ولیعصر'],
    ['sq', { ...street, 'name:sq': 'Rruga Valiasr' }, 'Rruga Valiasr'],
    ['fa', { name: 'Rruga e Durrësit' }, 'Rruga e Durrësit'],
    ['en', {}, '']
  ])('in %s of %o is %j', (language, properties, name) => {
    expect(write(streetText(language), properties)).toBe(name);
  });
});

describe('nameFilters', () => {
  /** Whether a layer writes a feature when these names are hidden. */
  function shows(
    layer: string,
    properties: Record<string, unknown>,
    hidden: string[],
    { zoom = 9, language = 'en' } = {}
  ): unknown {
    const filter = nameFilters({ archives: ARCHIVES, language }, hidden)[layer];
    return evaluate(filter, properties, zoom);
  }
  const tirana = { ...TIRANA, zoom: 4 };

  it('writes what has room at the zoom', () => {
    expect(shows('world-places', tirana, [], { zoom: 3 })).toBe(false);
    expect(shows('world-places', tirana, [], { zoom: 4 })).toBe(true);
  });

  it.each(['world-places', 'world-places-near', 'albania-places', 'iran-places'])(
    'leaves a place out of %s by any name a reader may see it under',
    (layer) => {
      expect(shows(layer, tirana, ['Durrës'])).toBe(true);
      expect(shows(layer, tirana, ['Tirana'])).toBe(false);
      expect(shows(layer, tirana, ['Tiranë'])).toBe(false);
      expect(shows(layer, tirana, ['تیرانا'], { language: 'fa' })).toBe(false);
    }
  );

  it('leaves a country out by its name in the reader’s language', () => {
    const iran = { code: 'IR', zoom: 2 };
    expect(shows('countries', iran, ['Iraq'])).toBe(true);
    expect(shows('countries', iran, ['Iran'])).toBe(false);
    expect(shows('countries', iran, ['ایران'], { language: 'fa' })).toBe(false);
  });
});
