/** A student's first minute: the lecture's network, its costs, and the boundary that bends. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { assertContent } from './axe.js';
import { countDrawing, seeRest } from './drawing.js';
import { visit } from './harness.js';
import { metrics, seeCost, seeStep, train } from './reader.js';

test('a first minute', async (t) => {
  const page = await visit(t, '', { prepare: countDrawing });

  await t.test('the page opens on the lecture’s planar data and a network 2-4-1', async () => {
    const { layers, data } = await page.evaluate(() => ({
      layers: window.playground.params().layers,
      data: window.playground.data(),
    }));
    assert.deepEqual(layers.map(({ W, b, activation }) => [W.length, W[0].length, b.length, activation]), [
      [4, 2, 4, 'tanh'],
      [1, 4, 1, 'sigmoid'],
    ]);
    assert.equal(data.train.length, 400);
    assert.equal(data.test.length, 0);
    for (const unit of ['#unit-0-1', '#unit-0-2', '#unit-1-1', '#unit-1-4', '#unit-2-1']) {
      assert.ok(await page.locator(unit).isVisible(), `${unit} is in the diagram`);
    }
  });

  await t.test('play bends the boundary until the cost falls below 0.30', async () => {
    await seeRest(page);
    const before = await page.locator('#slot-output').screenshot();
    await page.locator('#speed').selectOption('full');
    await page.locator('#play').click();
    await page.waitForFunction(() => (window.playground.metrics().cost ?? 1) < 0.3);
    await page.locator('#play').click();
    const stopped = await metrics(page);
    assert.ok(stopped.step > 0 && stopped.cost && stopped.cost < 0.3);
    await seeStep(page, stopped.step);
    await seeCost(page, stopped.cost.toFixed(6));
    await seeRest(page);
    const after = await page.locator('#slot-output').screenshot();
    assert.ok(!before.equals(after), 'the picture of the output changed');
    assert.equal((await metrics(page)).step, stopped.step, 'a paused run stays where it is');
  });

  await t.test('the default trains to the course’s published costs', async () => {
    await page.evaluate(() => window.playground.set('#v=1'));
    for (const [step, cost] of [[0, '0.693048'], [1000, '0.288083'], [2000, '0.254385']]) {
      await train(page, Number(step));
      await seeStep(page, Number(step));
      await seeCost(page, String(cost));
      const now = await metrics(page);
      assert.equal(now.step, step);
      assert.equal(now.cost?.toFixed(6), cost);
    }
  });
});

test('a first visit is told what is here, and once it was played no later one', async (t) => {
  const page = await visit(t, '', { first: true });
  const line = page.locator('#opening');
  assert.equal(await line.innerText(), '4 hidden units learn to separate a flower’s two classes. Press Play.');
  assert.deepEqual(await page.locator('.callout').allInnerTexts(), [
    'A unit: it draws one line, blue on one side, orange on the other.', 'A link is a weight. The wider, the larger |w|; dashed is negative.',
    'The boundary: here the answer changes.',
  ]);
  await assertContent(page);
  await page.locator('.callout button').first().click();
  await page.locator('.callout', { hasText: 'A unit' }).waitFor({ state: 'detached' });
  assert.equal(await page.locator('.callout').count(), 2);
  assert.ok(await page.locator('#play').evaluate((e) => e === document.activeElement), 'the focus goes to what is to be pressed');
  // What lies below a callout is still to be met there.
  const box = await page.locator('.callout', { hasText: 'boundary' }).boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + 20, box.y + box.height / 2);
  await page.waitForFunction(() => document.querySelector('#slot-output:hover'));
  await page.locator('#language').selectOption('zh-Hans');
  await line.getByText('4 个隐藏单元学习区分花形的两类。').waitFor();

  await page.locator('#play').click();
  await line.waitFor({ state: 'hidden' });
  assert.equal(await page.locator('.callout').count(), 0);
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  assert.ok(!await line.isVisible());
});
