import type { Frame } from '../projection';
import { fitCanvas } from './fit-canvas';
import { PROJECT_GLSL, type FixedView } from './fixed-projection';
import { hexOf, type Inks } from './inks';
import { SPOTS_MOST, type Spots } from './spots';

/** What the shader is given of a picture. */
const NUMBERS = [
  'restY',
  'scaleX',
  'scaleY',
  'sin0',
  'cos0',
  'radius',
  'depth',
  'roundness',
  'middleX',
  'middleY',
  'horizon'
] as const satisfies readonly (keyof FixedView)[];

const VERTEX = `#version 300 es
precision highp float;
precision highp int;
layout(location = 0) in ivec2 place;
layout(location = 1) in float sure;
uniform ivec2 center;
uniform vec2 picture;
uniform float copy, size;
uniform float ${NUMBERS.join(', ')};
out float certain;
void main() {
${PROJECT_GLSL}
  bool hidden = roundness > 0.0 && near < horizon;
  vec2 at = vec2(atX + copy, atY) / picture;
  gl_Position = hidden ? vec4(2.0, 2.0, 2.0, 1.0) : vec4(2.0 * at.x - 1.0, 1.0 - 2.0 * at.y, 0.0, 1.0);
  gl_PointSize = size;
  certain = sure;
}`;

/** A dot of ink in a rim of paper, both with smooth edges; of what only may be in the window, a pale one. */
const FRAGMENT = `#version 300 es
precision highp float;
uniform float size;
uniform vec3 ink, paper;
in float certain;
out vec4 colour;
void main() {
  float away = length(gl_PointCoord - 0.5) * size;
  float rim = size * 0.5 - 0.5;
  float inside = clamp(rim - away + 0.5, 0.0, 1.0);
  float body = clamp(rim * 0.72 - away + 0.5, 0.0, 1.0) * mix(0.35, 0.9, certain);
  vec4 under = vec4(paper, 1.0) * inside * 0.7;
  colour = vec4(ink, 1.0) * body + under * (1.0 - body);
}`;

/** Pixels across a dot, its rim included; where there are fewer, there is room for larger ones. */
const DOT = 6.5;
const LARGE = 8;
const FEW = 600;

/**
 * Events as dots, on a WebGL canvas of its own beneath the numbers. What is drawn is handed over when it is counted anew, and drawn from there
 * with each picture of a movement. When the graphics card lets go of the canvas, the layer is no longer `able`; once the card is back, all is made
 * anew. Both times it says so (`changed`).
 */
export class DotLayer {
  readonly #canvas: HTMLCanvasElement;
  readonly #changed: () => void;
  readonly #stop = new AbortController();
  #drawing: Drawing | null = null;
  /** What the graphics card has. */
  #uploaded: { readonly spots: Spots; readonly version: number } | null = null;
  #inks: Pick<Inks, 'ink' | 'paper'>;

