/** The shader's pixels against numbers: what is painted is what playground.predict says, in the theme's colours. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visit } from './harness.js';
import { eventually } from './panel.js';
import { params, seeStep } from './reader.js';
import { planeOf, readPixels, rampOf } from './pixels.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {[number, number]} Point */
/** @typedef {(points: Point[]) => Promise<number[]>} Field */

/** How far a channel may be off: rounding to eight bits, and single precision in the shader. */
const tolerance = 1.5;

/**
 * @param {number} reach
 * @returns {Point[]} nine places around the origin, itself in the middle
 */
function square(reach) {
  return [-reach, 0, reach].flatMap((dx) => [-reach, 0, reach].map((dy) => /** @type {Point} */ ([dx, dy])));
}

/**
 * Compares pixels all over the plane with a field of tones. A pixel shows one
 * point of a small square, so each channel has to lie within what the field
 * takes there. Places near an example, an axis or the contour show other things.
 * @param {Page} page
 * @param {Field} tones values in [-1, 1] over the plane
 * @returns {Promise<{compared: number, wrong: string[]}>}
 */
async function compare(page, tones) {
  const plane = await planeOf(page);
  const ramp = await rampOf(page);
  const { train, test: held } = await page.evaluate(() => window.playground.data());
  const examples = [...train, ...held].map(([x1, x2]) => plane.pixel(x1, x2));

  const side = 29;
  /** @type {{at: Point, around: Point[]}[]} */
  const places = [];
  for (let i = 0; i < side * side; i++) {
    const x1 = -5.8 + (11.6 * (i % side)) / (side - 1);
    const x2 = -5.8 + (11.6 * Math.floor(i / side)) / (side - 1);
    const at = plane.pixel(x1, x2).map(Math.floor);
    const clear = examples.every(([x, y]) => Math.hypot(x - at[0], y - at[1]) > 12) && !plane.onAxis(at[0], at[1]);
    if (!clear) continue;
    const around = [...square(1.5), ...square(4)].map(([dx, dy]) => plane.point(at[0] + 0.5 + dx, at[1] + 0.5 + dy));
    places.push({ at: /** @type {Point} */ (at), around });
  }
  const values = await tones(places.flatMap(({ around }) => around));
  const painted = await readPixels(page, places.map(({ at }) => at));

  /** @type {string[]} */
  const wrong = [];
  let compared = 0;
  for (const [i, { at }] of places.entries()) {
    const near = values.slice(18 * i, 18 * i + 9);
    const wide = values.slice(18 * i, 18 * i + 18);
    const part = (/** @type {number} */ tone) => tone < 2 ? Math.sign(tone) : Math.floor(tone / 2);
    if (wide.some((tone) => part(tone) !== part(wide[0]))) continue;
    compared++;
    const colours = near.map(ramp);
    for (const channel of [0, 1, 2]) {
      const range = colours.map((colour) => colour[channel]);
      const got = painted[i][channel];
      if (got < Math.min(...range) - tolerance || got > Math.max(...range) + tolerance) {
        wrong.push(`pixel ${at}: painted ${painted[i]}, want ${ramp(near[4]).map(Math.round)}`);
        break;
      }
    }
  }
  return { compared, wrong };
}

/**
 * Waits for the frame in which the picture is what it should be.
 * @param {Page} page
 * @param {Field} tones
 */
async function assertPainted(page, tones) {
  await eventually(async () => {
    const { compared, wrong } = await compare(page, tones);
    assert.deepEqual(wrong, []);
    assert.ok(compared > 150, `only ${compared} pixels to compare`);
  });
}

/**
 * The tones of the output, from the engine's own predictions.
 * @param {Page} page
 * @param {(value: any) => number} tone of what predict gives for a point
 * @returns {Field}
 */
function output(page, tone) {
  return async (points) => (await page.evaluate((all) => window.playground.predict(all), points)).map(tone);
}

/** The tone of the largest of three probabilities, from half the strength where all are alike.
 * @param {number[]} shares
 */
function region(shares) {
  const share = Math.max(...shares);
  return 2 + 2 * shares.indexOf(share) + Math.min(0.999999, 0.5 + 0.5 * (share - 1 / 3) / (2 / 3));
}

const probability = (/** @type {number} */ a) => 2 * a - 1;
const clamped = (/** @type {number} */ a) => Math.max(-1, Math.min(1, a));

test('the output’s pixels are the predictions', async (t) => {
  const page = await visit(t, '', { profile: { deviceScaleFactor: 1 } });
  /** @param {string} fragment @param {number} steps that it leads to */
  const begin = async (fragment, steps) => {
    await page.evaluate((fragment) => window.playground.set(fragment), fragment);
    await seeStep(page, steps);
  };
  for (const { name, run, steps, tone } of [
    { name: 'relu and sine inputs', run: '#v=1&data=spiral&n=40&in=x1,x2,sinx1,x1x2&net=8,8&act=relu&init=he&scale=1&lr=0.03', steps: 200, tone: probability },
    { name: 'logistic regression', run: '#v=1&data=line&n=40&net=0', steps: 50, tone: probability },
    { name: 'a linear output', run: '#v=1&data=bumps&n=40&net=8&init=xavier&lr=0.1', steps: 200, tone: clamped },
    { name: 'a tanh output', run: '#v=1&data=circle&n=40&out=tanh&net=6&init=xavier&lr=0.1', steps: 100, tone: clamped },
    { name: 'more parameters than the shader takes', run: '#v=1&n=40&net=40,30&init=xavier&lr=0.1', steps: 20, tone: probability },
    { name: 'three classes', run: '#v=1&data=blobs&n=40&lr=0.3', steps: 100, tone: region },
    { name: 'three classes, more parameters than the shader takes', run: '#v=1&data=rings&classes=3&n=40&net=40,30&init=xavier&lr=0.1', steps: 20, tone: region },
    { name: 'the default after 1000 steps', run: '#v=1&n=40', steps: 1000, tone: probability },
  ]) {
    await t.test(name, async () => {
      await begin(`${run}&steps=${steps}`, steps);
      await assertPainted(page, output(page, tone));
    });
  }

  await t.test('the dark theme', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
    await assertPainted(page, output(page, probability));
  });

  await t.test('a unit under the pointer shows its own field', async () => {
    const { layers } = await params(page);
    const [w1, w2] = layers[0].W[1];
    const b = layers[0].b[1];
    await page.locator('#unit-1-2').hover();
    await assertPainted(page, async (points) => points.map(([x1, x2]) => Math.tanh(w1 * x1 + w2 * x2 + b)));
  });

  await t.test('discretised, the output has two colours', async () => {
    await page.mouse.move(0, 0);
    await page.locator('label:has(#discretise)').click();
    const values = output(page, probability);
    await assertPainted(page, async (points) => (await values(points)).map((tone) => (tone < 0 ? -0.75 : 0.75)));
  });
});

test('the output’s pixels are the predictions with two device pixels to one', async (t) => {
  const page = await visit(t, '#v=1&n=40&steps=1000', { profile: { deviceScaleFactor: 2 } });
  await assertPainted(page, output(page, probability));
});
