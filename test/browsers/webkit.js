/** WebKit as Debian has it, in GTK: WebDriver over HTTP. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { capabilities, eventually, overWebDriver } from './webdriver.js';

/** Where each command lives in a session.
 * @type {Record<import('./webdriver.js').Command, (parameters: Record<string, unknown>) => string>}
 */
const paths = {
  Navigate: () => '/url',
  ExecuteAsyncScript: () => '/execute/async',
  FindElement: () => '/element',
  ElementClick: ({ id }) => `/element/${id}/click`,
  PerformActions: () => '/actions',
  SetWindowRect: () => '/window/rect',
};

/**
 * @param {import('./webdriver.js').Size} size
 * @returns {Promise<import('./webdriver.js').Browser>}
 */
export async function launchWebKit(size) {
  // Once in a while its MiniBrowser never answers its driver.
  for (let tries = 1; ; tries++) {
    try {
      return await start(size);
    } catch (error) {
      if (tries === 3) throw error;
    }
  }
}

/** @param {import('./webdriver.js').Size} size */
async function start(size) {
  const port = await freePort();
  // A group of its own, so that what it starts ends with it.
  const driver = spawn(process.env.WEBKIT ?? 'WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', detached: true });
  const ended = once(driver, 'exit');
  const end = async () => {
    process.kill(-Number(driver.pid));
    await ended;
  };
  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   * @param {AbortSignal} [signal]
   */
  const call = async (method, path, body, signal) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, signal, body: body === undefined ? body : JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  try {
    await eventually(() => call('GET', '/status'));
    const { sessionId } = await call('POST', '/session', { capabilities: { alwaysMatch: capabilities } }, AbortSignal.timeout(30_000));
    /** @type {import('./webdriver.js').Send} */
    const send = (name, parameters = {}) => call('POST', `/session/${sessionId}${paths[name](parameters)}`, parameters);
    return await overWebDriver('WebKit', size, send, async () => {
      await call('DELETE', `/session/${sessionId}`);
      await end();
    });
  } catch (error) {
    await end();
    throw error;
  }
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}
