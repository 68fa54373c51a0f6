/** A walk through the symmetry lab. What it says of a run is decided and tested in engine/page/symmetry. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { assertTranslated, eventually, inBothLanguages, numberOf, visitPanel } from './panel.js';
import { params, seeSettings, train } from './reader.js';
import { planeOf, readPixels } from './pixels.js';

/** @typedef {import('playwright-core').Page} Page */

/**
 * Waits until the panel says what is wanted, by the keys of its texts.
 * @param {Page} page
 * @param {string[]} keys
 */
async function seeSaid(page, keys) {
  await page.waitForFunction((wanted) => {
    const said = [...document.querySelectorAll('#symmetry-says li')].map((item) => item.getAttribute('data-says'));
    return JSON.stringify(said) === JSON.stringify(wanted);
  }, keys);
}

/**
 * Waits until a reading of the meter is as wanted.
 * @param {Page} page
 * @param {string} id
 * @param {(value: number) => boolean} wanted
 */
async function seeReading(page, id, wanted) {
  await eventually(async () => {
    const value = numberOf(await page.locator(`#symmetry-${id}`).innerText());
    assert.ok(wanted(value), `${id} reads ${value}`);
  });
}

test('from zeros no weight moves, from a constant all move as one, poked they part; a scale too large leads to the activations', async (t) => {
  const page = await visitPanel(t, 'symmetry', '#v=1&n=401&scale=0.5');
  const begin = (/** @type {string} */ init) => page.locator(`label:has([name="symmetry-init"][value="${init}"])`).click();

  await begin('zeros');
  await seeSettings(page, { init: 'zeros' });
  await train(page, 100);
  await seeSaid(page, ['frozen', 'outputBias']);
  await seeReading(page, 'outputBias', (moved) => moved > 1e-4);
  await seeReading(page, 'weights', (moved) => moved === 0);
  const { layers } = await params(page);
  assert.ok(layers.every(({ W }) => W.flat().every((w) => w === 0)), 'no weight has moved');

  await begin('constant');
  await train(page, 100);
  await seeSaid(page, ['copies']);
  await seeReading(page, 'weights', (moved) => moved > 0.01);
  await seeReading(page, 'distance', (distance) => distance === 0);

  await page.locator('#symmetry-poke').click();
  await seeSaid(page, ['nudged']);
  await seeReading(page, 'distance', (distance) => Math.abs(distance - 1e-6) < 1e-8);
  await train(page, 1200);
  await seeReading(page, 'distance', (distance) => distance > 1e-3);
  await page.locator('[data-says="parted"] + [data-says="rest"]').waitFor();
  await inBothLanguages(page, (language) => eventually(async () =>
    assert.match(await page.locator('#symmetry-says').innerText(), language === 'en' ? /parted/ : /分开/)));
  await assertTranslated(page, 'symmetry');

  await page.evaluate(() => window.playground.set('#v=1'));
  const slider = page.locator('#symmetry-scale');
  await slider.focus();
  await page.keyboard.press('Home');
  await seeSettings(page, { scale: 0.001 });
  await seeSaid(page, ['random']);
  await page.keyboard.press('End');
  await seeSettings(page, { scale: 100 });
  await seeSaid(page, ['random', 'saturated']);
  await page.locator('#symmetry-activations').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'tab-activations');
  assert.equal(await page.locator('#tab-activations').getAttribute('aria-selected'), 'true');
  await page.locator('#symmetry-scale').waitFor({ state: 'detached' });
});

test('each unit’s line lies on the data while the panel is open', async (t) => {
  const page = await visitPanel(t, 'symmetry', '#v=1&net=2&n=10&scale=0.5', { profile: { deviceScaleFactor: 1 } });
  const plane = await planeOf(page);
  // Places along the line w1 x1 + w2 x2 = 0 of each unit, each with its neighbours across the line.
  const { W } = (await params(page)).layers[0];
  const places = W.flatMap(([w1, w2]) => [-4.5, -3.5, 3.5, 4.5].map((r) => {
    const [x, y] = plane.pixel((-w2 / Math.hypot(w1, w2)) * r, (w1 / Math.hypot(w1, w2)) * r);
    return [-2, -1, 0, 1, 2].map((d) => /** @type {[number, number]} */ ([Math.floor(x + d), Math.floor(y + d)]));
  }));
  const drawn = async () => {
    const pixels = await readPixels(page, places.flat());
    return places.filter((place, i) => place.some((_, j) => {
      const [r, g, b] = pixels[i * place.length + j];
      return r + g + b < 400;
    })).length;
  };
  const see = (/** @type {(count: number) => boolean} */ wanted) => eventually(async () => {
    const count = await drawn();
    assert.ok(wanted(count), `${count} of ${places.length} places are dark`);
  });
  await see((count) => count >= 7);
  await page.locator('#panel-close').click();
  await see((count) => count <= 1);
});
