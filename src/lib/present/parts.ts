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
  const parts: string[] = [];
  for (const sentence of sentences) {
    const last = parts.at(-1);
    const joined = `${last} ${sentence}`;
    // Past the middle of the sentence the part would be nearer to its aim without it.
    const fits = joined.length <= most && joined.length - sentence.length / 2 <= aim;
    if (last !== undefined && fits) parts[parts.length - 1] = joined;
    else parts.push(sentence);
  }
  return parts;
}

function sentencesOf(text: string, language: string): readonly string[] {
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  return Array.from(segments, ({ segment }) => segment.trim().replace(/\s+/g, ' ')).filter(Boolean);
}
