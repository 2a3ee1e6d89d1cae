/** As many characters as the last row of a classroom reads at one glance. */
const GLANCE = 360;

/**
 * A text cut between its sentences into parts of about the same length, none longer than `most` characters unless a single sentence is.
 * Joined with spaces they are the text again. `language`: BCP 47 tag of the text.
 */
export function partsOf(text: string, language: string, most = GLANCE): readonly string[] {
  const sentences = sentencesOf(text, language);
  const whole = sentences.join(' ').length;
  const aim = whole / Math.ceil(whole / most);
  /** The best way to cut the sentences up to each: how far from even, and the parts. */
  const best: { readonly cost: number; readonly parts: readonly string[] }[] = [
    { cost: 0, parts: [] }
  ];
  for (let end = 1; end <= sentences.length; end++) {
    const ways = Array.from({ length: end }, (_, start) => {
      const part = sentences.slice(start, end).join(' ');
      const { cost, parts } = best[start] ?? { cost: Infinity, parts: [] };
      const fits = part.length <= most || end - start === 1;
      return {
        cost: fits ? cost + (part.length - aim) ** 2 : Infinity,
        parts: [...parts, part]
      };
    });
    best.push(ways.reduce((a, b) => (b.cost < a.cost ? b : a)));
  }
  return best.at(-1)?.parts ?? [];
}

function sentencesOf(text: string, language: string): readonly string[] {
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  return Array.from(segments, ({ segment }) => segment.trim().replace(/\s+/g, ' ')).filter(Boolean);
}
