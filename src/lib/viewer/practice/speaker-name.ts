import { itemOf } from '$lib/core/lookup';
import { publisherIn } from '$lib/practice/bank';
import { tell, type Reading } from '../reading';

/** A party's name in the reader's language, or a publisher's own. */
export function speakerName(reading: Reading, speaker: string): string {
  return publisherIn(speaker) ?? tell(reading, itemOf(reading.lookup.parties, speaker).names);
}
