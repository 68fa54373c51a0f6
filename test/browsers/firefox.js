/** Firefox, spoken to as its own geckodriver does: WebDriver's commands in Marionette's frames. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capabilities, eventually, overWebDriver } from './webdriver.js';

/** Quiet at the start, and a port of the system's choice. */
const preferences = {
  'marionette.port': 0,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

/**
 * @param {import('./webdriver.js').Size} size
 * @returns {Promise<import('./webdriver.js').Browser>}
 */
export async function launchFirefox(size) {
  const profile = await mkdtemp(join(tmpdir(), 'firefox-'));
  await writeFile(join(profile, 'user.js'), Object.entries(preferences).map(([key, value]) => `user_pref("${key}", ${JSON.stringify(value)});\n`).join(''));
  const firefox = spawn(process.env.FIREFOX ?? 'firefox-esr', ['--marionette', '--no-remote', '--profile', profile, 'about:blank'], { stdio: 'ignore' });
  const ended = once(firefox, 'exit');
  const port = await eventually(async () => {
    const written = Number(await readFile(join(profile, 'MarionetteActivePort'), 'utf8'));
    // The file is there a moment before what stands in it.
    if (!written) throw new Error('no port yet');
    return written;
  });
  const { ask, close } = speak(port);
  await ask('WebDriver:NewSession', { capabilities: { alwaysMatch: capabilities } });
  return overWebDriver('Firefox', size, (name, parameters = {}) => ask(`WebDriver:${name}`, parameters), async () => {
    close();
    firefox.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 10 });
  });
}

/** Marionette's frames are a length, a colon, and JSON: [0, id, command, parameters] and [1, id, error, result].
 * @param {number} port
 */
function speak(port) {
  const socket = connect(port, '127.0.0.1');
  /** @type {Map<number, {resolve: (value: any) => void, reject: (error: Error) => void}>} */
  const waiting = new Map();
  let last = 0;
  let buffer = Buffer.alloc(0);
  socket.on('data', (data) => {
    buffer = Buffer.concat([buffer, data]);
    for (let colon = buffer.indexOf(':'); colon > 0; colon = buffer.indexOf(':')) {
      const end = colon + 1 + Number(buffer.subarray(0, colon));
      if (buffer.length < end) return;
      hear(JSON.parse(buffer.subarray(colon + 1, end).toString()));
      buffer = buffer.subarray(end);
    }
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox has gone'));
  });

  /** @param {[number, number, {error: string, message: string} | null, any]} message the first has another form: a greeting */
  function hear(message) {
    if (!Array.isArray(message)) return;
    const [, id, error, result] = message;
    const call = waiting.get(id);
    waiting.delete(id);
    if (error) call?.reject(new Error(`${error.error}: ${error.message}`));
    else call?.resolve(result?.value ?? result);
  }

  /**
   * @param {string} command
   * @param {Record<string, unknown>} parameters
   * @returns {Promise<any>}
   */
  const ask = (command, parameters) => new Promise((resolve, reject) => {
    waiting.set(++last, { resolve, reject });
    const body = JSON.stringify([0, last, command, parameters]);
    socket.write(`${Buffer.byteLength(body)}:${body}`);
  });
  return { ask, close: () => socket.destroy() };
}
