/** A link is the experiment: whoever opens it sees the same run, and a bad one still opens. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { siteAddress, visit } from './harness.js';
import { metrics, params, seeSettings, seeStep, train } from './reader.js';

test('the address in a fresh profile gives identical parameters, bit for bit', async (t) => {
  for (const experiment of [
    '#v=1',
    '#v=1&data=spiral&noise=0.1&test=30&in=x1,x2,sinx1,sinx2&net=8,8&act=relu,tanh&init=he&lr=0.03&opt=adam&batch=32&l2=0.001',
    '#v=1&data=bumps&net=6&init=xavier&lr=0.1&opt=momentum&batch=10',
  ]) {
    const first = await visit(t, experiment);
    await train(first, 137);
    await first.waitForFunction(() => location.hash === window.playground.hash());
    const address = first.url();
    assert.match(address, /steps=137/);

    const second = await visit(t, address.slice(siteAddress().length));
    await seeStep(second, 137);
    assert.deepStrictEqual(await params(second), await params(first), address);
    assert.deepStrictEqual(await metrics(second), await metrics(first), address);
  }
});

test('the button copies the address of the run', async (t) => {
  const page = await visit(t, '#v=1&net=3', { profile: { permissions: ['clipboard-read', 'clipboard-write'] } });
  await train(page, 10);
  await page.locator('#copy-link').click();
  const copied = await page.waitForFunction(async () => await navigator.clipboard.readText() || undefined);
  assert.equal(await copied.jsonValue(), siteAddress() + '#v=1&net=3&steps=10');
});

test('a reload keeps the run', async (t) => {
  const page = await visit(t, '#v=1&net=5&seed=7');
  await train(page, 40);
  const before = await params(page);
  await page.waitForFunction(() => location.hash === window.playground.hash());
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  await seeStep(page, 40);
  assert.deepStrictEqual(await params(page), before);
});

test('steps= trains on opening', async (t) => {
  const page = await visit(t, '#v=1&steps=1000');
  await seeStep(page, 1000);
  assert.equal((await metrics(page)).cost?.toFixed(6), '0.288083');
});

test('each fault of a link gives one notice, and the page works', async (t) => {
  for (const { link, notices, settings } of [
    { link: '#v=1&net=999', notices: ['net'], settings: { net: [64] } },
    { link: '#v=1&lr=fast&colour=blue&n=5', notices: ['lr', 'colour', 'n'], settings: { lr: 1.2, n: 10 } },
    { link: '#%E0%A4%A&&==', notices: null, settings: { net: [4] } },
    { link: '#v=1&data=%3Cimg%20src=x%3E', notices: ['data'], settings: { data: 'planar' } },
  ]) {
    const page = await visit(t, link);
    await page.waitForFunction(() => (document.querySelector('#notices')?.textContent ?? '').trim() !== '');
    const shown = await page.locator('#notices > *').allInnerTexts();
    if (notices) {
      assert.equal(shown.length, notices.length, `${link}: ${shown}`);
      for (const key of notices) assert.ok(shown.some((text) => text.includes(key)), `${link} says ${key}: ${shown}`);
    }
    await seeSettings(page, settings);
    await train(page, 3);
    await seeStep(page, 3);
  }
});

test('the page follows the address, back and forward', async (t) => {
  const page = await visit(t, '#v=1&net=3');
  await page.evaluate(() => { location.hash = '#v=1&net=5&act=relu'; });
  await seeSettings(page, { net: [5], act: ['relu'] });
  await page.evaluate(() => { location.hash = '#v=1&data=xor'; });
  await seeSettings(page, { net: [4], data: 'xor' });
  await page.goBack();
  await seeSettings(page, { net: [5], act: ['relu'], data: 'planar' });
  await page.goBack();
  await seeSettings(page, { net: [3], act: ['tanh'] });
  await page.goForward();
  await seeSettings(page, { net: [5], act: ['relu'] });
});

test('what the visitor sets stands in the address', async (t) => {
  const page = await visit(t, '');
  await page.locator('#set-act').selectOption('relu');
  await page.waitForFunction(() => location.hash === '#v=1&act=relu');
});
