import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fixtureNames, fixturePath, readFixture } from './story-fixtures';

const root = fileURLToPath(new URL('../../../', import.meta.url));

function check(...targets: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tools/story-check.ts', ...targets],
    { cwd: root, encoding: 'utf8' }
  );
  return { status, stdout, stderr };
}

describe('story:check', () => {
  it('says what a good story holds and that it has no problems, and exits 0', () => {
    const { status, stdout } = check(fixturePath('good-minimal'));
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /good-minimal.*: 3 events, 3 places, 2 parties, 2 claims, 2 citations: no problems\n$/
    );
  }, 60_000);

  it('names every problem of every broken story under its file name, and exits 1', () => {
    const broken = fixtureNames.filter((name) => readFixture(name).problems.length > 0);
    expect(broken.length).toBeGreaterThanOrEqual(30);
    const { status, stdout } = check(...broken.map(fixturePath));
    expect(status).toBe(1);
    // One block a story: its problems, then a line that begins with its path.
    let rest = stdout;
    for (const name of broken) {
      const end = rest.indexOf(`\n${fixturePath(name)}: `);
      expect(end, name).toBeGreaterThan(0);
      const block = rest.slice(0, end);
      for (const { code, severity, message, remedy } of readFixture(name).problems) {
        expect(block, name).toContain(`${severity} ${code} at `);
        expect(block).toContain(message);
        expect(block).toContain(`remedy: ${remedy}`);
      }
      rest = rest.slice(rest.indexOf('\n', end + 1));
    }
  }, 60_000);

  it('exits 0 when there are warnings only', () => {
    const { status, stdout } = check(fixturePath('unknown-field'));
    expect(status).toBe(0);
    expect(stdout).toContain('warning unknown-field at unknown-field.in.json: events[1].colour');
    expect(stdout).toContain('0 errors, 1 warning');
  }, 60_000);

  it('says in which file of a folder a problem is, and where in that file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'story-'));
    const whole = JSON.parse(readFileSync(fixturePath('date-impossible'), 'utf8'));
    const { events, ...story } = whole;
    writeFileSync(join(folder, 'a.json'), JSON.stringify({ ...story, events: events.slice(0, 1) }));
    writeFileSync(join(folder, 'b.json'), JSON.stringify({ events: events.slice(1) }));
    const { status, stdout } = check(folder);
    expect(status).toBe(1);
    expect(stdout).toContain(
      'error date-impossible at b.json: events[0].when\n  found:  2022-02-30'
    );
    writeFileSync(join(folder, 'c.json'), '{ "events": [ }');
    expect(check(folder).stdout).toMatch(/json-malformed at c\.json\n.*\n.*line 1, column 15/);
  }, 60_000);

  it('exits 2 with a sentence when it is not told what to read, or there is nothing there', () => {
    expect(check()).toMatchObject({ status: 2, stdout: '' });
    expect(check().stderr).toContain('npm run story:check -- FILE_OR_FOLDER');
    expect(check('no-such-file.json')).toMatchObject({ status: 2 });
    const empty = mkdtempSync(join(tmpdir(), 'story-'));
    expect(check(empty)).toMatchObject({
      status: 2,
      stderr: `The folder ${empty} holds no .json file.\n`
    });
  }, 60_000);
});
