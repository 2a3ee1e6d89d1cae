import type { ExpressionSpecification } from 'maplibre-gl';
import { ownNames, regionNames } from './region-names';

type Text = ExpressionSpecification;

/** Which data property holds a name in the reader's language: `name_sq` for `sq-AL`. */
export function nameProperty(language: string): string {
  return `name_${new Intl.Locale(language).language}`;
}

/** The name of a sea or place in the reader's language, else in English. */
export function nameText(language: string): Text {
  return ['coalesce', ['get', nameProperty(language)], ['get', 'name'], ''];
}

/** A place's name and beneath it, smaller, what the place is called there, if that is another word. */
export function placeText(language: string): Text {
  return withLocal(nameText(language), ['coalesce', ['get', 'local'], '']);
}

/** A country's name in the reader's language. */
export function countryText(language: string): Text {
  return byCode(regionNames(language));
}

/** The same with the country's name for itself beneath. */
export function countryOwnText(language: string): Text {
  return withLocal(countryText(language), byCode(ownNames(language)));
}

/** A street's name: in the reader's language, else in the reader's script, else as it is. */
export function streetText(language: string): Text {
  const { language: subtag, script } = new Intl.Locale(language).maximize();
  const others = script === 'Arab' ? ['name', 'name:latin'] : ['name:latin', 'name'];
  const names = [`name:${subtag}`, ...others];
  return ['coalesce', ...names.map((name): Text => ['get', name]), ''] as unknown as Text;
}

function withLocal(name: Text, local: Text): Text {
  return [
    'case',
    ['==', local, ''],
    ['format', name, {}],
    ['==', local, name],
    ['format', name, {}],
    ['format', name, {}, '\n', {}, local, { 'font-scale': 0.85 }]
  ];
}

function byCode(names: ReadonlyMap<string, string>): Text {
  return ['match', ['get', 'code'], ...[...names].flat(), ''] as unknown as Text;
}
