/** Other versions of the site, built from changed sources. */

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** All that a build reads. */
const sources = ['engine', 'wasm', 'scripts', 'web', 'index.html', 'manifest.webmanifest', 'go.mod', 'go.sum', 'LICENSE'];

/**
 * Builds the site with some files changed.
 * @param {Record<string, (text: string) => string>} changes by path
 * @returns {{site: string, remove: () => void}} its folder
 */
export function buildChanged(changes) {
  const folder = mkdtempSync(join(tmpdir(), 'shallows-version-'));
  for (const source of sources) cpSync(join(repository, source), join(folder, source), { recursive: true });
  for (const [path, change] of Object.entries(changes)) {
    const text = readFileSync(join(folder, path), 'utf8');
    const changed = change(text);
    if (changed === text) throw new Error(`nothing changes in ${path}`);
    writeFileSync(join(folder, path), changed);
  }
  execFileSync('go', ['run', './scripts/build', '-out', 'dist'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  return { site: join(folder, 'dist'), remove: () => rmSync(folder, { recursive: true }) };
}
