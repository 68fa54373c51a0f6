/** The Chromium of the other tests, with what Firefox and WebKit offer. */

import { launchChromium as launch } from '../browser/chromium.js';

/**
 * @param {import('./webdriver.js').Size} size
 * @returns {Promise<import('./webdriver.js').Browser>}
 */
export async function launchChromium(size) {
  const browser = await launch();
  const page = await browser.newPage({ viewport: size, locale: 'en-US' });
  page.setDefaultTimeout(120_000);
  return {
    name: 'Chromium',
    async goto(address) {
      await page.goto('about:blank');
      await page.goto(address);
    },
    // Wrapped, so that it takes any number of arguments; as text, because Playwright takes one.
    evaluate: (run, ...given) => page.evaluate(`(${run})(...${JSON.stringify(given)})`),
    click: (selector) => page.click(selector),
    press: (key) => page.keyboard.press(key),
    close: () => browser.close(),
  };
}
