/** The computation graph of one example: its numbers, its steps, and what it has to do with the diagram. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { countDrawing, seeRest } from './drawing.js';
import { visit } from './harness.js';
import { params, seeSettings, train } from './reader.js';
import { assertShown, assertTranslated, eventually, languages, numberOf, visitPanel } from './panel.js';

/** @typedef {import('playwright-core').Page} Page */

/**
 * The numbers on the edge that leaves a node.
 * @param {Page} page
 * @param {string} node such as W1
 * @param {'value' | 'slope'} which
 */
async function onEdge(page, node, which) {
  const texts = await page.locator(`#graph-${node} + .graph-numbers .graph-${which} mn.symbol`).allTextContents();
  return texts.map(numberOf);
}

/**
 * Everything that a graph shows, worked out here from the parameters, for hidden layers of tanh and a sigmoid output.
 * @param {Page} page
 * @param {number} example counted from 1
 */
async function expected(page, example) {
  const { layers } = await params(page);
  const [x1, x2, y] = (await page.evaluate(() => window.playground.data())).train[example - 1];
  const x = [x1, x2];
  const activations = [x];
  const sums = [x];
  layers.forEach(({ W, b }, l) => {
    const z = W.map((row, i) => row.reduce((sum, w, j) => sum + w * activations[l][j], b[i]));
    sums.push(z);
    activations.push(z.map((v) => (l === layers.length - 1 ? 1 / (1 + Math.exp(-v)) : Math.tanh(v))));
  });
  const [a] = activations[layers.length];
  /** @type {Record<string, {value: number[], slope: number[]}>} */
  const nodes = { Y: { value: [y], slope: [] } };
  let upper = [-y / a + (1 - y) / (1 - a)];
  for (let l = layers.length; l >= 1; l--) {
    const { W, b } = layers[l - 1];
    const own = activations[l];
    const dz = upper.map((slope, i) => slope * (l === layers.length ? own[i] * (1 - own[i]) : 1 - own[i] ** 2));
    nodes[`A${l}`] = { value: own, slope: upper };
    nodes[`Z${l}`] = { value: sums[l], slope: dz };
    nodes[`W${l}`] = { value: W.flat(), slope: dz.flatMap((d) => activations[l - 1].map((v) => d * v)) };
    nodes[`b${l}`] = { value: b, slope: dz };
    upper = activations[l - 1].map((_, j) => dz.reduce((sum, d, i) => sum + d * W[i][j], 0));
  }
  nodes.X = { value: x, slope: upper };
  return { nodes, loss: -(y * Math.log(a) + (1 - y) * Math.log(1 - a)) };
}

/**
 * @param {Page} page
 * @param {number} example
 */
async function assertGraph(page, example) {
  const { nodes, loss } = await expected(page, example);
  for (const [node, { value, slope }] of Object.entries(nodes)) {
    assertShown(await onEdge(page, node, 'value'), value, node);
    assertShown(await onEdge(page, node, 'slope'), slope, `d${node}`);
  }
  const shown = await page.locator('#graph-L mn').allTextContents();
  assertShown([numberOf(shown[shown.length - 1])], [loss], 'L');
}

/** @param {Page} page */
function visibleNodes(page) {
  return page.locator('.graph-node').evaluateAll((nodes) => nodes.filter((n) => n.checkVisibility({ visibilityProperty: true })).map(({ id }) => id.replace('graph-', '')));
}

for (const language of languages) {
  test(`logistic regression and what it grows into, value by value, in ${language}`, async (t) => {
    const page = await visitPanel(t, 'graph', '#v=1&net=0&steps=20', language);
    await page.waitForFunction(() => window.playground.metrics().step === 20);
    await page.locator('#graph-W1').waitFor();
    await assertTranslated(page, 'graph');
    assert.deepEqual(await visibleNodes(page), ['X', 'W1', 'b1', 'Z1', 'A1', 'Y', 'L']);
    await page.locator('#step').click();
    await eventually(() => assertGraph(page, 1));

    await page.locator('[data-i18n="graph.grow"]').click();
    await seeSettings(page, { net: [4] });
    await page.evaluate(() => window.playground.step(30));
    await eventually(() => assertGraph(page, 1));
    assert.deepEqual(await visibleNodes(page), ['X', 'W1', 'b1', 'Z1', 'A1', 'W2', 'b2', 'Z2', 'A2', 'Y', 'L']);
    await assertTranslated(page, 'graph');
  });
}

