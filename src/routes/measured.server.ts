import { distance } from '$lib/core/geodesy';
import type { Story } from '$lib/core/story';

/** Metres on the ellipsoid between the two places of each dispute that measures a distance, by the dispute's id. */
export async function measuredIn(story: Story): Promise<Map<string, number>> {
  const points = new Map(story.places.map((place) => [place.id, place.point]));
  const measured = new Map<string, number>();
  for (const { id, measure } of story.events.flatMap((event) => event.disputes)) {
    const from = measure && points.get(measure.from);
    const to = measure && points.get(measure.to);
    if (from && to) measured.set(id, await distance(from, to));
  }
  return measured;
}
