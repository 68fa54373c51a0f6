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

/**
 * Serves a site on a free loopback port.
 * @param {string} [root] dist/ without
 * @param {string} [folder] that it is served from
 * @returns {Promise<{address: string, deploy: (root: string) => void, close: () => void}>} address ends in a slash;
 * deploy puts another site in its place
 */
export async function serveSite(root = dist, folder = somewhere) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    try {
      if (!path.startsWith(folder)) throw new Error('outside the folder');
      const file = path.endsWith('/') ? path + 'index.html' : path;
      const body = await readFile(join(root, file.slice(folder.length)));
      response.writeHead(200, {
        'Content-Type': mediaTypes[extname(file)] ?? 'application/octet-stream',
        'Content-Length': body.length,
        'Cache-Control': 'max-age=3600',
      });
      response.end(body);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' });
      response.end('not found\n');
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}${folder}`,
    deploy(next) {
      root = next;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