test('the example chosen is the one that is worked out', async (t) => {
  const page = await visitPanel(t, 'graph', '#v=1&net=3&steps=50');
  await page.waitForFunction(() => window.playground.metrics().step === 50);
  await page.locator('#example').fill('17');
  await page.keyboard.press('Enter');
  await eventually(() => assertGraph(page, 17));
});

test('a number that is being typed in stays while the graph follows the run', async (t) => {
  const page = await visitPanel(t, 'graph', '#v=1&net=3');
  await page.locator('#example').fill('1');
  await page.keyboard.type('7');
  await train(page, 50);
  await eventually(() => assertGraph(page, 1));
  await page.keyboard.press('Enter');
  await eventually(() => assertGraph(page, 17));
  await page.keyboard.press('ArrowUp');
  assert.equal(await page.locator('#example').inputValue(), '18');
});

test('steps lead forward through the values, then backward through the derivatives, by button and by key', async (t) => {
  const page = await visitPanel(t, 'graph', '#v=1&net=2');
  const told = page.locator('.graph-told');
  const derivatives = () => page.locator('.graph-slope:not(.graph-hidden)').evaluateAll((slopes) => slopes.filter((s) => s.textContent && s.checkVisibility({ visibilityProperty: true })).length);
  await page.locator('[data-i18n-tip="graph.start"]').click();
  assert.deepEqual(await visibleNodes(page), ['X', 'W1', 'b1', 'Z1']);
  assert.equal(await derivatives(), 0);
  assert.match(await page.locator('#graph-place').innerText(), /1 of 11/);

  await page.locator('[data-i18n-tip="graph.next"]').click();
  assert.deepEqual(await visibleNodes(page), ['X', 'W1', 'b1', 'Z1', 'A1']);
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  assert.deepEqual(await visibleNodes(page), ['X', 'W1', 'b1', 'Z1', 'A1', 'W2', 'b2', 'Z2', 'A2', 'Y', 'L']);
  assert.equal(await derivatives(), 0);
  await page.keyboard.press('ArrowRight');
  assert.equal(await derivatives(), 1);
  assert.match(await told.textContent() ?? '', /da\[2\]/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  assert.equal(await derivatives(), 4);
  assert.match(await told.textContent() ?? '', /dW\[2\].*db\[2\]/);
  await page.keyboard.press('ArrowLeft');
  assert.equal(await derivatives(), 2);
  await page.keyboard.press('End');
  assert.equal(await derivatives(), 9);
  assert.ok(await page.locator('[data-i18n-tip="graph.next"]').isDisabled());
});

test('pointing goes from the graph to the diagram and back', async (t) => {
  const page = await visit(t, '?panel=graph#v=1&net=2', { prepare: countDrawing });
  const picture = () => page.locator('#slot-network').screenshot();
  await seeRest(page);
  const before = await picture();
  await page.locator('#graph-W1 + .graph-numbers .graph-value mn.symbol').nth(2).hover();
  await page.locator('#graph-W1 .symbol.lit').waitFor();
  await eventually(async () => assert.ok(!before.equals(await picture()), 'the diagram marks the link'));
  await page.mouse.move(0, 0);
  await eventually(async () => assert.ok(before.equals(await picture()), 'it marks nothing any more'));

  await page.locator('#unit-1-2').hover();
  await page.locator('#graph-A1 + .graph-numbers .graph-value mn.symbol.lit').waitFor();
  const lit = await page.locator('#graph-A1 + .graph-numbers .graph-value mn.symbol').evaluateAll((cells) => cells.map((cell) => cell.classList.contains('lit')));
  assert.deepEqual(lit, [false, true]);
});

test('large layers unfold their numbers, and the table says all of it', async (t) => {
  const page = await visitPanel(t, 'graph', '#v=1&net=6');
  const edge = page.locator('#graph-W1 + .graph-numbers');
  assert.equal(await edge.locator('mn.symbol').count(), 0);
  const unfold = edge.getByRole('button', { name: '6 × 2' });
  await unfold.focus();
  await page.keyboard.press('Enter');
  assert.equal(await edge.locator('.graph-value mn.symbol').count(), 12);
  assert.equal(await unfold.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('Enter');
  assert.equal(await edge.locator('mn.symbol').count(), 0);

  await page.locator('.graph-table summary').click();
  await eventually(async () => assert.equal(await page.locator('.graph-table tbody tr').count(), 11));
  const { layers } = await params(page);
  const shown = await page.locator('.graph-table tbody tr').nth(1).locator('td').first().locator('mn.symbol').allTextContents();
  assertShown(shown.map(numberOf), layers[0].W.flat(), 'W1 in the table');
});
