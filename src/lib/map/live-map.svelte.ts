import type { CountryPoint } from './basemap-data';
import type { MapEngine } from './engine';
import { BEFORE_BOOT, statusOf, type MapHealth, type MapStatus } from './map-status';
import { Overlay } from './overlay';
import type { Frame } from './projection';

/** What a map on the page is doing: `MapFrame` writes it, what lies above the map reads it. */
export class LiveMap {
  readonly overlay = new Overlay();
  /** The map in charge; null before there is one, and after. */
  engine = $state.raw<MapEngine | null>(null);
  health = $state.raw<MapHealth>(BEFORE_BOOT);
  /** The picture for which names and the scale were last set. */
  still = $state.raw<Frame | null>(null);
  /** For names on the drawn map; none before its ground has come. */
  countries = $state.raw<readonly CountryPoint[]>([]);
  /** CSS font families of the page around it. */
  fonts = $state.raw('sans-serif');

  readonly status: MapStatus = $derived(statusOf(this.health));
  /** MapLibre is in charge. */
  readonly living = $derived(this.status === 'ready');
}
