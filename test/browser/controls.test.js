/** What a student turns: the three main controls, the run's buttons, and what each does to the network. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visit } from './harness.js';
import { metrics, params, seeSettings, seeStep, train } from './reader.js';

test('what a student turns, on one page', async (t) => {
  const page = await visit(t, '');
  const begin = (/** @type {string} */ fragment) => page.evaluate((fragment) => window.playground.set(fragment), fragment);

  await t.test('a setting that starts the run over says so, one that keeps the weights does not', async () => {
    const notice = page.locator('#notices').getByText('The run started over at step 0');
    const train = () => page.evaluate(() => window.playground.step(20));
    const start = () => page.waitForFunction(() => window.playground.metrics().step === 0);

    await page.locator('#set-data-circle').check();
    await page.waitForFunction(() => window.playground.get().data === 'circle');
    await train();
    await page.locator('#set-lr').fill('0.5');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.playground.get().lr === 0.5);
    assert.equal(await notice.count(), 0, 'nothing was lost at step 0, and the learning rate keeps the weights');

    for (const change of [
      () => page.locator('#set-data-xor').check(),
      () => page.getByRole('button', { name: 'Add a hidden layer' }).click(),
      async () => {
        await page.locator('#group-data summary').click();
        await page.locator('#settings input[type=range]').nth(1).press('ArrowRight');
      },
    ]) {
      await train();
      await change();
      await start();
      assert.equal(await page.locator('#notices').getAttribute('role'), 'status');
      await notice.waitFor();
      await page.locator('#notices .toast', { hasText: 'The run started over' }).getByRole('button', { name: 'Dismiss' }).click();
    }
  });

  await t.test('hidden size: typing 8 gives a network 2-8-1 and starts over', async () => {
    await begin('#v=1');
    await train(page, 50);
    await page.locator('#set-net-1').fill('8');
    await page.locator('#set-net-1').press('Enter');
    await seeSettings(page, { net: [8] });
    await seeStep(page, 0);
    const { layers } = await params(page);
    assert.deepEqual(layers.map(({ W }) => [W.length, W[0].length]), [[8, 2], [1, 8]]);
    await page.locator('#unit-1-8').waitFor();
  });

  await t.test('hidden layers: one more makes a deeper network, none is logistic regression', async () => {
    await begin('#v=1');
    await page.locator('#add-layer').click();
    await page.waitForFunction(() => window.playground.params().layers.length === 3);
    await page.locator('#remove-layer').click();
    await page.waitForFunction(() => window.playground.params().layers.length === 2);
    await page.locator('#remove-layer').click();
    await seeSettings(page, { net: [] });
    assert.equal(await page.locator('#remove-layer').isDisabled(), true);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'add-layer', 'the focus stays at hand');
    assert.equal(await page.locator('#unit-1-1').isVisible(), true, 'the output is layer 1 now');
    assert.equal(await page.locator('#unit-2-1').count(), 0);
  });

  await t.test('a walk through the controls: each kind does what it says, and shows what the run has', async () => {
    await begin('#v=1&net=4,3');
    const field = page.locator('#set-lr');
    await field.fill('１,５');
    await field.press('Enter');
    await seeSettings(page, { lr: 1.5 });
    assert.equal(await field.inputValue(), '1.5', 'written anew while it has the focus');
    await field.fill('fast');
    await field.press('Enter');
    await page.locator('#notices').getByText('“fast” is not a number').waitFor();
    assert.equal(await field.inputValue(), '1.5');
    await field.fill('7');
    await field.press('Escape');
    assert.equal(await field.inputValue(), '1.5');
    await page.locator('#settings input[type=range]').first().press('ArrowRight');
    await seeSettings(page, { lr: 1.8 });
    assert.equal(await field.inputValue(), '1.8');

    await page.locator('#set-net-2').press('ArrowUp');
    await page.getByRole('button', { name: 'One unit fewer' }).first().click();
    await page.locator('#set-act-2').selectOption('leaky');
    await seeSettings(page, { net: [3, 4], act: ['tanh', 'leaky'] });
    assert.equal(await page.locator('#set-act').inputValue(), '');
    await page.locator('#set-act').selectOption('relu');
    await seeSettings(page, { act: ['relu'] });
    assert.equal(await page.locator('#set-act-2').inputValue(), 'relu');

    await page.locator('#group-network summary').click();
    await page.locator('label:has(#set-in-x1)').click();
    await seeSettings(page, { in: ['x2'] });
    await page.locator('label:has(#set-in-x2)').click();
    await page.locator('#notices').getByText('at least one input').waitFor();
    assert.equal(await page.locator('#set-in-x2').isChecked(), true);
    await page.locator('#unit-1-1').click();
    await page.locator('#inspect-value').fill('\u22120,25');
    await page.locator('#inspect-value').press('Enter');
    assert.equal((await params(page)).layers[0].b[0], -0.25);
  });

  await t.test('of data of three coordinates the plane goes along two, the third being held, or along components', async () => {
    await begin('#v=1&data=shell&n=50');
    const held = page.locator('.section-held output');
    const before = await held.innerText();
    await page.locator('.section-held input').press('End');
    await page.waitForFunction((text) => document.querySelector('.section-held output')?.textContent !== text, before);
    await page.locator('#section-up').selectOption('x3');
    await page.locator('#slot-output .label').getByText('x₃').waitFor();
    await page.locator('label:has(#section-principal)').click();
    await page.locator('#slot-output .label').getByText('PC₂').waitFor();
    assert.equal(await page.evaluate(() => window.playground.predict([[0, 0, 0]]).length), 1);
    assert.equal(await page.evaluate(() => window.playground.data().train[0].length), 4);
  });

  await t.test('one step, reset and new weights', async () => {
    await begin('#v=1');
    const initial = await params(page);
    await page.locator('#step').click();
    await seeStep(page, 1);
    assert.notDeepEqual(await params(page), initial);
    await page.locator('#reset').click();
    await seeStep(page, 0);
    assert.deepStrictEqual(await params(page), initial, 'reset brings the same initial weights back');
    await page.locator('#new-weights').click();
    await page.waitForFunction(() => window.playground.get().seed !== 2);
    assert.notDeepEqual(await params(page), initial, 'another seed, another network');
  });

  await t.test('play shows that it can be paused, and space does the same', async () => {
    await begin('#v=1');
    const play = page.locator('#play');
    const idle = await play.getAttribute('aria-label') ?? await play.innerText();
    await play.click();
    await page.waitForFunction(() => window.playground.metrics().step > 5);
    const running = await play.getAttribute('aria-label') ?? await play.innerText();
    assert.notEqual(running, idle);
    await page.locator('body').press('Space');
    await page.waitForFunction((label) => {
      const button = document.querySelector('#play');
      return (button?.getAttribute('aria-label') ?? /** @type {HTMLElement} */ (button).innerText) === label;
    }, idle);
  });

  await t.test('a run that diverges stops, says so and keeps finite weights', async () => {
    await begin('#v=1&data=plane&act=relu&init=he&scale=1&lr=100');
    await page.locator('#play').click();
    // First what goes by itself after a while.
    await page.locator('#notices').getByText('The cost is no longer finite').waitFor();
    const { step, diverged } = await metrics(page);
    assert.ok(diverged);
    assert.ok(step < 10_000);
    const { layers } = await params(page);
    assert.ok(layers.flatMap(({ W, b }) => [...W.flat(), ...b]).every(Number.isFinite));
  });
});
