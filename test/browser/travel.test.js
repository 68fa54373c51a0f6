/** The way back: any step of the run so far, as it was, and on from there. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { violations } from './axe.js';
import { visit } from './harness.js';
import { eventually } from './panel.js';
import { metrics, params, seeCost, seeSettings, seeStep, train } from './reader.js';

/** @typedef {import('playwright-core').Page} Page */

/** Six decimals, as the page shows a cost. @param {Page} page */
async function cost(page) {
  return Number((await metrics(page)).cost).toFixed(6);
}

/** Trains to steps and notes what the page shows there. @param {Page} page @param {number[]} steps */
async function note(page, steps) {
  /** @type {Map<number, {cost: string, weights: import('../../web/types.js').Params}>} */
  const seen = new Map();
  for (const step of steps) {
    await train(page, step);
    seen.set(step, { cost: await cost(page), weights: await params(page) });
  }
  return seen;
}

/** The scrubber's state. @param {Page} page */
function scrubber(page) {
  return page.locator('#scrubber').evaluate((e) => {
    const { value, max } = /** @type {HTMLInputElement} */ (e);
    return { value: Number(value), max: Number(max), text: e.getAttribute('aria-valuetext'), shown: e.checkVisibility({ visibilityProperty: true }) };
  });
}

/** Moves the scrubber as a drag does. @param {Page} page @param {number} value */
function slide(page, value) {
  return page.locator('#scrubber').evaluate((e, value) => {
    /** @type {HTMLInputElement} */ (e).value = String(value);
    e.dispatchEvent(new Event('input', { bubbles: true }));
  }, value);
}

/** Where a step of the cost curve is, in the viewport, and the height of its axes' middle.
 * @param {Page} page
 * @param {string} tick the text of a tick
 */
async function tickAt(page, tick) {
  const label = page.locator('#slot-cost .label.top', { hasText: new RegExp(`^${tick}$`) });
  await label.waitFor();
  // A tick that is being replaced has no box for a moment.
  return eventually(async () => {
    const { x, width } = /** @type {{x: number, width: number}} */ (await label.boundingBox());
    const slot = /** @type {{y: number, height: number}} */ (await page.locator('#slot-cost').boundingBox());
    return { x: x + width / 2, y: slot.y + slot.height / 2 };
  });
}

