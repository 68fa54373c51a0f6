/** Counts the calls by which the page crosses into the engine: those of its object and of the module's export. */

/** @typedef {import('playwright-core').Page} Page */

/**
 * Has the calls of a page counted, from before it is opened.
 * @param {Page} page
 */
export async function countCrossings(page) {
  await page.addInitScript(() => {
    /** @type {string[]} */
    const crossings = [];
    Object.assign(window, { crossings });
    /**
     * @param {string} name
     * @param {Function} call
     */
    const counted = (name, call) => (/** @type {unknown[]} */ ...args) => {
      crossings.push(name === 'do' ? args.slice(0, 2).join(' ') : name);
      return call(...args);
    };
    /** @type {(engine: object) => void} */
    let start;
    Object.defineProperty(window, 'shallowsStart', {
      get: () => (/** @type {object} */ engine) => start(Object.fromEntries(Object.entries(engine).map(([name, call]) => [name, counted(name, call)]))),
      set: (given) => (start = given),
    });
    const instantiate = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (source, imports) => {
      const { instance, module } = await instantiate(source, imports);
      const { turn, ...more } = instance.exports;
      const exports = turn ? { ...more, turn: counted('turn', /** @type {Function} */ (turn)) } : instance.exports;
      return { module, instance: Object.create(instance, { exports: { value: exports } }) };
    };
  });
}

/**
 * The calls that something brings about, by name.
 * @param {Page} page
 * @param {() => Promise<unknown>} act
 * @param {number} [from] how many calls there were before
 * @returns {Promise<string[]>}
 */
export async function crossingsOf(page, act, from) {
  from ??= await page.evaluate(() => Reflect.get(window, 'crossings').length);
  await act();
  return page.evaluate((from) => Reflect.get(window, 'crossings').slice(from), from);
}
