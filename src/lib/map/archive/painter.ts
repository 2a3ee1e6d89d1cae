import { NOWHERE } from '../../core/archive/fixed-point';
import { shapePath } from '../../core/mark-shapes';
import type { Shape } from '../../core/story';
import type { ArchiveScene } from './archive-scene';
import { numberSize, SHAPE_RADIUS, sureRadius, TEXT_PX, wholeRadius } from './circle-size';
import type { CountText } from './count-text';
import { fitCanvas } from './fit-canvas';
import type { Inks } from './inks';
import { markAt } from './pick';

/** What stands out from the rest; positions in the index, and a mark of the picture. */
export interface Emphasis {
  readonly selected: number | null;
  readonly hovered: number | null;
  /** −1 for none. */
  readonly mark: number;
}

/** Of the ink, for what only may be in the window. */
const PALE = 0.3;
const SOFT = 0.14;
const FULL_TURN = 2 * Math.PI;

/** Draws the marks of a scene on a canvas above the map: from lists, without an object for each. Where there is no canvas it draws nothing. */
export class Painter {
  inks: Inks;
  /** By number of the kind. */
  shapes: readonly Shape[];
  text: CountText;
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D | null;
  readonly #fonts: string;
  readonly #paths = new Map<Shape, Path2D>();
  readonly #widths = new Map<string, number>();
  #scale = 1;
  /** Font and the like have been set. */
  #set = false;

  constructor(
    canvas: HTMLCanvasElement,
    inks: Inks,
    shapes: readonly Shape[],
    text: CountText,
    fonts: string
  ) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d');
    this.inks = inks;
    this.shapes = shapes;
    this.text = text;
    this.#fonts = fonts;
    canvas.addEventListener('contextrestored', () => (this.#set = false));
  }

  paint(scene: ArchiveScene, emphasis: Emphasis): void {
    const context = this.#context;
    if (context === null) return;
    const { width, height } = this.#canvas;
    this.#scale = fitCanvas(this.#canvas, scene.frame.width, scene.frame.height);
    // A canvas that is new, or of a new size, knows no settings; to set a font costs the page a layout.
    if (!this.#set || width !== this.#canvas.width || height !== this.#canvas.height) {
      context.font = `600 ${TEXT_PX}px ${this.#fonts}`;
      context.textAlign = 'center';
      context.lineJoin = 'round';
      this.#set = true;
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    const { view } = scene.projection;
    for (let copy = view.firstCopy; copy <= view.lastCopy; copy++) {
      for (let mark = 0; mark < scene.marks.length; mark++)
        this.#mark(context, scene, mark, copy * view.world);
    }
    if (emphasis.mark >= 0) this.#outline(context, scene, emphasis.mark, this.inks.ink, 1.5);
    const { hovered, selected } = emphasis;
    if (hovered !== null && hovered !== selected) this.#event(context, scene, hovered, false);
    if (selected !== null) this.#event(context, scene, selected, true);
  }

  #mark(context: CanvasRenderingContext2D, scene: ArchiveScene, mark: number, shift: number): void {
    const { marks } = scene;
    const x = (marks.x[mark] as number) + shift;
    const y = marks.y[mark] as number;
    const radius = marks.radius[mark] as number;
    const sure = marks.sure[mark] as number;
    const count = marks.counts[mark] as number;
    const single = marks.single[mark] as number;
    if (x < -radius || x > scene.frame.width + radius) return;
    this.#moveTo(context, x, y);
    if (single >= 0)
      return this.#shape(context, scene.index.kinds[single] as number, sure === 1, this.inks.ink);
    const solid = sureRadius(radius, count, sure);
    const whole = wholeRadius(radius, count, sure);
    this.#disc(context, whole, this.inks.paper, 1);
    if (sure < count) {
      if (sure === 0) this.#disc(context, whole + 1.5, this.inks.ink, SOFT);
      this.#disc(context, whole - 1, this.inks.ink, PALE);
    }
    if (solid > 0) this.#disc(context, solid - 1.5, this.inks.ink, 1);
    this.#number(context, x, y, count, 2 * (solid || radius), solid > 0);
  }

  #disc(context: CanvasRenderingContext2D, radius: number, colour: string, alpha: number): void {
    context.globalAlpha = alpha;
    context.fillStyle = colour;
    context.beginPath();
    context.arc(0, 0, radius, 0, FULL_TURN);
    context.fill();
    context.globalAlpha = 1;
  }

