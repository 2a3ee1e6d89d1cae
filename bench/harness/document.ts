import { GOALS, isMet, type Goal } from '../goals';
import type { Machine } from './machine';
import { DATELINE } from './plan';
import type { Cell, Summary } from './summary';
import { bySize, ratios, table } from './tables';
import { megabytes, ms, NOTHING, spread, times, whole } from './words';

/** What `docs/performance.md` says: Markdown, not yet set as Prettier would. `date` is when the run was made, as YYYY-MM-DD. */
export function writeDocument(summary: Summary, machine: Machine, date: string): string {
  return [
    '# Performance',
    '<!-- Written by `npm run bench`: run it again rather than change anything here. -->',
    `What it costs to move a window of time over many events, in Dateline and in other ways of putting events on a map, measured side by side in
one run: the same made-up events, the same windows, one browser. Read the ratios first: they hold from machine to machine and while other work
goes on; the milliseconds belong to the machine named below.`,
    machineLines(machine, date),
    '## What Dateline promises',
    goalTable(summary, GOALS),
    `“Checked” is what \`npm run bench -- --check\` insists on: ratios and CPU time. The rest is for a quiet machine.`,
    '## How many times faster than the others',
    'The median time of a step there, divided by Dateline’s.',
    '**Windows of 30 days**',
    ratios(summary, ({ latency }) => latency.month.median),
    '**Windows of a year**',
    ratios(summary, ({ latency }) => latency.year.median),
    '**All ten years**, but for some months at either end',
    ratios(summary, ({ latency }) => latency.all.median),
    '## A step',
    'Milliseconds from the call, at the beginning of a frame, until the canvases hold the new picture: median / 95th percentile.',
    '**Windows of 30 days**',
    bySize(summary, ({ latency }) => spread(latency.month)),
    '**Windows of a year**',
    bySize(summary, ({ latency }) => spread(latency.year)),
    '**All ten years**, but for some months at either end',
    bySize(summary, ({ latency }) => spread(latency.all)),
    '## CPU of a step',
    'Milliseconds of CPU for a window of 30 days: main thread / workers / GPU process / all processes of the browser.',
    bySize(summary, cpuText),
    '## A drag',
    'A new window in every frame for two seconds, none waited for: pictures a second / milliseconds from the last call until its picture.',
    bySize(summary, ({ picturesPerSecond: pictures, late }) =>
      pictures === null ? NOTHING : `${whole(pictures)} / ${ms(late)}`
    ),
    '## Loading',
    'Milliseconds from typed arrays in memory to the first frame / longest task of the main thread meanwhile (a browser tells of those over 50 ms).',
    bySize(summary, loadText),
    '## Memory',
    'MB beyond a blank page, in the page’s and the GPU’s processes / of them JavaScript objects of the main thread.',
    bySize(summary, ({ memory, heap }) =>
      memory === null && heap === null ? NOTHING : `${megabytes(memory)} / ${megabytes(heap)}`
    ),
    '## What is under the pointer',
    'Milliseconds: median / 95th percentile. A page’s clock ticks in tenths.',
    bySize(summary, ({ hover }) => spread(hover)),
    ...collectionLines(summary),
    ...troubleLines(summary),
    METHOD
  ]
    .join('\n\n')
    .concat('\n');
}

function machineLines(machine: Machine, date: string): string {
  const gpu = machine.software ? `no GPU: the CPU draws in its place` : 'a GPU';
  return [
    `- Date: ${date}`,
    `- Machine: ${machine.cores} cores (${machine.cpu}), ${whole(machine.memory / 2 ** 30)} GB; ${gpu} (${machine.renderer})`,
    `- Chromium ${machine.chromium}; ${machine.load.toFixed(1)} processes wanted a core when the run began`
  ].join('\n');
}

/** Each goal beside what was measured. */
export function goalTable(summary: Summary, goals: readonly Goal[]): string {
  return table(
    ['', 'goal', 'measured', 'reached', 'checked'],
    goals.map((goal) => {
      const met = isMet(goal, summary);
      const { text, limit, is, unit, checked } = goal;
      return [
        text,
        `${is === 'most' ? '≤' : '≥'} ${withUnit(limit, unit, whole(limit))}`,
        measuredText(goal, summary),
        met === null ? NOTHING : met ? 'yes' : '**no**',
        checked ? 'yes' : 'no'
      ];
    })
  );
}

export function measuredText({ measure, unit }: Goal, summary: Summary): string {
  const value = measure(summary);
  if (value === null) return 'not measured';
  return unit === '×' ? times(value) : withUnit(value, unit, ms(value));
}