test('the way back on one page', async (t) => {
  const page = await visit(t, '#v=1&batch=64&opt=adam&lr=0.02&test=20');
  const begin = (/** @type {string} */ fragment) => page.evaluate((fragment) => window.playground.set(fragment), fragment);

  await t.test('the scrubber brings every step back as it was first seen', async () => {
    assert.equal((await scrubber(page)).shown, false, 'there is nothing to go back to at step 0');
    assert.equal(await page.locator('#step-back').isDisabled(), true);
    const seen = await note(page, [0, 1, 99, 100, 400]);
    await eventually(async () => assert.deepEqual(await scrubber(page), { value: 400, max: 400, text: 'step 400 of 400', shown: true }));
    for (const step of [100, 0, 400, 99, 1]) {
      await slide(page, step);
      await seeStep(page, step);
      const was = seen.get(step);
      await seeCost(page, String(was?.cost));
      assert.deepEqual(await params(page), was?.weights);
    }
    assert.deepEqual(await scrubber(page), { value: 1, max: 400, text: 'step 1 of 400', shown: true });
  });

  await t.test('by keyboard: a step, a tenth of the way, the ends', async () => {
    await begin('#v=1');
    await train(page, 1500);
    await page.locator('#scrubber').focus();
    for (const [key, step] of /** @type {const} */ ([
      ['ArrowRight', 1500], ['ArrowLeft', 1499], ['ArrowDown', 1498], ['PageDown', 1348], ['ArrowUp', 1349], ['ArrowRight', 1350],
      ['Home', 0], ['ArrowLeft', 0], ['PageUp', 150], ['End', 1500],
    ])) {
      await page.keyboard.press(key);
      assert.equal((await metrics(page)).step, step, key);
      assert.equal((await scrubber(page)).text, `step ${step.toLocaleString('en')} of 1,500`);
    }
  });

  await t.test('one step back, and forward again', async () => {
    await begin('#v=1');
    const seen = await note(page, [7, 8, 9]);
    await page.locator('#step-back').click();
    await seeStep(page, 8);
    await page.locator('#step-back').click();
    await seeStep(page, 7);
    assert.deepEqual(await params(page), seen.get(7)?.weights);
    await page.locator('#step').click();
    await page.locator('#step').click();
    await seeStep(page, 9);
    assert.deepEqual(await params(page), seen.get(9)?.weights);

    // At the first step the button has nothing more to do, and the focus stays among its neighbours.
    await page.evaluate(() => window.playground.goTo(1));
    await page.locator('#step-back').press('Enter');
    await seeStep(page, 0);
    await page.waitForFunction(() => document.activeElement?.closest('.transport') && document.activeElement.id !== 'step-back');
  });

  await t.test('where training stops is asked for beside play, by keyboard, and said', async () => {
    await begin('#v=1');
    await page.locator('#until-open').press('Enter');
    const form = page.getByRole('dialog', { name: 'Where training stops' });
    await form.waitFor();
    await page.locator('#until-step').fill('150');
    await page.locator('#until-step').press('Tab');
    assert.equal(await page.locator('#until-on').isChecked(), true);
    assert.equal(await page.locator('#until-open .number').innerText(), '150');
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'until-open');
    await page.getByRole('button', { name: 'Play to step 150' }).click();
    await page.locator('#notices').getByText('Stopped at step 150.').waitFor();
    await seeStep(page, 150);
    const there = await params(page);

    await page.locator('#until-open').click();
    await page.locator('#until-on').click();
    await page.locator('#until-goal').selectOption('cost');
    await page.locator('#until-level').fill('0.3');
    await page.getByRole('button', { name: 'Train until cost ≤ 0.3' }).click();
    await form.waitFor({ state: 'hidden' });
    await page.locator('#notices').getByText(/^Stopped at step 601 with cost 0\.29\d{4}: the goal, cost ≤ 0\.3, is reached\.$/).waitFor();
    await page.evaluate(() => window.playground.goTo(150));
    assert.deepEqual(await params(page), there);
    const reached = await page.evaluate(() => window.playground.until({ cost: 0.4 }));
    assert.equal(reached && Number((await metrics(page)).cost) <= 0.4, true);
  });

  await t.test('training from an earlier step retraces it; a change there cuts off what came after', async () => {
    await begin('#v=1');
    const seen = await note(page, [200, 350]);
    await page.evaluate(() => window.playground.goTo(120));
    await train(page, 200);
    assert.deepEqual(await params(page), seen.get(200)?.weights);
    assert.equal((await scrubber(page)).max, 350);
    await page.evaluate(() => window.playground.set({ lr: 0.5 }));
    await eventually(async () => assert.equal((await scrubber(page)).max, 200));
    await train(page, 350);
    assert.notDeepEqual(await params(page), seen.get(350)?.weights);
    await slide(page, 200);
    await seeSettings(page, { lr: 0.5 });
  });

  await t.test('own points are those of the step, and drawing there goes another way', async () => {
    await begin('#v=1&data=own&net=3&lr=0.5');
    await page.evaluate(() => window.playground.setData([[1, 1, 1], [-1, -1, 0], [2, -1, 1]]));
    await train(page, 50);
    await page.locator('#own-zero').click();
    const box = /** @type {{x: number, y: number, width: number, height: number}} */ (await page.locator('#drawing').boundingBox());
    const draw = (/** @type {number} */ x1) => page.mouse.click(box.x + (box.width * (x1 + 6)) / 12, box.y + box.height / 4);
    const count = () => page.evaluate(() => window.playground.data().train.length);
    await draw(3);
    assert.equal(await count(), 4);
    await train(page, 100);
    const late = await params(page);
    await slide(page, 20);
    assert.equal(await count(), 3);
    await slide(page, 100);
    assert.equal(await count(), 4);
    assert.deepEqual(await params(page), late);
    await slide(page, 20);
    await draw(-3);
    await eventually(async () => assert.equal((await scrubber(page)).max, 20));
    await page.locator('#own-undo').click();
    assert.equal(await count(), 3);
  });

  await t.test('a diverged run goes on from before, with a smaller rate', async () => {
    await begin('#v=1&data=plane&lr=100&scale=1');
    await page.evaluate(() => window.playground.step(2000));
    assert.equal((await metrics(page)).diverged, true);
    assert.equal(await page.locator('#play').isDisabled(), true);
    await page.locator('#scrubber').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.locator('#play').isDisabled(), false);
    await page.evaluate(() => window.playground.set({ lr: 0.01 }));
    await train(page, 100);
    assert.equal((await metrics(page)).diverged, false);
  });

  await t.test('a link made at an earlier step opens there, before and after a change', async () => {
    await begin('#v=1&opt=momentum&batch=100');
    await train(page, 300);
    await page.evaluate(() => window.playground.set({ lr: 0.3 }));
    await train(page, 600);
    /** @type {Page | undefined} */
    let other;
    for (const [step, lr, carries] of /** @type {const} */ ([[299, 1.2, /&steps=299$/], [451, 0.3, /&z=/]])) {
      await slide(page, step);
      await seeSettings(page, { lr });
      assert.equal(Number(await page.locator('#set-lr').inputValue()), lr);
      await page.waitForFunction((step) => window.playground.metrics().step === step && location.hash === window.playground.hash(), step);
      const hash = await page.evaluate(() => location.hash);
      assert.match(hash, carries);
      other ??= await visit(t, hash);
      await other.evaluate((hash) => { location.hash = hash; }, hash);
      await seeStep(other, step);
      assert.deepEqual(await params(other), await params(page));
      await train(other, 500);
      await page.evaluate(() => window.playground.goTo(500));
      if (lr === 0.3) assert.deepEqual(await params(other), await params(page));
    }
  });

  await t.test('it is away while a link is trained up to its step, and back where that is stopped', async () => {
    await begin('#v=1');
    await train(page, 10);
    await eventually(async () => assert.equal((await scrubber(page)).shown, true));
    const during = await page.evaluate(async () => {
      window.playground.set('#v=1&net=8,8,8,8,8,8&steps=100000');
      await new Promise((resolve) => { const off = window.playground.on('step', () => { off(); resolve(undefined); }); });
      const bar = /** @type {HTMLElement} */ (document.querySelector('#scrubber'));
      return { run: document.documentElement.dataset.run, shown: bar.checkVisibility({ visibilityProperty: true }) };
    });
    assert.deepEqual(during, { run: 'seeking', shown: false });
    await page.evaluate(() => window.playground.pause());
    await eventually(async () => assert.equal((await scrubber(page)).shown, true));
  });

  await t.test('going back follows in the panels, and play goes on from there', async () => {
    // Tables out of sight are not kept up to date.
    const numbers = () => page.locator('#panel').evaluate((panel) => {
      const { top, bottom } = panel.getBoundingClientRect();
      const inSight = [...panel.querySelectorAll('.grid')].filter((grid) => {
        const box = grid.getBoundingClientRect();
        return box.top < bottom && box.bottom > top;
      });
      return inSight.map((grid) => /** @type {HTMLElement} */ (grid).innerText);
    });
    /** What stands there where the panel is opened at a step. @param {number} step */
    const anew = async (step) => {
      if (await page.locator('#panel').isVisible()) await page.locator('#panel-close').click();
      await begin(`#v=1&steps=${step}`);
      await seeStep(page, step);
      await page.locator('#tab-ledger').click();
      await page.locator('#panel .grid').first().waitFor();
      return numbers();
    };
    const [early, late] = [await anew(100), await anew(500)];
    assert.notDeepEqual(early, late);
    for (const [step, wanted] of /** @type {const} */ ([[100, early], [500, late], [100, early]])) {
      await slide(page, step);
      await eventually(async () => assert.deepEqual(await numbers(), wanted));
    }
    await page.locator('#play').click();
    await page.waitForFunction(() => window.playground.metrics().step > 110);
    await page.locator('#step-back').click();
    const { step } = await metrics(page);
    await seeStep(page, step);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.run), 'paused');
  });
});

