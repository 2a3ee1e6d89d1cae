/** Text that is already safe to stand in an SVG document. */
export interface Markup {
  readonly markup: string;
}

type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** An SVG element. Attributes without a value are left out; strings among the children are text, and no text can become an element. */
export function element(
  name: string,
  attributes: Attributes,
  ...children: readonly (Markup | string)[]
): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  const inside = children
    .map((child) => (typeof child === 'string' ? escaped(child) : child.markup))
    .join('');
  return { markup: `<${name}${written}>${inside}</${name}>` };
}

function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(FORBIDDEN, '');
}

/** Characters that XML does not know, escaped or not. */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
