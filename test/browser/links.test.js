/** A link is the experiment: whoever opens it sees the same run, and a bad one still opens. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { siteAddress, visit } from './harness.js';
import { eventually } from './panel.js';
import { keepNotices, metrics, params, seeSettings, seeStep, train } from './reader.js';

const clipboard = { profile: { permissions: ['clipboard-read', 'clipboard-write'] }, prepare: keepNotices };

/**
 * Types a bias in, as a visitor does.
 * @param {import('playwright-core').Page} page
 * @param {string} unit such as 1-2, unit 2 of layer 1
 * @param {string} value
 */
async function typeBias(page, unit, value) {
  await page.locator(`#unit-${unit}`).click();
  await page.locator('#inspect-value').fill(value);
  await page.keyboard.press('Enter');
  await page.waitForFunction(([layer, to, v]) => window.playground.params().layers[layer - 1].b[to - 1] === v, [...unit.split('-').map(Number), Number(value)]);
}

/**
 * The link that the button copies.
 * @param {import('playwright-core').Page} page
 */
async function copyLink(page) {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.locator('#copy-link').click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await eventually(async () => assert.notEqual(await copied(), ''));
  return copied();
}

/**
 * Has the page follow a link.
 * @param {import('playwright-core').Page} page
 * @param {string} fragment
 */
const follow = (page, fragment) => page.evaluate((fragment) => { location.hash = fragment; }, fragment);

test('the address gives another visitor identical parameters, bit for bit, also of a run changed by hand', async (t) => {
  const first = await visit(t, '#v=1&data=spiral&noise=0.1&test=30&in=x1,x2,sinx1,sinx2&net=8,3&act=relu,tanh&init=he&lr=0.03&opt=adam&batch=32&l2=0.001', clipboard);
  await train(first, 20);
  await first.waitForFunction(() => location.hash === window.playground.hash());
  assert.match(first.url(), /steps=20/);

  const second = await visit(t, first.url().slice(siteAddress().length));
  const alike = async (/** @type {number} */ step) => {
    assert.deepStrictEqual(await params(second), await params(first), `step ${step} of ${first.url()}`);
    assert.deepStrictEqual(await metrics(second), await metrics(first), `step ${step} of ${first.url()}`);
  };
  await seeStep(second, 20);
  await alike(20);

  await typeBias(first, '1-2', '0.1');
  await train(first, 45);
  await first.evaluate(() => window.playground.set({ lr: 0.01 }));
  await train(first, 50);
  const address = await copyLink(first);
  await first.waitForFunction((link) => location.href === link, address);
  await follow(second, new URL(address).hash);
  await seeSettings(second, { lr: 0.01 });
  await seeStep(second, 50);
  for (const step of [50, 51, 80]) {
    await train(first, step);
    await train(second, step);
    await alike(step);
  }

  await t.test('the button copies the address of the run, and says where it is longer than 2,000 characters', async () => {
    await follow(first, '#v=1&net=16,16');
    await seeSettings(first, { net: [16, 16] });
    await first.locator('#notices .toast .square').evaluateAll((all) => all.forEach((e) => /** @type {HTMLElement} */ (e).click()));
    await first.locator('#notices .toast').waitFor({ state: 'detached' });
    await train(first, 3);
    assert.equal(await copyLink(first), siteAddress() + '#v=1&net=16,16&steps=3');
    await first.locator('#notices .toast').waitFor();
    assert.doesNotMatch(await first.locator('#notices').innerText(), /2,000/);
    await typeBias(first, '1-1', '7');
    const link = await copyLink(first);
    assert.ok(link.length > 2000);
    await first.locator('#notices').getByText(`${link.length} characters`).waitFor();
  });

  // The address and the page follow one another.
  const page = first;
  await t.test('what the visitor sets stands in the address', async () => {
    await follow(page, '#v=1');
    await seeSettings(page, { net: [4], act: ['tanh'] });
    await page.locator('#set-act').selectOption('relu');
    await page.waitForFunction(() => location.hash === '#v=1&act=relu');
  });

  await t.test('back and forward', async () => {
    await follow(page, '#v=1&net=3');
    await seeSettings(page, { net: [3], act: ['tanh'] });
    await follow(page, '#v=1&net=5&act=relu');
    await seeSettings(page, { net: [5], act: ['relu'] });
    await follow(page, '#v=1&data=xor');
    await seeSettings(page, { net: [4], data: 'xor' });
    await page.goBack();
    await seeSettings(page, { net: [5], act: ['relu'], data: 'planar' });
    await page.goBack();
    await seeSettings(page, { net: [3], act: ['tanh'] });
    await page.goForward();
    await seeSettings(page, { net: [5], act: ['relu'] });
  });

  await t.test('going back brings a run changed by hand back', async () => {
    await follow(page, '#v=1&net=3');
    await seeSettings(page, { net: [3] });
    await train(page, 10);
    await typeBias(page, '1-1', '-2.5');
    const before = await params(page);
    await page.waitForFunction(() => location.hash === window.playground.hash());
    await follow(page, '#v=1&data=xor');
    await seeSettings(page, { data: 'xor' });
    await page.goBack();
    await seeSettings(page, { data: 'planar' });
    await seeStep(page, 10);
    assert.deepStrictEqual(await params(page), before);
  });

  await t.test('a reload keeps the run', async () => {
    await train(page, 40);
    const before = await params(page);
    await page.waitForFunction(() => location.hash === window.playground.hash());
    await page.reload();
    await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
    await seeStep(page, 40);
    assert.deepStrictEqual(await params(page), before);
  });
});

