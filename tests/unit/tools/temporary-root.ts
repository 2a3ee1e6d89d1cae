import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TOOLS = fileURLToPath(new URL('../../../tools/', import.meta.url));

/** A project folder with nothing in it but some of the tools, which take the folder above them for the project. */
export class TemporaryRoot {
  // A tool knows itself by its real path, and the folder for temporary files may be a link.
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'dateline-')));

  constructor(...tools: string[]) {
    for (const name of tools) cpSync(join(TOOLS, name), this.at('tools', name));
  }

  at(...parts: string[]): string {
    return join(this.path, ...parts);
  }

  write(path: string, content: string, mode?: number): void {
    mkdirSync(dirname(this.at(path)), { recursive: true });
    writeFileSync(this.at(path), content, mode === undefined ? {} : { mode });
  }

  /** Runs Node in the folder and waits for its end. */
  node(args: string[], environment: Record<string, string> = {}) {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: this.path,
      encoding: 'utf8',
      env: { ...process.env, ...environment }
    });
    return { status, stdout, stderr };
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
