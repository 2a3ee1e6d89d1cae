import { formatPath, problem, type Problem, type ProblemCode } from '../problem';
import type { Finding } from './safe-copy';

type Node = Record<PropertyKey, unknown>;

/** Lists whose entries can be left out one by one. Others stand or fall as a whole: half a point, half the speakers of a claim. */
const LISTS = new Set<PropertyKey>(
  'kinds groups places parties citations events where claims disputes acts relations chapters questions cites corrections languages authors sameAs'.split(
    ' '
  )
);

/** Optional fields whose absence changes the meaning of nothing around them: they are left out alone. */
const ALONE = new Set<PropertyKey>(
  '$schema note url archived accessed label locator measure home rows'.split(' ')
);

/** What a citation cannot do without; any other field of CSL-JSON can be left out alone. */
const CITATION = new Set<PropertyKey>('id type title publisher container-title reading'.split(' '));

/** What an archive cannot be read without; its other columns can be left out alone. */
const ARCHIVE_COLUMNS = new Set<PropertyKey>('time lon lat point'.split(' '));

/** Texts by language, of which one language may be left out while another is there. */
const TEXTS = new Set<PropertyKey>(
  'title summary name names basis note text answer topic role publisherNote'.split(' ')
);

/** What stands in for a required field of `story` that could not be read, so that the rest can be shown. */
export const STORY_FALLBACK: Readonly<Record<string, unknown>> = {
  id: 'story',
  title: { und: '—' },
  summary: { und: '—' },
  languages: ['und'],
  timeZone: 'UTC',
  licence: { name: '—' },
  authors: [],
  updated: '1970-01-01'
};

/** A story on its way to being sound: the document, what was found wrong with it, and where its entries stood in the file. */
export class Draft {
  readonly problems: Problem[] = [];
  readonly #root: Node;
  readonly #named = new Set<string>();
  /** Of a list that lost entries: the original position of each that stayed. */
  readonly #origins = new WeakMap<object, number[]>();

  /** Takes the document over: it will be changed. */
  constructor(root: Node) {
    this.#root = root;
  }

  get root(): Readonly<Node> {
    return this.#root;
  }

  /** Names a problem, once; `path` is one of the document as it stands now. */
  report(code: ProblemCode, path: readonly PropertyKey[], value?: unknown, detail?: string): void {
    const where = formatPath(this.#originalPath(path));
    const name = `${code} ${where}`;
    if (this.#named.has(name)) return;
    this.#named.add(name);
    this.problems.push(problem(code, where, value, detail));
  }

  /** Names each finding and leaves out the smallest thing around it that a story can do without. */
  leaveOut(findings: readonly Finding[]): void {
    for (const { code, path, value, detail } of findings) this.report(code, path, value, detail);
    const dropped = new Map<unknown[], Set<number>>();
    for (const finding of findings) this.#leaveOutOne(finding, dropped);
    // Last, for the positions in the findings are those before any was dropped.
    for (const [list, positions] of dropped) this.#drop(list, positions);
  }

  #leaveOutOne({ code, path, keep }: Finding, dropped: Map<unknown[], Set<number>>): void {
    const nodes = this.#nodesAlong(path);
    const last = path.length - 1;
    const [key, parent] = [path[last], nodes[last]];
    if (keep !== undefined) {
      const list = nodes[path.length];
      if (Array.isArray(list)) list.length = Math.min(list.length, keep);
      return;
    }
    // Cut when it was copied.
    if (code === 'too-deep') return;
    if (key !== undefined && isNode(parent) && this.#isOneOfSeveral(code, path, parent)) {
      Reflect.deleteProperty(parent, key);
      return;
    }
    for (let i = last; i > 0; i--) {
      const [at, list] = [path[i], nodes[i]];
      const field = path[i - 1];
      if (
        typeof at === 'number' &&
        Array.isArray(list) &&
        field !== undefined &&
        LISTS.has(field)
      ) {
        const positions = dropped.get(list) ?? new Set();
        dropped.set(list, positions.add(at));
        return;
      }
      if (at !== undefined && isNode(list) && standsAlone(path, i)) {
        Reflect.deleteProperty(list, at);
        return;
      }
    }
    const [top, field] = path;
    if (top === 'story' && typeof field === 'string') {
      (this.#root['story'] as Node)[field] = STORY_FALLBACK[field];
    } else if (top !== undefined) {
      this.#root[top] = LISTS.has(top) ? [] : undefined;
    }
  }

  #isOneOfSeveral(code: ProblemCode, path: readonly PropertyKey[], parent: Node): boolean {
    if (code === 'unknown-field') return true;
    const field = path[path.length - 2];
    return field !== undefined && TEXTS.has(field) && Object.keys(parent).length > 1;
  }

  #drop(list: unknown[], positions: ReadonlySet<number>): void {
    const origins = this.#origins.get(list) ?? list.map((_, i) => i);
    const stays = (_: unknown, i: number) => !positions.has(i);
    this.#origins.set(list, origins.filter(stays));
    const rest = list.filter(stays);
    list.splice(0, list.length, ...rest);
  }

  #originalPath(path: readonly PropertyKey[]): PropertyKey[] {
    const nodes = this.#nodesAlong(path);
    return path.map((key, i) => {
      const node = nodes[i];
      const origins = Array.isArray(node) ? this.#origins.get(node) : undefined;
      return typeof key === 'number' ? (origins?.[key] ?? key) : key;
    });
  }

  /** The document, what stands at the first step of `path`, at the second, … */
  #nodesAlong(path: readonly PropertyKey[]): unknown[] {
    const nodes: unknown[] = [this.#root];
    for (const key of path) {
      const node = nodes[nodes.length - 1];
      nodes.push(isNode(node) && Object.hasOwn(node, key) ? node[key] : undefined);
    }
    return nodes;
  }
}

/** Whether the field at step `i` of the path can be left out without what holds it. */
function standsAlone(path: readonly PropertyKey[], i: number): boolean {
  const field = path[i];
  if (field === undefined) return false;
  const [top, part] = path;
  if (i === 2 && top === 'citations') return !CITATION.has(field);
  // A column, or what one value of the kind column stands for.
  if (i === 2 && top === 'archive' && part === 'columns') return !ARCHIVE_COLUMNS.has(field);
  if (i === 2 && top === 'archive' && part === 'kinds') return true;
  return ALONE.has(field);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}