  /** `changed`: dots can no longer be drawn, or can be again. */
  constructor(canvas: HTMLCanvasElement, inks: Inks, changed: () => void) {
    this.#canvas = canvas;
    this.#inks = inks;
    this.#changed = changed;
    const heard = { signal: this.#stop.signal };
    canvas.addEventListener('webglcontextlost', (event) => this.#lose(event), heard);
    canvas.addEventListener('webglcontextrestored', () => this.#restore(), heard);
    this.#make();
  }

  get able(): boolean {
    return this.#drawing !== null;
  }

  /** `version`: changes with what `spots` holds. */
  draw(spots: Spots, version: number, frame: Frame, view: FixedView): void {
    if (this.#drawing === null) return;
    const scale = fitCanvas(this.#canvas, frame.width, frame.height);
    const { spots: had, version: of } = this.#uploaded ?? {};
    if (spots !== had || version !== of) {
      upload(this.#drawing, spots);
      this.#uploaded = { spots, version };
    }
    drawDots(this.#drawing, spots.dots, frame, view, (spots.dots < FEW ? LARGE : DOT) * scale);
  }

  recolour(inks: Pick<Inks, 'ink' | 'paper'>): void {
    this.#inks = inks;
    const { ink, paper } = inks;
    if (this.#drawing === null) return;
    const { gl, locate } = this.#drawing;
    gl.uniform3fv(locate('ink'), channels(hexOf(ink)));
    gl.uniform3fv(locate('paper'), channels(hexOf(paper)));
  }

  destroy(): void {
    this.#stop.abort();
    this.#drawing?.gl.getExtension('WEBGL_lose_context')?.loseContext();
    this.#drawing = null;
  }

  #lose(event: Event): void {
    // Else it would not come back.
    event.preventDefault();
    this.#drawing = null;
    this.#changed();
  }

  #restore(): void {
    this.#make();
    this.#changed();
  }

  #make(): void {
    this.#drawing = makeDrawing(this.#canvas);
    this.#uploaded = null;
    this.recolour(this.#inks);
  }
}

interface Drawing {
  readonly gl: WebGL2RenderingContext;
  readonly places: WebGLBuffer;
  readonly surely: WebGLBuffer;
  readonly locate: (name: string) => WebGLUniformLocation | null;
}

/** Null where there is no WebGL 2. */
function makeDrawing(canvas: HTMLCanvasElement): Drawing | null {
  const gl = canvas.getContext('webgl2', { antialias: false, depth: false, stencil: false });
  const program = gl && linkProgram(gl);
  if (!gl || !program) return null;
  gl.useProgram(program);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  const places = gl.createBuffer();
  gl.bindBuffer(gl.ARRAY_BUFFER, places);
  gl.bufferData(gl.ARRAY_BUFFER, 8 * SPOTS_MOST, gl.DYNAMIC_DRAW);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribIPointer(0, 2, gl.INT, 0, 0);
  const surely = gl.createBuffer();
  gl.bindBuffer(gl.ARRAY_BUFFER, surely);
  gl.bufferData(gl.ARRAY_BUFFER, SPOTS_MOST, gl.DYNAMIC_DRAW);
  gl.enableVertexAttribArray(1);
  gl.vertexAttribPointer(1, 1, gl.UNSIGNED_BYTE, false, 0, 0);
  const found = new Map<string, WebGLUniformLocation | null>();
  const locate = (name: string) => {
    let location = found.get(name);
    if (location === undefined) {
      location = gl.getUniformLocation(program, name);
      found.set(name, location);
    }
    return location;
  };
  return { gl, places, surely, locate };
}

function linkProgram(gl: WebGL2RenderingContext): WebGLProgram | null {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT]
  ] as const) {
    const shader = gl.createShader(type);
    if (shader === null) return null;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return gl.getProgramParameter(program, gl.LINK_STATUS) ? program : null;
}

function upload({ gl, places, surely }: Drawing, spots: Spots): void {
  gl.bindBuffer(gl.ARRAY_BUFFER, places);
  gl.bufferSubData(gl.ARRAY_BUFFER, 0, spots.dotPlaces, 0, 2 * spots.dots);
  gl.bindBuffer(gl.ARRAY_BUFFER, surely);
  gl.bufferSubData(gl.ARRAY_BUFFER, 0, spots.dotSurely, 0, spots.dots);
}

function drawDots(
  { gl, locate }: Drawing,
  dots: number,
  { width, height }: Frame,
  view: FixedView,
  size: number
): void {
  gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
  gl.clear(gl.COLOR_BUFFER_BIT);
  gl.uniform2i(locate('center'), view.centerX, view.centerY);
  gl.uniform2f(locate('picture'), width, height);
  gl.uniform1f(locate('size'), size);
  for (const name of NUMBERS) gl.uniform1f(locate(name), view[name]);
  for (let copy = view.firstCopy; copy <= view.lastCopy; copy++) {
    gl.uniform1f(locate('copy'), copy * view.world);
    gl.drawArrays(gl.POINTS, 0, dots);
  }
}

/** Of `#rrggbb`, each from 0 to 1. */
function channels(colour: string): readonly number[] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255].map((channel) => channel / 255);
}
