/** Parses XML as a browser does, or throws what the parser has to say. Needs jsdom. */
export function parseXml(text: string): Document {
  const xml = new DOMParser().parseFromString(text, 'application/xml');
  const fault = xml.querySelector('parsererror');
  if (fault) throw new Error(fault.textContent ?? 'not XML');
  return xml;
}

/** The texts of the elements of this name, in order. */
export function textsOf(parent: Document | Element, name: string): string[] {
  return [...parent.getElementsByTagName(name)].map((element) => element.textContent ?? '');
}
