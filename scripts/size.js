/**
 * Prints what a visitor loads before training starts, by kind, and what the first bench loads, against the
 * limits; what comes later, if at all; and what the engine consists of.
 *
 *     node scripts/size.js dist
 *
 * Compressed sizes are those of the files that scripts/compress.js wrote. It
 * fails when a limit is exceeded.
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { packages } from './wasm-packages.js';

const site = process.argv[2] ?? 'dist';
const forms = ['raw', 'gzip', 'brotli'];
const limits = [Infinity, 2_900_000, 2_050_000];
/** Of what the first bench loads: the engine that workers train with, and their script. */
const benchLimits = [Infinity, 900_000, 650_000];
/** Packages smaller than this are summed up. */
const SMALL = 25_000;

const page = readFileSync(join(site, 'index.html'), 'utf8');

/** What the page loads to get to step 0: all it names but the sealed form of itself, and what its script asks for,
 * in the language with the longer texts. @param {string} file */
function first(file) {
  // Only the app, once it is installed, shows its icons and says so.
  if (/png$|manifest/.test(file)) return false;
  if (/^web.(locales|icons)/.test(file)) return !/zh-Hans/.test(file);
  return file === 'index.html' || /wasm_exec/.test(file) || (page.includes(`"${file}"`) && !/sealed/.test(file));
}

/** @param {string} file the bytes of each form; those of the file itself where a form did not pay @returns {number[]} */
function sizes(file) {
  const size = (/** @type {string} */ suffix) => statSync(join(site, file + suffix), { throwIfNoEntry: false })?.size;
  const raw = size('') ?? 0;
  return [raw, size('.gz') ?? raw, size('.br') ?? raw];
}

const kinds = new Map();
const later = new Map();
const bench = [0, 0, 0];
for (const file of readdirSync(site, { recursive: true, encoding: 'utf8' }).sort()) {
  const kind = extname(file);
  if (kind === '.gz' || kind === '.br' || !statSync(join(site, file)).isFile()) continue;
  if (/^web.trainer/.test(file)) {
    sizes(file).forEach((bytes, i) => (bench[i] += bytes));
    continue;
  }
  const where = first(file) ? kinds : later;
  const sum = where.get(kind) ?? [0, 0, 0];
  where.set(kind, sizes(file).map((bytes, i) => sum[i] + bytes));
}

const line = (/** @type {(string | number)[]} */ cells, /** @type {string} */ name) =>
  console.log(cells.map((cell) => cell.toLocaleString('en').padStart(13)).join('') + '  ' + name);

line(forms, 'bytes before training starts');
for (const [kind, sums] of kinds) line(sums, kind);
const all = [0, 1, 2].map((i) => [...kinds.values()].reduce((sum, sums) => sum + sums[i], 0));
line(all, 'all');
const shown = (/** @type {number[]} */ most) => most.map((limit) => (limit === Infinity ? '' : limit));
line(shown(limits), 'limit');

console.log();
line(forms, 'bytes that the first bench loads');
line(bench, 'trainer');
line(shown(benchLimits), 'limit');

console.log();
line(forms, 'bytes that come later, if at all');
for (const [kind, sums] of later) line(sums, kind);

console.log();
const scratch = mkdtempSync(join(tmpdir(), 'shallows-size-'));
try {
  const named = join(scratch, 'named.wasm');
  execFileSync('go', ['run', './scripts/build', '-named', named], { stdio: 'inherit' });
  line(['raw'], 'bytes of the engine by package');
  let rest = 0;
  for (const [name, bytes] of [...packages(named)].sort(([, a], [, b]) => b - a)) {
    if (bytes < SMALL) rest += bytes;
    else line([bytes], name);
  }
  line([rest], '(smaller packages)');
} finally {
  rmSync(scratch, { recursive: true });
}

if (all.some((bytes, i) => bytes > limits[i]) || bench.some((bytes, i) => bytes > benchLimits[i])) {
  console.error('\nMore than the limit.');
  process.exitCode = 1;
}
