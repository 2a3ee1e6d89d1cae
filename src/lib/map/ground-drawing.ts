import {
  geoMercator,
  geoMercatorRaw,
  geoPath,
  geoProjection,
  type GeoProjection,
  type GeoStream
} from 'd3-geo';
import type { BaseMap } from './basemap-data';
import type { Frame } from './projection';

/** From this MapLibre zoom on the coarse ground looks coarse. */
export const FINE_FROM = 2.75;

/** What a drawing of the ground is made of, from the lowest to the highest. */
export const PARTS = ['globe', 'land', 'lakes', 'borders', 'disputed'] as const;

/** SVG paths; empty where there is nothing to see. */
export interface GroundDrawing {
  /** The edge of the globe; empty on a flat map, which has none. */
  readonly globe: string;
  readonly land: string;
  readonly lakes: string;
  readonly borders: string;
  readonly disputed: string;
}

interface Options {
  /** How far to draw beyond the picture on each side, pixels. */
  readonly beyond?: number;
  /** Points nearer to one another than this are drawn as one, pixels. */
  readonly detail?: number;
}

/** Draws the ground of one picture. */
export function drawGround(
  { land, lakes, borders, disputed }: BaseMap,
  frame: Frame,
  { beyond = 64, detail = 0.6 }: Options = {}
): GroundDrawing {
  const projection = projectionOf(frame, beyond);
  const path = geoPath({ stream: (sink) => projection.stream(thin(detail, sink)) }).digits(1);
  return {
    globe: frame.roundness > 0 ? (path({ type: 'Sphere' }) ?? '') : '',
    land: path(land) ?? '',
    lakes: path(lakes) ?? '',
    borders: path(borders) ?? '',
    disputed: path(disputed) ?? ''
  };
}

const DEGREES = 180 / Math.PI;

function projectionOf(frame: Frame, beyond: number): GeoProjection {
  const { center, middle, width, height, radius, depth, roundness } = frame;
  const extent: [[number, number], [number, number]] = [
    [-beyond, -beyond],
    [width + beyond, height + beyond]
  ];
  if (roundness === 0) {
    const scale = (512 * 2 ** frame.zoom) / (2 * Math.PI);
    const [, north = 0] = geoMercatorRaw(0, center[1] / DEGREES);
    return (
      geoMercator()
        .scale(scale)
        .rotate([-center[0], 0])
        .translate([middle.x, middle.y + scale * north])
        .clipExtent(extent)
        // Edges are straight on a flat map, as MapLibre draws them; bending them close up would also take for ever.
        .precision(0)
    );
  }
  return geoProjection(mixed(frame))
    .scale(1)
    .rotate([-center[0], -center[1]])
    .translate([middle.x, middle.y])
    .clipAngle(Math.acos(radius / (radius + depth)) * DEGREES)
    .clipExtent(extent)
    .precision(0.4);
}

/** What `Frame.project` does, for positions that d3 has turned so that the centre is at the origin. Pixels, y upwards. */
function mixed({ center, zoom, radius, depth, roundness }: Frame) {
  const scale = (512 * 2 ** zoom) / (2 * Math.PI);
  const lat0 = center[1] / DEGREES;
  const [, y0 = 0] = geoMercatorRaw(0, lat0);
  const [sin0, cos0] = [Math.sin(lat0), Math.cos(lat0)];
  return (lambda: number, phi: number): [number, number] => {
    const x = Math.cos(phi) * Math.sin(lambda);
    const y = Math.sin(phi);
    const z = Math.cos(phi) * Math.cos(lambda);
    const near = depth / (depth + roundness * radius * (1 - z));
    if (roundness === 1) return [radius * x * near, radius * y * near];
    const lat = Math.asin(Math.max(-1, Math.min(1, sin0 * z + cos0 * y)));
    const [mx = 0, my = 0] = geoMercatorRaw(Math.atan2(x, cos0 * z - sin0 * y), lat);
    const mix = (plane: number, globe: number) => plane + (globe - plane) * roundness;
    return [mix(scale * mx, radius * x) * near, mix(scale * (my - y0), radius * y) * near];
  };
}

/** Leaves out points that lie within `least` pixels of the one before; lines keep both ends. */
function thin(least: number, sink: GeoStream): GeoStream {
  let [x0, y0, skipped] = [NaN, NaN, false];
  let inRing = false;
  let [lastX, lastY] = [0, 0];
  return {
    point(x, y) {
      [lastX, lastY] = [x, y];
      skipped = Math.abs(x - x0) < least && Math.abs(y - y0) < least;
      if (skipped) return;
      [x0, y0] = [x, y];
      sink.point(x, y);
    },
    lineStart() {
      [x0, y0, skipped] = [NaN, NaN, false];
      sink.lineStart();
    },
    lineEnd() {
      if (skipped && !inRing) sink.point(lastX, lastY);
      sink.lineEnd();
    },
    polygonStart() {
      inRing = true;
      sink.polygonStart();
    },
    polygonEnd() {
      inRing = false;
      sink.polygonEnd();
    },
    sphere: () => sink.sphere?.()
  };
}
