import type { ArchiveIndex } from '../../core/archive/archive-index';
import { CellCounts, SCAN_MOST, type Cells } from '../../core/archive/cell-counts';
import { cellOf, gridOver, type CellGrid } from '../../core/archive/cell-grid';
import { fixedBox, lonLatOf, NOWHERE, type FixedBox } from '../../core/archive/fixed-point';
import type { Box } from '../../core/box';
import type { Window } from '../../core/story';
import type { Certainty } from '../../core/view';
import type { Frame } from '../projection';
import { CircleScale } from './circle-size';
import { countedBox, holdsPicture } from './counted-box';
import { eventsIn, stretchesOf, type EventOrder } from './event-order';
import { FixedProjection, fixedViewOf } from './fixed-projection';
import { MARGIN, MarkSlots, type Groups } from './mark-slots';
import { spotLevel, Spots, SPOTS_MOST } from './spots';

/** Pixels between the cells' borders, at least, and how many cells a picture holds at most, by about: whatever the screen. */
const LEAST_CELL = 48;
const CELLS_IN_PICTURE = 220;
/** Zoomed by more than this since, cells are chosen anew even while the map moves. */
const ZOOMED = 1.2;
/** Square pixels of the picture for each dot, at least: nearer together they are a grey that says nothing. */
const DOT_AREA = 500;
/** Once there are dots, they stay until there are this many times as many. */
const STAY = 1.25;
/** While the window moves, that many times the events that were too many are supposed to be so again. */
const ABOUT = 0.75;
/** Numbers among dots, and marks where all are marks: no more. */
const MOST_SPOTS = 110;
/** As many dots may be one to the eye without a number that says so, at most. */
const MOST_HIDDEN = 3;

/**
 * What the map of an archive shows in one picture: a circle with the number of events in each cell of a grid, or, where there are few enough, each
 * event where it is. What is counted depends on the window and on which part of the map is looked at; where it is drawn, on the camera.
 */
export class ArchiveScene {
  readonly index: ArchiveIndex;
  readonly marks = new MarkSlots();
  readonly scale = new CircleScale();
  readonly projection: FixedProjection;
  /** The events one by one, where they are; null while cells stand for them. */
  spots: Spots | null = null;
  /** Events outside all marks are dots. */
  dots = false;
  /** Changes with what is counted. */
  version = 0;
  frame: Frame;

  readonly #counts: CellCounts;
  readonly #whole: EventOrder;
  readonly #lats: readonly [south: number, north: number];
  readonly #stretches: Uint32Array;
  #spots: Spots | null = null;
  #grid: CellGrid;
  /** What is counted: events elsewhere are in no mark. */
  #box: FixedBox;
  /** The picture that it was chosen for, with the width of cells and spots. */
  #chosenFor: Frame;
  /** The events in `box`, made when there are too many elsewhere to pass over. */
  #local: EventOrder | null = null;
  #groups: Groups | null = null;
  #cells: Cells | null = null;
  #least = 1;
  #window: Window | null = null;
  #certainty: Certainty = 'may';
  #counted = false;
  #canDot = true;
  /** Events in sight that could not be shown one by one when that was tried last. */
  #tooMany = Infinity;
  /** By that they cannot now, which was not tried. */
  #supposed = false;

  constructor(index: ArchiveIndex, frame: Frame) {
    this.index = index;
    this.#counts = new CellCounts(index);
    this.#whole = { order: index.byClass, classes: index.classes };
    this.#stretches = new Uint32Array(2 * index.classes.length);
    this.#lats = latitudes(index);
    this.frame = this.#chosenFor = frame;
    this.projection = new FixedProjection(fixedViewOf(frame, MARGIN));
    const box = countedBox(frame);
    this.#box = fixedBox(box);
    this.#grid = this.#gridOver(box, frame);
    this.#counts.look(this.#grid);
  }

  /** What is to be counted; at the next picture. */
  step(window: Window | null, certainty: Certainty): void {
    this.#window = window;
    this.#certainty = certainty;
    this.#counted = false;
  }

