import { boxHolds, type Box } from '$lib/core/box';
import type { LonLat } from '$lib/core/story';
import type { View } from '$lib/core/view';

/** Whoever reads a story, with a map that says what it shows. */
interface Looking {
  readonly bounds: Box | null;
  readonly view: View;
  go(patch: Partial<View>): void;
}

/** Moves the map only where it must: to a point that it does not show. */
export function bringIntoSight(session: Looking, point: LonLat | null): void {
  const { bounds, view } = session;
  if (!point || !bounds || boxHolds(bounds, point)) return;
  const [lon, lat] = point;
  session.go({ camera: { lon, lat, zoom: view.camera?.zoom ?? 5 } });
}
