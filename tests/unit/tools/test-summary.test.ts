import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TemporaryRoot } from './temporary-root';

let root: TemporaryRoot;
beforeEach(() => {
  root = new TemporaryRoot('test-summary.mjs', 'set-up.mjs');
});
afterEach(() => root.remove());

type Status = 'passed' | 'failed' | 'skipped';
interface TestFile {
  status?: 'passed' | 'failed';
  tests: Status[];
}

/** As Vitest's JSON reporter writes it, as far as it is read. */
function report(name: string, ...files: TestFile[]): void {
  const statuses = files.flatMap(({ tests }) => tests);
  const count = (status: Status) => statuses.filter((one) => one === status).length;
  const content = {
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    testResults: files.map(({ tests, status }) => ({
      status: status ?? (tests.includes('failed') ? 'failed' : 'passed'),
      assertionResults: tests.map((one) => ({ status: one }))
    }))
  };
  root.write(`test-results/${name}.json`, JSON.stringify(content));
}
const run = () => root.node(['tools/test-summary.mjs']);

describe('the closing line', () => {
  test('adds up the reports of all runners', () => {
    report('unit', { tests: ['passed', 'passed'] }, { tests: ['passed', 'failed'] });
    report('browser', { tests: ['passed', 'skipped'] });
    expect(run()).toEqual({ status: 0, stdout: '4 passed, 1 failed\n', stderr: '' });
  });

  test('counts a file that could not be loaded as one failed', () => {
    report('unit', { tests: ['passed'] }, { status: 'failed', tests: [] });
    expect(run().stdout).toBe('1 passed, 1 failed\n');
  });

  test('counts a file whose set-up failed, so that its tests were skipped, as one failed', () => {
    report('unit', { tests: ['passed'] }, { status: 'failed', tests: ['skipped', 'skipped'] });
    expect(run().stdout).toBe('1 passed, 1 failed\n');
  });

  test('counts a file that failed after its tests had passed as one failed', () => {
    report('unit', { status: 'failed', tests: ['passed', 'passed'] });
    expect(run().stdout).toBe('2 passed, 1 failed\n');
  });

  test('reads nothing but reports', () => {
    report('unit', { tests: ['passed'] });
    root.write('test-results/notes.txt', 'no report');
    expect(run().stdout).toBe('1 passed, 0 failed\n');
  });
});

describe('the exit code', () => {
  test('is a failure when nothing passed', () => {
    report('unit', { tests: ['failed'] });
    expect(run()).toMatchObject({ status: 1, stdout: '0 passed, 1 failed\n' });
  });

  test('is a failure when nothing was run', () => {
    expect(run()).toMatchObject({ status: 1, stdout: '0 passed, 0 failed\n' });
  });
});
