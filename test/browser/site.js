/** A static server for dist/, as plain as any: the page must not need more. */

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built site: SITE, or dist/. */
export const dist = process.env.SITE ?? fileURLToPath(new URL('../../dist/', import.meta.url));

/** The page must not assume the root. */
const somewhere = '/some/where/';

/** @type {Record<string, string>} */
const mediaTypes = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** What reports the faults of a page where no console can be read. */
const witness = new URL('../browsers/witness.js', import.meta.url);

/**
 * Serves a site on a free loopback port.
 * @param {object} [options]
 * @param {string} [options.root] dist/ without
 * @param {string} [options.folder] that it is served from
 * @param {boolean} [options.watched] each page has the witness in it
 * @returns {Promise<{address: string, faults: string[], deploy: (root: string) => void, close: () => void}>} address ends
 * in a slash; faults are what witnesses tell, and files asked for that are not there; deploy puts another site in its
 * place
 */
export async function serveSite({ root = dist, folder = somewhere, watched = false } = {}) {
  /** @type {string[]} */
  const faults = [];
  // Queries of a megabyte are among what the page is tested with.
  const server = createServer({ maxHeaderSize: 4 << 20 }, async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(decodeURIComponent(pathname));
    if (path === `${folder}fault`) {
      faults.push(decodeURIComponent(search.slice(1)));
      response.writeHead(204).end();
      return;
    }
    try {
      if (!path.startsWith(folder)) throw new Error('outside the folder');
      const file = path.endsWith('/') ? path + 'index.html' : path;
      let body = await readFile(watched && path === `${folder}witness.js` ? witness : join(root, file.slice(folder.length)));
      if (watched && file.endsWith('.html')) body = Buffer.from(body.toString().replace('<script', '<script src="witness.js"></script><script'));
      response.writeHead(200, {
        'Content-Type': mediaTypes[extname(file)] ?? 'application/octet-stream',
        'Content-Length': body.length,
        'Cache-Control': 'max-age=3600',
      });
      response.end(body);
    } catch {
      faults.push(`${path} is not there`);
      response.writeHead(404, { 'Content-Type': 'text/plain' });
      response.end('not found\n');
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}${folder}`,
    faults,
    deploy(next) {
      root = next;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