function withUnit(value: number, unit: Goal['unit'], text: string): string {
  return unit === '×' ? times(value).replace('.0', '') : `${text} ${unit}`.replace(' /s', '/s');
}

function cpuText({ cpu }: Cell): string {
  const { main, workers, gpu, all } = cpu;
  return main === null ? NOTHING : [main, workers, gpu, all].map(ms).join(' / ');
}

function loadText({ load, longestTask, approach }: Cell): string {
  if (load === null || approach === 'blank') return NOTHING;
  return `${ms(load)} / ${longestTask ? ms(longestTask) : '≤ 50'}`;
}

function collectionLines({ cells }: Summary): string[] {
  const own = cells.filter(({ approach }) => approach === DATELINE);
  const rows = own.flatMap(({ size, collections: c }) =>
    c
      ? [
          [
            whole(size),
            whole(c.steps),
            String(c.minor),
            String(c.major),
            ms(c.total),
            ms(c.longest)
          ]
        ]
      : []
  );
  if (rows.length === 0) return [];
  const head = ['events', 'steps', 'minor', 'major', 'all, ms', 'longest, ms'];
  return [
    '## Garbage collections',
    'Of Dateline’s main thread in a trace of a drag, a step a frame.',
    table(head, rows)
  ];
}

function troubleLines({ cells }: Summary): string[] {
  const lines = cells.flatMap((cell) => [
    ...cell.failures.map((why) => `- ${cell.name}, ${whole(cell.size)} events: ${why}`),
    ...(cell.wrong
      ? [`- ${cell.name}, ${whole(cell.size)} events: reported another count than brute force.`]
      : [])
  ]);
  return lines.length ? ['## What went wrong', lines.join('\n')] : [];
}

const METHOD = `## How it is measured

\`\`\`sh
npm run bench                          # everything, writes this file; about a quarter of an hour
node tools/bench.mjs --help            # a part of it
npm run build:bench                    # only the pages, into build-bench/
\`\`\`

- **Events** are made up by [\`bench/data.ts\`](../bench/data.ts), always the same: ten years, some 300 cities in clusters, bursts in time, 30 %
  that last. Every page is asked how many events it shows, and the answer is compared with a count over all of them.
- **Pages** are those of \`build-bench/\`: each has a map of 1024 × 768 CSS pixels and can be driven from outside by the
  \`window.bench\` that [\`bench/contract.ts\`](../bench/contract.ts) describes. Dateline’s is its own page with its own base map; the others have a
  map with nothing on it but one colour, which costs them less than any real one would.
- **setFilter**: a GeoJSON source, circles, the window in the layer’s filter. **Clusters, setData**: the events of the window as new data of a
  clustered source. **leaflet.timeline**: on Leaflet’s canvas; it knows instants and not windows, so its events are lengthened by the
  window. **Empty MapLibre map**: told to repaint and nothing else, the least that anything drawn inside it can cost.
- **Rounds**: every page in a browser of its own, in turn, and each round begins with another one. Steps begin when a page has come to rest, its
  base map there.
- **A step** begins at the start of a frame, where browsers deliver the moves of a pointer, once the step before has come to rest. It ends when
  the page says that it has drawn, a pixel can be read from its 2D canvases and from those of WebGL that it drew on, and the page has painted.
  Getting them to the screen, which is the browser’s work and the same for all, is not in the time; it is in the CPU of the GPU process and of
  all processes.
- **CPU** of the main thread is that of its tasks, of workers that of their threads (on Linux), of processes what the system says of them.
- **A drag** counts the frames that show something new.
- **Words** (dates, counts, what is spoken of the sliders) follow some ten steps a second on Dateline’s page, as they do for its readers; map,
  timeline and histogram follow every step.

## What the numbers do not mean

- Without a GPU the CPU does a GPU’s work. With one, whatever is drawn by WebGL gains, MapLibre’s own repaint among it; what setFilter and
  setData spend in the main thread and in workers stays.
- A dash means not measured: leaflet.timeline takes minutes for what it shows many of, since its time grows with the square of it; setFilter with
  a million circles on screen was left out.
- The other ways are used as their manuals show. Who tunes one may well do better.
- At few events many windows of a drag hold the same events as the one before: a page with nothing to redraw then looks quick.
- One browser, one size of map, made-up events, one world in view. Memory and workers are only known on Linux; memory swings
  by some ten MB.
- At few events all but MapLibre are quick enough; their ratios there say little.`;
