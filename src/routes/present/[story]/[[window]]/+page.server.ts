import { error } from '@sveltejs/kit';
import { classEntries } from '../../../../stories/stories.server';
import { presentationOf } from './present.server';

/** The window of the presenter, beside the one that is shown to the room. */
const NOTES = 'notes';

export const entries = () => classEntries().flatMap((one) => [one, { ...one, window: NOTES }]);

export async function load({ params, url }) {
  if (params.window && params.window !== NOTES) error(404, 'There is no such window.');
  return { ...(await presentationOf(params.story, url)), notes: params.window === NOTES };
}
