/** Reading and driving the page as the tests do again and again. */

/** @typedef {import('playwright-core').Page} Page */

/**
 * @param {Page} page
 * @returns {Promise<import('../../web/types.js').Metrics>}
 */
export function metrics(page) {
  return page.evaluate(() => window.playground.metrics());
}

/**
 * Every parameter of the network as float64; deepStrictEqual compares them bit for bit.
 * @param {Page} page
 * @returns {Promise<import('../../web/types.js').Params>}
 */
export function params(page) {
  return page.evaluate(() => window.playground.params());
}

/**
 * Trains up to a step.
 * @param {Page} page
 * @param {number} step not before the present one
 */
export async function train(page, step) {
  await page.evaluate((to) => window.playground.step(to - window.playground.metrics().step), step);
}

/**
 * Has notices stay, for a test that reads them: by themselves they go in eight seconds, which may be over before a
 * slow machine has painted its first picture. To be called before the page is opened.
 * @param {Page} page
 */
export function keepNotices(page) {
  return page.addInitScript(() => {
    const usual = /** @type {(...given: any[]) => number} */ (window.setTimeout.bind(window));
    const kept = (/** @type {unknown} */ act, /** @type {number} */ delay, /** @type {unknown[]} */ ...given) => (delay >= 8000 ? 0 : usual(act, delay, ...given));
    Object.assign(window, { setTimeout: kept });
  });
}

/**
 * Waits until the page shows a step.
 * @param {Page} page
 * @param {number} step
 */
export async function seeStep(page, step) {
  await page.waitForFunction(
    (wanted) => document.querySelector('#step-count')?.textContent?.replace(/\D/g, '') === String(wanted),
    step,
  );
}

/**
 * Waits until the page shows a cost, with six decimals.
 * @param {Page} page
 * @param {string} cost
 */
export async function seeCost(page, cost) {
  await page.waitForFunction((wanted) => document.querySelector('#cost-value')?.textContent?.trim() === wanted, cost);
}

/**
 * Waits until the engine's settings are as wanted.
 * @param {Page} page
 * @param {Partial<import('../../web/types.js').Config>} wanted
 */
export async function seeSettings(page, wanted) {
  await page.waitForFunction((settings) => {
    const now = /** @type {Record<string, unknown>} */ ({ ...window.playground.get() });
    return Object.entries(settings).every(([key, value]) => JSON.stringify(now[key]) === JSON.stringify(value));
  }, wanted);
}