  /** Places all marks in a picture. `rests`: cells may come together and apart. `canDot`: whether dots can be drawn. */
  show(frame: Frame, rests: boolean, canDot: boolean): void {
    const moved = frame !== this.frame;
    this.frame = frame;
    this.projection.view = fixedViewOf(frame, MARGIN);
    if ((moved && !this.#covers(frame)) || (rests && this.unsettled(frame))) this.#look(frame);
    if (!this.#counted || canDot !== this.#canDot) this.#count(frame, rests, canDot);
    const { width, height } = frame;
    if (this.#groups)
      this.marks.fill(this.#groups, this.#least, this.projection, this.scale, width, height);
  }

  /** True when cells or spots should come together or part, once all rests. */
  unsettled(frame: Frame): boolean {
    const chosen = this.#chosenFor;
    return (
      this.#supposed ||
      cellLevel(frame) !== cellLevel(chosen) ||
      spotLevel(frame.zoom) !== spotLevel(chosen.zoom)
    );
  }

  /** Makes ahead a part of what steps of the window will need; false when nothing is left to do. */
  prepare(): boolean {
    return this.#counts.prepare();
  }

  /** Visits the events that a mark stands for. A look at each event in the window: for a press on one. */
  eachIn(mark: number, visit: (position: number) => void): void {
    const { markOf } = this.marks;
    const { spots, index } = this;
    if (spots) {
      for (let i = 0; i < spots.events; i++)
        if (markOf[spots.spotOf[i] as number] === mark) visit(spots.positions[i] as number);
      return;
    }
    const cells = this.#cells;
    if (cells === null) return;
    const own = new Set<number>();
    for (let i = 0; i < cells.length; i++) if (markOf[i] === mark) own.add(cells.cell[i] as number);
    index.each(this.#window, (position) => {
      const cell = cellOf(this.#grid, index.x[position] as number, index.y[position] as number);
      if (own.has(cell) && index.meets(position, this.#window, this.#certainty)) visit(position);
    });
  }

  /** Whether an event is among those that are counted. */
  counts(position: number): boolean {
    return this.index.meets(position, this.#window, this.#certainty);
  }

  /** A name for a mark that it keeps as long as zoom and window do not change what it stands for by much. */
  keyOf(mark: number): string {
    const single = this.marks.single[mark] as number;
    if (single >= 0) return `event ${single}`;
    const lead = this.marks.lead[mark] as number;
    const { x, y } = this.#groups as Groups;
    const { xShift, yShift } = this.spots ?? this.#grid;
    const column = Math.floor((x[lead] as number) / 2 ** xShift);
    const row = Math.floor((y[lead] as number) / 2 ** yShift);
    return `${xShift} ${column} ${row}`;
  }

  #look(frame: Frame): void {
    const box = countedBox(frame);
    this.#box = fixedBox(box);
    this.#grid = this.#gridOver(box, frame);
    this.#counts.look(this.#grid);
    this.#chosenFor = frame;
    this.#local = null;
    this.#counted = false;
    this.#tooMany = Infinity;
  }

  #count(frame: Frame, rests: boolean, canDot: boolean): void {
    this.#counted = true;
    this.#canDot = canDot;
    this.#supposed = false;
    this.version++;
    // What they were shown by before comes first: mostly they still are.
    const tried = this.spots !== null && (this.#local !== null || !this.#many());
    if (!tried || !this.#countSpots(frame, canDot)) this.#countCells(frame, rests, canDot, tried);
    const groups = this.#groups;
    let largest = 0;
    if (groups)
      for (let i = 0; i < groups.length; i++)
        largest = Math.max(largest, groups.counts[i] as number);
    this.scale.fit(largest);
  }

  /** By cells, unless they can be shown one by one now. */
  #countCells(frame: Frame, rests: boolean, canDot: boolean, tried: boolean): void {
    const cells = this.#counts.count(this.#window, this.#certainty);
    if (!tried && cells.total <= SPOTS_MOST) {
      this.#supposed = !rests && cells.total >= ABOUT * this.#tooMany;
      if (!this.#supposed && this.#countSpots(frame, canDot)) return;
    }
    if (!this.#supposed) this.#tooMany = cells.total;
    this.spots = null;
    this.dots = false;
    this.#cells = this.#groups = cells;
    this.#least = 1;
    this.scale.roomFor(leastCell(frame));
  }

  /** False where the events cannot be shown one by one. */
  #countSpots(frame: Frame, canDot: boolean): boolean {
    const order = this.#many() ? (this.#local ??= eventsIn(this.index, this.#box)) : this.#whole;
    const spots = (this.#spots ??= new Spots());
    // Not the zoom of now: while the map moves, no step of a scrub parts spots or brings them together.
    spots.look(this.#chosenFor.zoom);
    if (!spots.count(this.index, order, this.#box, this.#window, this.#certainty)) return false;
    const least = spots.leastFor(MOST_SPOTS);
    if (least > MOST_HIDDEN + 1) return false;
    spots.chooseDots(this.index, least);
    const most = (frame.width * frame.height) / DOT_AREA;
    if (spots.dots > (canDot ? (this.dots ? most * STAY : most) : 0)) return false;
    this.spots = spots;
    this.dots = spots.dots > 0;
    this.#groups = spots;
    this.#least = least;
    this.scale.roomFor(LEAST_CELL);
    return true;
  }

  /** More events may be in the window, wherever they are, than can be passed over at each step. */
  #many(): boolean {
    return stretchesOf(this.#whole, this.index, this.#window, this.#stretches) > SCAN_MOST;
  }

  /** What the picture shows lies in what is counted. */
  #covers({ width, height, zoom }: Frame): boolean {
    const chosen = this.#chosenFor;
    return (
      width === chosen.width &&
      height === chosen.height &&
      Math.abs(zoom - chosen.zoom) <= ZOOMED &&
      holdsPicture(this.#box, this.projection, width, height)
    );
  }

  /** Cells no farther north and south than there are events. */
  #gridOver([west, south, east, north]: Box, frame: Frame): CellGrid {
    const [least, most] = this.#lats;
    const bounded = (lat: number) => Math.max(least, Math.min(most, lat));
    return gridOver([west, bounded(south), east, bounded(north)], frame.zoom, leastCell(frame));
  }
}

/** Pixels. */
function leastCell({ width, height }: Frame): number {
  return Math.max(LEAST_CELL, Math.sqrt((width * height) / CELLS_IN_PICTURE));
}

/** The same for all zooms with cells of the same width. */
function cellLevel(frame: Frame): number {
  return Math.floor(frame.zoom + Math.log2(512 / leastCell(frame)));
}

/** The southernmost and the northernmost event, degrees, and a hair more. */
function latitudes({ y }: ArchiveIndex): readonly [number, number] {
  let [north, south] = [Infinity, -Infinity];
  for (let position = 0; position < y.length; position++) {
    const at = y[position] as number;
    if (at === NOWHERE) continue;
    if (at < north) north = at;
    if (at > south) south = at;
  }
  if (north > south) return [-90, 90];
  return [lonLatOf(0, south)[1] - HAIR, lonLatOf(0, north)[1] + HAIR];
}

const HAIR = 1e-6;
