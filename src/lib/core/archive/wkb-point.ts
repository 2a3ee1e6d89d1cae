const NAMES = [
  'a geometry of an unknown kind',
  'a point',
  'a line',
  'a polygon',
  'several points',
  'several lines',
  'several polygons',
  'a collection'
];

/**
 * Reads a point of well-known binary, ISO or extended, with or without height: [x, y], NaN for both when it is empty. What is no point is
 * named: "a polygon".
 */
export function readWkbPoint(bytes: Uint8Array): readonly [x: number, y: number] | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 1;
  if (bytes.length < 5 || (bytes[0] ?? 2) > 1) return 'no well-known binary';
  const flags = view.getUint32(1, little);
  const type = (flags & 0x0fffffff) % 1000;
  if (type !== 1) return NAMES[type] ?? 'a geometry of an unknown kind';
  // Extended binary may name its reference system before the coordinates.
  const at = (flags & 0x20000000) !== 0 ? 9 : 5;
  if (bytes.length < at + 16) return 'cut off';
  return [view.getFloat64(at, little), view.getFloat64(at + 8, little)];
}