test('along the curve', async (t) => {
  const page = await visit(t, '#v=1&steps=3000');

  await t.test('the cost curve can be dragged along', async () => {
    const [end, start] = [await tickAt(page, '2000'), await tickAt(page, '1000')];
    await page.mouse.move(end.x, end.y);
    await page.mouse.down();
    await seeCost(page, '0.254385');
    await page.mouse.move((start.x + end.x) / 2, end.y);
    await page.mouse.move(start.x, end.y);
    await seeCost(page, '0.288083');
    await eventually(async () => assert.match(await page.locator('#tooltip').innerText(), /step 1000: cost 0\.288083/));
    await page.mouse.up();
    await page.mouse.move(end.x, end.y);
    assert.deepEqual({ ...(await scrubber(page)), ...(await page.evaluate(() => window.playground.reach())) },
      { value: 1000, max: 3000, text: 'step 1,000 of 3,000', shown: true, first: 0, last: 3000 });
  });

  await t.test('the thumb stands under the step on both kinds of axis', async () => {
    await page.evaluate(() => window.playground.goTo(3000));
    const thumb = () => page.locator('#scrubber').evaluate((e) => {
      const { value, max } = /** @type {HTMLInputElement} */ (e);
      const { x, width } = e.getBoundingClientRect();
      return x + 8 + ((width - 16) * Number(value)) / Number(max);
    });
    const check = async () => {
      const [at, tick] = [await thumb(), await tickAt(page, '1000')];
      assert.ok(Math.abs(at - tick.x) < 1.5, `the thumb is at ${at}, the tick of step 1000 at ${tick.x}`);
    };
    await slide(page, 1000);
    await eventually(check);
    await page.locator('#log-steps').check();
    await eventually(check);
    await slide(page, 500);
    await seeStep(page, Math.round(Math.sqrt(3001) - 1));
  });

  await t.test('the steps under a curve at rest follow the kind of axis', async () => {
    await page.locator('#log-steps').uncheck();
    // Opened with its state, it is painted once; training would have the texts written again and again.
    await page.evaluate((fragment) => window.playground.set(fragment), '#v=1&net=2&lr=0.5&z=1.yilbdpwxJYUhxd5-v729_f799gwY4NG15493LnryYgGmVJXfH7eZ3rO-TsaU4qqRzZ_51P_be0ypelH9_JlsQWcuY0pZMi-bNJM1_ZsuphSryOrimZqchcyYUvvu7Ho_SzEkrBtTChAAAP__');
    const ticks = () => page.locator('#slot-cost .label.top').allInnerTexts();
    await eventually(async () => assert.deepEqual(await ticks(), ['0', '50', '100']));
    await page.locator('#log-steps').check();
    assert.deepEqual(await ticks(), ['0', '1', '10', '100']);
  });

  await t.test('axe is content after going back in a large window and on a phone', async () => {
    await page.locator('#log-steps').uncheck();
    await page.evaluate(() => window.playground.set('#v=1&steps=300'));
    await seeStep(page, 300);
    await slide(page, 100);
    await seeStep(page, 100);
    for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
      await page.setViewportSize(viewport);
      const found = await violations(page, 'html');
      assert.deepEqual(found.filter((text) => /scrubber|step-back/.test(text)), [], String(viewport.width));
    }
  });

  await t.test('a long way back goes on in slices: a later one takes its place, a pause ends it', async () => {
    // Updates of milliseconds, of which there are up to 15 between snapshots.
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.evaluate((fragment) => window.playground.set(fragment), '#v=1&n=800&net=27,27,27,27,27,27&in=x1,x2,x1sq,x2sq,x1x2,sinx1,sinx2&batch=400&opt=adam&lr=0.001');
    await train(page, 1000);
    const weights = await params(page);
    const { replaced, stopped } = await page.evaluate(async () => {
      const p = window.playground;
      /** @type {string[]} */
      const states = [];
      const forget = p.on('state', (state) => states.push(state));
      await Promise.all([p.goTo(735), p.goTo(767)]);
      const replaced = { step: p.metrics().step, states: [...states] };
      const stop = p.goTo(511);
      p.pause();
      await stop;
      forget();
      return { replaced, stopped: p.metrics().step };
    });
    assert.deepEqual(replaced, { step: 767, states: ['seeking', 'seeking', 'paused'] });
    assert.ok(stopped < 511, `step ${stopped}`);
    // Keys and clicks that come on the way count from where it leads.
    await page.evaluate(() => window.playground.goTo(767));
    const thumb = await page.evaluate(() => {
      const range = /** @type {HTMLInputElement} */ (document.querySelector('#scrubber'));
      const back = /** @type {HTMLButtonElement} */ (document.querySelector('#step-back'));
      for (let i = 0; i < 3; i++) range.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true, cancelable: true }));
      back.click();
      return Number(range.value);
    });
    assert.equal(thumb, 763);
    await seeStep(page, 763);
    await page.evaluate(() => window.playground.goTo(1000));
    assert.deepEqual(await params(page), weights);
  });

  await t.test('on a phone it stands below every picture, in Chinese too', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator('#language').selectOption('zh-Hans');
    await page.waitForFunction(() => document.documentElement.lang === 'zh-Hans');
    await page.evaluate(() => window.playground.set('#v=1&steps=1200'));
    await seeStep(page, 1200);
    for (const picture of ['network', 'cost', 'output']) {
      await page.locator(`input[value=${picture}]`).check({ force: true });
      // It takes its place in the frame after the one that has measured the pictures, and has no box until then.
      await eventually(async () => {
        const box = await page.locator('#scrubber').boundingBox();
        assert.ok(box && box.width > 300 && box.height >= 24 && box.y > 200 && box.y < 600, `${picture}: ${JSON.stringify(box)}`);
      });
    }
    await slide(page, 300);
    await seeStep(page, 300);
    assert.deepEqual(await page.locator('#scrubber').evaluate((e) => [e.getAttribute('aria-label'), e.getAttribute('aria-valuetext')]), ['步数', '第 300 步，共 1,200 步']);
    await page.setViewportSize({ width: 1200, height: 800 });
    await page.locator('.zone.cost #scrubber').waitFor();
    await page.locator('#language').selectOption('en');
    await page.waitForFunction(() => document.documentElement.lang === 'en');
  });

  // Where the curve has no room, it stands below the other pictures.
  for (const { where, viewport, panel } of [
    { where: 'on a phone on its side', viewport: { width: 667, height: 375 } },
    { where: 'in a low window', viewport: { width: 1366, height: 500 } },
    { where: 'with a panel under both pictures', viewport: { width: 1100, height: 760 }, panel: '#tab-ledger' },
  ]) {
    await t.test(`below the other pictures ${where}`, async () => {
      if (panel) await page.locator(panel).click();
      await page.setViewportSize(viewport);
      await page.evaluate(() => window.playground.set('#v=1&steps=400'));
      await seeStep(page, 400);
      await page.locator('#slot-cost').waitFor({ state: 'hidden' });
      await eventually(async () => assert.equal((await scrubber(page)).shown, true));
      // It takes its place in the frame after the one that has measured the pictures.
      const middle = { x: 0, y: 0 };
      await eventually(async () => {
        const { x, y, width, height } = /** @type {{x: number, y: number, width: number, height: number}} */ (await page.locator('#scrubber').boundingBox());
        const picture = /** @type {{y: number, height: number}} */ (await page.locator('#slot-output').boundingBox());
        assert.ok(y >= picture.y + picture.height && y + height <= viewport.height && x >= 0 && width > 200 && x + width <= viewport.width, `${width} x ${height} at ${x}, ${y} under ${picture.y + picture.height}`);
        Object.assign(middle, { x: x + width / 2, y: y + height / 2 });
      });
      await page.mouse.click(middle.x, middle.y);
      await page.waitForFunction(() => Math.abs(window.playground.metrics().step - 200) < 5);
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.locator('.zone.cost #scrubber').waitFor();
    });
  }
});

test('it shows with the curve that an address asks for, and not in a figure', async (t) => {
  const profile = { viewport: { width: 700, height: 420 } };
  const min = await visit(t, '?ui=min&show=output,cost#v=1&steps=100', { profile });
  await eventually(async () => assert.equal((await scrubber(min)).shown, true));
  const figure = await visit(t, '?ui=figure&show=cost#v=1&steps=100', { profile });
  await seeStep(figure, 100);
  assert.equal((await scrubber(figure)).shown, false);
});
