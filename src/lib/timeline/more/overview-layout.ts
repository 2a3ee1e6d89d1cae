import type { Layout } from '../layout';

/** The same measures with the overview: on a desk a row makes room for it; on a phone, which has few, it is a line above them. */
export function underOverview(layout: Layout): Layout {
  if (layout.overview <= layout.top) return layout;
  return { ...layout, top: layout.top + layout.rowHeight, rows: layout.rows - 1 };
}
