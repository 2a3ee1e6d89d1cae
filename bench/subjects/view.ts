/** Where every map of the bench looks: MapLibre's centre and zoom, which put the world's 360 degrees across the map's 1024 CSS pixels. */
export const CENTER = [0, 15] as const;
export const ZOOM = 1;
const WIDTH = 1024;
const HEIGHT = 768;

/** CSS pixels of a place on the map. */
export function project(lon: number, lat: number): [x: number, y: number] {
  return [WIDTH / 2 + mercatorX(lon), HEIGHT / 2 + mercatorY(lat) - mercatorY(CENTER[1])];
}

const mercatorX = (lon: number) => (lon / 360) * WIDTH;

function mercatorY(lat: number): number {
  const phi = (lat * Math.PI) / 180;
  return (-Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI)) * WIDTH;
}
