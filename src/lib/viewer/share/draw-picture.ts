import type { Hue } from '$lib/core/story';

const NAMES = [
  'paper',
  'ink',
  'quiet',
  'hairline',
  'sea',
  'land',
  'map-coast',
  'map-water',
  'map-border',
  'map-label',
  ...Object.keys({
    'hue-blue': 0,
    'hue-vermilion': 0,
    'hue-green': 0,
    'hue-purple': 0,
    'hue-orange': 0,
    'hue-sky': 0,
    'hue-yellow': 0,
    'hue-grey': 0
  } satisfies Record<`hue-${Hue}`, 0>)
];

/** The colours that a picture of the map needs, as the page has them now, by the names of its custom properties. */
export function pageTokens(): ReadonlyMap<string, string> {
  const style = getComputedStyle(document.documentElement);
  return new Map(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

/** How large the page's map is, in pixels; null where there is none. */
export function pageMapSize(): { width: number; height: number } | null {
  const stage = document.querySelector('.viewer > .stage');
  if (!stage) return null;
  const { clientWidth: width, clientHeight: height } = stage;
  return width > 0 && height > 0 ? { width, height } : null;
}

/** An SVG document as PNG, as many pixels large as it says it is. */
export async function pngOf(svg: Blob): Promise<Blob> {
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser has no canvas to draw on');
    context.drawImage(image, 0, 0);
    const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!png) throw new Error('The picture could not be written as PNG');
    return png;
  } finally {
    URL.revokeObjectURL(address);
  }
}
