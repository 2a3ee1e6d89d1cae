import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface AxeReport {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly {
      readonly target: readonly string[];
      readonly failureSummary: string;
    }[];
  }[];
}

const ALL = { runOnly: { type: 'tag', values: TAGS }, rules: { 'target-size': { enabled: true } } };
/** Light and dark differ in their colours alone. */
const COLOURS = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/** Each violation of WCAG 2.2 AA in the document as it stands, in words that tell what to change. */
export async function violations(document: Page | Frame, rules: object = ALL): Promise<string[]> {
  // The page's policy keeps script elements out; the browser's own console may still run this.
  await document.evaluate(axe);
  const report = await document.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as {
      axe: { run: (root: Document, options: object) => Promise<AxeReport> };
    };
    return axe.run(globalThis.document, { ...rules, resultTypes: ['violations'] });
  }, rules);
  return report.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`)
  );
}

/** In light and in dark; `document` is the page or a frame of it. */
export async function expectNoViolation(page: Page, document: Page | Frame = page) {
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await violations(document), 'violations in light').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(document, COLOURS), 'violations in dark').toEqual([]);
}
