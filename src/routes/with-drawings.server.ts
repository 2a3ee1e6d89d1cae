/** Puts each drawing into the element that names it. Drawings are made of escaped text alone. */
export function withDrawings(
  html: string,
  drawings: Readonly<Record<string, string>> | undefined
): string {
  return html.replace(
    /<(\w+)[^>]*\sdata-drawing="([\w-]+)"[^>]*>/g,
    (tag, _, name) => tag + (drawings?.[name] ?? '')
  );
}
