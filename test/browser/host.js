/** A server for one page of another origin than the site's, and no favicon to ask for. */

import { createServer } from 'node:http';

/**
 * @param {string} html
 * @returns {Promise<{address: string, close: () => void}>}
 */
export async function serveHost(html) {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/' ? 200 : 204, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(request.url === '/' ? html : undefined);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://localhost:${port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