  #number(
    context: CanvasRenderingContext2D,
    x: number,
    y: number,
    count: number,
    room: number,
    onSolid: boolean
  ): void {
    const text = this.text.of(count);
    const size = numberSize(room, this.#width(context, text));
    // Another scale, and not another font, which a canvas would read anew for each number.
    this.#moveTo(context, x, y, size / TEXT_PX);
    context.fillStyle = onSolid ? this.inks.paper : this.inks.ink;
    // Digits stand on the line and are about 0.72 of the size high.
    context.fillText(text, 0, TEXT_PX * 0.36);
  }

  #shape(context: CanvasRenderingContext2D, kind: number, sure: boolean, colour: string): void {
    const path = this.#path(this.shapes[kind] ?? 'circle');
    context.strokeStyle = this.inks.paper;
    context.lineWidth = 4.5;
    context.stroke(path);
    context.fillStyle = colour;
    if (!sure) {
      context.fillStyle = this.inks.paper;
      context.fill(path);
      context.fillStyle = context.strokeStyle = colour;
      context.globalAlpha = SOFT;
      context.lineWidth = 4;
      context.stroke(path);
      context.globalAlpha = PALE;
    }
    context.fill(path);
    context.globalAlpha = 1;
  }

  #outline(
    context: CanvasRenderingContext2D,
    { marks, projection }: ArchiveScene,
    mark: number,
    colour: string,
    width: number
  ): void {
    const { view } = projection;
    const radius = marks.radius[mark] as number;
    const whole = wholeRadius(radius, marks.counts[mark] as number, marks.sure[mark] as number);
    for (let copy = view.firstCopy; copy <= view.lastCopy; copy++) {
      this.#moveTo(context, (marks.x[mark] as number) + copy * view.world, marks.y[mark] as number);
      this.#ring(context, whole + 2.5, colour, width);
    }
  }

  /** One event, where it is; within a circle that counts it, the circle, whose number stays to be read. */
  #event(
    context: CanvasRenderingContext2D,
    scene: ArchiveScene,
    position: number,
    selected: boolean
  ): void {
    const { index, projection, marks } = scene;
    const at = index.y[position];
    if (at === undefined || at === NOWHERE || !projection.project(index.x[position] as number, at))
      return;
    const { x, y, view } = projection;
    const colour = selected ? this.inks.accent : this.inks.ink;
    const width = selected ? 2 : 1.5;
    const counted = scene.counts(position);
    const mark = counted ? markAt(marks, projection, x, y, 0) : -1;
    if (mark >= 0 && (marks.counts[mark] as number) > 1)
      return this.#outline(context, scene, mark, colour, width);
    for (let copy = view.firstCopy; copy <= view.lastCopy; copy++) {
      this.#moveTo(context, x + copy * view.world, y);
      this.#disc(context, SHAPE_RADIUS + 7, this.inks.paper, 1);
      this.#shape(context, index.kinds[position] as number, counted, colour);
      this.#ring(context, SHAPE_RADIUS + 5, colour, width);
    }
  }

  #ring(context: CanvasRenderingContext2D, radius: number, colour: string, width: number): void {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    context.arc(0, 0, radius, 0, FULL_TURN);
    context.stroke();
  }

  /** `zoom`: how much larger things are drawn there. */
  #moveTo(context: CanvasRenderingContext2D, x: number, y: number, zoom = 1): void {
    const scale = this.#scale;
    context.setTransform(scale * zoom, 0, 0, scale * zoom, x * scale, y * scale);
  }

  /** At the full size, in the font of the context. */
  #width(context: CanvasRenderingContext2D, text: string): number {
    let width = this.#widths.get(text);
    if (width === undefined) {
      width = context.measureText(text).width;
      if (this.#widths.size > 20_000) this.#widths.clear();
      this.#widths.set(text, width);
    }
    return width;
  }

  #path(shape: Shape): Path2D {
    let path = this.#paths.get(shape);
    if (path === undefined) {
      path = new Path2D(shapePath(shape, SHAPE_RADIUS));
      this.#paths.set(shape, path);
    }
    return path;
  }
}