test('each fault of a link is told in one sentence, several of them in one notice, and the page works', async (t) => {
  // Put in later, the clock may go back for a moment, upon which ebiten ends.
  const page = await visit(t, '?lagn=en&theme=&gclid=1#v=1&lr=&net=3', { prepare: (page) => page.clock.install() });
  const told = (await page.locator('#notices li').allInnerTexts()).join('\n');
  assert.match(told, /lr\) cannot be empty; 1\.2 is used/);
  assert.match(told, /theme= in the address cannot be empty/);
  assert.match(told, /“lagn”/);
  assert.equal(told.split('\n').length, 3, told);

  for (const { link, notices, settings } of [
    { link: '#v=1&net=999', notices: ['net'], settings: { net: [64] } },
    {
      link: '#v=1&lr=fast&colour=blue&n=5&noise=2&seed=1.5&opt=sgd&batch=-1&act=step&v=2',
      notices: ['lr', 'colour', 'n', 'noise', 'seed', 'opt', 'batch', 'act', 'v'],
      settings: { lr: 1.2, n: 10, noise: 1, seed: 2, opt: 'gd', batch: 0, act: ['tanh'] },
    },
    { link: '#v=1&net=3&z=1.bm90IGEgc3RhdGU', notices: ['weights'], settings: { net: [3] } },
    { link: '#v=1&data=%3Cimg%20src=x%3E', notices: ['data'], settings: { data: 'planar' } },
  ]) {
    await follow(page, link);
    await eventually(async () => {
      const several = page.locator('#notices li');
      const shown = await (await several.count() > 0 ? several : page.locator('#notices .toast')).allInnerTexts();
      assert.equal(await page.locator('#notices .toast').count(), 1, link);
      assert.equal(shown.length, notices.length, `${link}: ${shown}`);
      for (const word of notices) assert.ok(shown.some((text) => text.includes(word)), `${link} says ${word}: ${shown}`);
    });
    await seeSettings(page, settings);
    await train(page, 3);
    await seeStep(page, 3);
  }

  await t.test('links of TensorFlow Playground open with one notice', async () => {
    for (const { link, hash, settings, discretise, showTest } of [
      {
        link: '#activation=sigmoid&batchSize=10&dataset=gauss&regDataset=reg-plane&learningRate=0.03&regularizationRate=0&noise=0'
          + '&networkShape=1,1&seed=0.43153&showTestData=false&discretize=false&percTrainData=50&x=true&y=true&xTimesY=false'
          + '&xSquared=false&ySquared=false&cosX=false&sinX=false&cosY=false&sinY=false&collectStats=false'
          + '&problem=classification&initZero=false&hideText=false',
        hash: '#v=1&data=gauss&n=500&dseed=43153&test=50&net=1,1&act=sigmoid&out=tanh&init=uniform&scale=0.5&seed=43153&lr=0.03&batch=10',
        settings: { data: 'gauss', loss: 'mse', n: 500 }, discretise: false, showTest: false,
      },
      {
        link: '#activation=relu&problem=regression&regDataset=reg-gauss&regularization=L2&regularizationRate=0.01&noise=25'
          + '&networkShape=&seed=0.5&discretize=true&showTestData=true&noise_hide=true&playButton_hide=true',
        hash: '#v=1&data=bumps&n=1200&noise=0.5&dseed=50000&test=50&net=0&act=relu&init=uniform&scale=0.5&seed=50000&lr=0.03&batch=10&l2=0.01',
        settings: { data: 'bumps', out: 'linear', loss: 'mse' }, discretise: true, showTest: true,
      },
    ]) {
      await follow(page, link);
      await seeSettings(page, settings);
      assert.equal(await page.evaluate(() => window.playground.hash()), hash);
      await eventually(async () => {
        const shown = await page.locator('#notices .toast').allInnerTexts();
        assert.equal(shown.length, 1, `${shown}`);
        assert.match(shown[0], /TensorFlow Playground/);
      });
      assert.deepEqual([await page.locator('#discretise').isChecked(), await page.locator('#show-test').isChecked()], [discretise, showTest]);
      await train(page, 3);
      await seeStep(page, 3);
    }
  });

  await t.test('what a link got wrong stays until dismissed, or until another run is opened', async () => {
    await follow(page, '#v=1&lr=fast');
    const notices = page.locator('#notices .toast');
    await notices.getByText('fast').waitFor();
    await page.clock.fastForward(60 * 60 * 1000);
    assert.match(await notices.innerText(), /fast/);
    await page.evaluate(() => { location.hash = '#v=1&net=5'; });
    await seeSettings(page, { net: [5] });
    await notices.waitFor({ state: 'detached' });
    await page.evaluate(() => { location.hash = '#v=1&batch=-1'; });
    await page.locator('#notices').getByText('-1').waitFor();
    assert.doesNotMatch(await notices.innerText(), /fast/);
    await page.locator('#notices .square').click();
    assert.equal(await notices.count(), 0);
    // What answers the visitor goes by itself.
    await page.locator('#set-lr').fill('much');
    await page.locator('#set-lr').press('Enter');
    await notices.waitFor();
    await page.mouse.move(0, 0);
    await page.clock.fastForward(60 * 60 * 1000);
    assert.equal(await notices.count(), 0);
  });
});

test('an address that was damaged on its way opens as it was, and keys that others add say nothing', async (t) => {
  const page = await visit(t, '?lang=zh-TW&amp;panel=ledger&utm_source=mail&fbclid=1%23v=1&amp;data=moons&amp;net=3).');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-Hans');
  await seeSettings(page, { data: 'moons', net: [3] });
  assert.ok(await page.locator('#panel').isVisible());
  assert.equal(await page.locator('#notices .toast').count(), 0);
});
