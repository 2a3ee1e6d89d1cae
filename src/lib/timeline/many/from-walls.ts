import { DAY } from '../../core/zone';
import { fromWall } from '../wall-clock';

/** `fromWall` for many in ascending order; asks the zone only where its clocks may have changed. */
export function fromWalls(walls: readonly number[], zone: string): Float64Array {
  const instants = new Float64Array(walls.length);
  let low = 0;
  while (low < walls.length) {
    let high = low;
    const limit = (walls[low] as number) + STEADY;
    while (high + 1 < walls.length && (walls[high + 1] as number) <= limit) high++;
    const first = fromWall(walls[low] as number, zone);
    const last = high === low ? first : fromWall(walls[high] as number, zone);
    const even = (walls[low] as number) - first === (walls[high] as number) - last;
    for (let i = low; i <= high; i++) {
      const wall = walls[i] as number;
      instants[i] = even ? wall - (walls[low] as number) + first : fromWall(wall, zone);
    }
    low = high + 1;
  }
  return instants;
}

/** No zone has ever changed its clocks twice in so short a time: Recife did within seven days, in October 2000. */
const STEADY = 6 * DAY;
