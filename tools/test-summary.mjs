/** Adds up the runners' own reports. Called by itself it prints the closing line and fails when nothing passed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './set-up.mjs';

/** @returns {{ passed: number, failed: number, line: string }} */
export function summary() {
  const folder = join(root, 'test-results');
  const names = existsSync(folder) ? readdirSync(folder).filter((n) => n.endsWith('.json')) : [];
  let passed = 0;
  let failed = 0;
  for (const name of names) {
    const report = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    passed += report.numPassedTests;
    // A file can fail with no test of its own failing: it cannot be loaded, or what runs before or after its tests throws.
    const broken = report.testResults.filter(
      (file) =>
        file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')
    );
    failed += report.numFailedTests + broken.length;
  }
  return { passed, failed, line: `${passed} passed, ${failed} failed` };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { passed, line } = summary();
  console.log(line);
  process.exit(passed === 0 ? 1 : 0);
}
