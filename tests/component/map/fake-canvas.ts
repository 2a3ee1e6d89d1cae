import { vi } from 'vitest';

/** What was drawn on 2D canvases since the last `clearRect`: texts and circles, with their place, and the shapes of single events. */
export class FakePaper {
  texts: { text: string; x: number; y: number; colour: string }[] = [];
  circles: { x: number; y: number; radius: number; colour: string; alpha: number }[] = [];
  shapes: { path: string; x: number; y: number; colour: string; alpha: number }[] = [];
  rings: { x: number; y: number; radius: number; colour: string }[] = [];

  /** Every canvas draws here from now on. */
  constructor(gl: object | null = null) {
    vi.stubGlobal(
      'Path2D',
      class {
        readonly path: string;
        constructor(path: string) {
          this.path = path;
        }
      }
    );
    const context = this.#context();
    HTMLCanvasElement.prototype.getContext = ((kind: string) =>
      kind === '2d' ? context : gl) as never;
  }

  #context() {
    const at = { x: 0, y: 0 };
    let radius = 0;
    const context = {
      fillStyle: '',
      strokeStyle: '',
      globalAlpha: 1,
      setTransform: (scale: number, _b: number, _c: number, _d: number, x: number, y: number) =>
        Object.assign(at, { x: x / scale, y: y / scale }),
      clearRect: () => Object.assign(this, { texts: [], circles: [], shapes: [], rings: [] }),
      beginPath: () => undefined,
      arc: (_x: number, _y: number, r: number) => (radius = r),
      fill: (path?: { path: string }) => {
        const { fillStyle: colour, globalAlpha: alpha } = context;
        if (path) this.shapes.push({ path: path.path, ...at, colour, alpha });
        else this.circles.push({ ...at, radius, colour, alpha });
      },
      stroke: (path?: object) => {
        if (!path) this.rings.push({ ...at, radius, colour: context.strokeStyle });
      },
      fillText: (text: string) => this.texts.push({ text, ...at, colour: context.fillStyle }),
      measureText: (text: string) => ({ width: text.length * 7 })
    };
    return context;
  }
}

/** A graphics card that takes all it is given, and can be taken away. */
export class FakeCard {
  /** Points drawn since the last `clear`, call by call. */
  drawn: number[] = [];
  lost = false;
  /** The places that were last handed over. */
  places: Int32Array = new Int32Array(0);
  readonly uniforms = new Map<string, unknown>();

  get gl(): object {
    const known: Record<string, unknown> = {
      getProgramParameter: () => !this.lost,
      getUniformLocation: (_program: unknown, name: string) => name,
      clear: () => (this.drawn = []),
      drawArrays: (_mode: number, _from: number, count: number) => this.drawn.push(count),
      bufferSubData: (_target: number, _offset: number, data: ArrayLike<number>) => {
        if (data instanceof Int32Array) this.places = data.slice();
      },
      uniform1f: (name: string, value: number) => this.uniforms.set(name, value),
      uniform2i: (name: string, ...value: number[]) => this.uniforms.set(name, value),
      uniform3fv: (name: string, value: number[]) => this.uniforms.set(name, value),
      getExtension: () => ({ loseContext: () => (this.lost = true) })
    };
    return new Proxy(known, {
      get: (methods, name: string) => methods[name] ?? (/^[A-Z]/.test(name) ? 1 : () => ({ name }))
    });
  }
}
