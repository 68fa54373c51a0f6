/**
 * Prints what a visitor loads: each file of a site as it is, with gzip and with
 * brotli, at the strongest settings, as a host that compresses once would.
 *
 *     node scripts/size.js dist
 */

import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const site = process.argv[2] ?? 'dist';
const files = readdirSync(site, { recursive: true, encoding: 'utf8' })
  .filter((file) => statSync(join(site, file)).isFile())
  .sort();

const rows = files.map((file) => {
  const bytes = readFileSync(join(site, file));
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
  return { file, sizes: [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli.length] };
});
rows.push({ file: 'all', sizes: [0, 1, 2].map((i) => rows.reduce((sum, { sizes }) => sum + sizes[i], 0)) });

const column = (/** @type {string | number} */ cell) => String(cell).padStart(12);
console.log(column('raw') + column('gzip') + column('brotli') + '  bytes');
for (const { file, sizes } of rows) console.log(sizes.map(column).join('') + '  ' + file);
