/** The few commands of WebDriver that the tests need, the same for each browser that speaks it. */

import { setTimeout as pause } from 'node:timers/promises';

/** Sends a command by its name in the standard; resolves to its value.
 * @typedef {(name: Command, parameters?: Record<string, unknown>) => Promise<any>} Send
 */

/** @typedef {'Navigate' | 'ExecuteAsyncScript' | 'FindElement' | 'ElementClick' | 'PerformActions' | 'SetWindowRect'} Command */

/** What a browser is told at the start: wait for a slow machine. */
export const capabilities = { timeouts: { script: 120_000, pageLoad: 120_000 } };

/** Of a window, in CSS pixels; those of Firefox and WebKit have their frame in it.
 * @typedef {{width: number, height: number}} Size
 */

/** A browser as the tests see it. Firefox, WebKit and Chromium offer the same.
 * @typedef {object} Browser
 * @property {string} name
 * @property {(address: string) => Promise<void>} goto
 * @property {<A extends unknown[], R>(run: (...given: A) => R, ...given: A) => Promise<Awaited<R>>} evaluate runs a function in the page
 * @property {(selector: string) => Promise<void>} click
 * @property {(key: 'Tab' | 'Shift+Tab') => Promise<void>} press
 * @property {() => Promise<void>} close
 */

/**
 * @param {string} name
 * @param {Size} size
 * @param {Send} send in a session
 * @param {() => Promise<void>} close
 * @returns {Promise<Browser>}
 */
export async function overWebDriver(name, size, send, close) {
  await send('SetWindowRect', size);
  return {
    name,
    async goto(address) {
      // An address that differs in its fragment alone would load nothing.
      await send('Navigate', { url: 'about:blank' });
      await send('Navigate', { url: address });
      // WebKit's driver answers before the page has come where the machine is slow.
      const script = 'arguments[0](document.readyState === "complete" && location.href !== "about:blank")';
      while (address !== 'about:blank' && !await send('ExecuteAsyncScript', { script, args: [] }));
    },
    async evaluate(run, ...given) {
      const script = `const answer = arguments[0];
        Promise.resolve().then(() => (${run})(...arguments[1])).then((value) => answer({ value: value ?? null }), (error) => answer({ error: String(error) }));`;
      // The standard puts the answer's function last.
      const { value, error } = await send('ExecuteAsyncScript', { script: `const given = [...arguments]; (function () { ${script} })(given.pop(), given);`, args: given });
      if (error) throw new Error(`in ${name}: ${error}`);
      return value;
    },
    async click(selector) {
      const element = await send('FindElement', { using: 'css selector', value: selector });
      await send('ElementClick', { id: Object.values(element)[0] });
    },
    async press(key) {
      const tab = [{ type: 'keyDown', value: '\ue004' }, { type: 'keyUp', value: '\ue004' }];
      const shift = { down: { type: 'keyDown', value: '\ue008' }, up: { type: 'keyUp', value: '\ue008' } };
      await send('PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions: key === 'Tab' ? tab : [shift.down, ...tab, shift.up] }] });
    },
    close,
  };
}

/** Asks again and again until there is an answer; fails when a browser takes too long to start.
 * @template T
 * @param {() => T | Promise<T>} ask throws while there is none
 * @returns {Promise<T>}
 */
export async function eventually(ask) {
  const end = Date.now() + 60_000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(50);
    }
  }
}
