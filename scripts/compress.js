/**
 * Writes each file of a site that gets smaller by it a second and a third
 * time, as FILE.br and FILE.gz at the strongest settings, for servers that send
 * such files to browsers that accept them.
 *
 *     node scripts/compress.js dist
 */

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const site = process.argv[2] ?? 'dist';

/** Everything else is compressed already. */
const compressible = new Set(['.css', '.csv', '.html', '.js', '.json', '.md', '.svg', '.wasm', '.webmanifest']);

const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) => compressible.has(extname(file)));

await Promise.all(files.map(async (file) => {
  const bytes = readFileSync(join(site, file));
  /** @type {[string, Promise<Buffer>][]} */
  const forms = [
    ['.br', promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length, [constants.BROTLI_PARAM_LGWIN]: 24 } })],
    ['.gz', promisify(gzip)(bytes, { level: 9 })],
  ];
  for (const [suffix, form] of forms) {
    const compressed = await form;
    if (compressed.length < bytes.length) writeFileSync(join(site, file + suffix), compressed);
  }
}));
