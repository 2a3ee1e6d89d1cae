import type { Layout } from '../layout';

/** By how much the plot is higher when it has several rows of bars. The style sheet has the same. */
const TALL = 1.6;

export function tall(layout: Layout): Layout {
  const more = Math.floor(layout.height * TALL) - layout.height;
  const [first, second] = layout.labels;
  return {
    ...layout,
    height: layout.height + more,
    base: layout.base + more,
    rows: layout.rows + Math.floor(more / layout.rowHeight),
    labels: [first + more, second + more]
  };
}
