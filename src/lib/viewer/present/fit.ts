/** Steps by which text gets smaller until it has room; few words may be larger than usual. */
const SCALES = [1.2, 1.1, 1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.65, 0.6, 0.55, 0.5];

/** Sets `--fit` on an element to the largest scale at which what is in it needs no scrolling. Where the page scrolls anyway, nothing shrinks. */
export function fit(element: HTMLElement, scrolls: boolean): void {
  for (const scale of scrolls ? [1] : SCALES) {
    element.style.setProperty('--fit', String(scale));
    if (element.scrollHeight <= element.clientHeight) return;
  }
}
