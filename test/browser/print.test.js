/** On paper: the picture, the numbers, the settings and the link, light on any theme, in the page and in frames. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visit, visitHost } from './harness.js';
import { params } from './reader.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

/**
 * Remembers what the page has on its sheet when it is printed, in window.sheet.
 * @param {Page | Frame} page
 */
function watch(page) {
  return page.evaluate(() => addEventListener('beforeprint', () => {
    const sheet = /** @type {HTMLElement} */ (document.querySelector('#printed'));
    /** @param {string} list */
    const entries = (list) => Object.fromEntries([...sheet.querySelectorAll(`${list} > div`)].map((entry) => [entry.querySelector('dt')?.textContent?.trim(), entry.querySelector('dd')?.textContent]));
    const picture = sheet.querySelector('canvas');
    const pixels = picture?.getContext('2d')?.getImageData(0, 0, picture.width, picture.height).data ?? [];
    const colours = new Set();
    for (let i = 0; i < pixels.length; i += 4 * 97) colours.add(`${pixels[i]},${pixels[i + 1]},${pixels[i + 2]}`);
    Object.assign(window, {
      sheet: {
        title: sheet.querySelector('h1')?.textContent,
        numbers: entries('.printed-numbers'),
        settings: entries('.printed-settings'),
        link: sheet.querySelector('.printed-link a')?.textContent ?? '',
        colours: colours.size,
        corner: [...pixels.slice(0, 3)],
        codes: sheet.querySelectorAll('.printed-link canvas:not([hidden])').length,
      },
    });
  }));
}

/** What was on the sheet. @param {Page | Frame} page */
const sheet = (page) => page.evaluate(() => /** @type {any} */ (window).sheet);

/** @param {Page} page */
const hash = (page) => page.evaluate(() => window.playground.hash());

/** @param {Buffer} pdf */
const pages = (pdf) => (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;

test('a printed page has the picture, the numbers, the settings and the link, on one sheet', async (t) => {
  const page = await visit(t, '?lang=en&theme=dark#v=1&data=moons&l2=0.001&steps=200');
  await page.evaluate(() => window.playground.ready);
  await watch(page);
  assert.equal(pages(await page.pdf({ format: 'A4' })), 1);
  const { numbers, settings, link, title, colours, corner, codes } = await sheet(page);
  assert.equal(title, 'Shallows');
  assert.equal(numbers.Step, '200');
  assert.equal(numbers['Cost J'], await page.locator('#cost-value').textContent());
  assert.equal(settings['Data set'], 'Moons');
  assert.equal(settings['Learning rate'], '1.2');
  assert.equal(settings['L2 penalty'], '0.001');
  assert.equal(settings['L1 penalty'], undefined);
  assert.equal(link, await page.evaluate(() => location.href));
  assert.deepEqual(corner, [255, 255, 255]);
  assert.ok(colours > 100, `${colours} colours in the picture`);
  assert.equal(codes, 1);
  assert.equal(await page.locator('[data-printed], #printed canvas:not([hidden])').count(), 0);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
});

test('of the page only the open panel is printed, all of it and without its buttons; then all is as before', async (t) => {
  const page = await visit(t, '?lang=en&theme=dark&panel=ledger#v=1&steps=30');
  await page.locator('#panel math').first().waitFor();
  const [before, address] = [await params(page), await hash(page)];
  const width = await page.locator('#panel').evaluate((panel) => panel.clientWidth);
  await page.emulateMedia({ media: 'print' });
  await page.locator('#printed').waitFor();
  const shown = await page.evaluate(() => ({
    background: getComputedStyle(document.documentElement).backgroundColor,
    ink: getComputedStyle(document.querySelector('#printed h1') ?? document.body).color,
    heading: document.querySelector('#printed h2')?.textContent,
    visible: ['.header', '.settings', '.zone', '.panel-strip', 'body > canvas', '#panel .button'].filter((selector) => document.querySelector(selector)?.checkVisibility()),
    panel: document.querySelector('#panel')?.checkVisibility(),
    whole: [document.documentElement, document.body, document.querySelector('#panel')].every((part) => part && getComputedStyle(part).overflowY === 'visible'),
    least: getComputedStyle(document.querySelector('.app') ?? document.body).minHeight, // else a page without anything follows
  }));
  assert.deepEqual(shown, { background: 'rgb(255, 255, 255)', ink: 'rgb(26, 28, 31)', heading: 'Equations', visible: [], panel: true, whole: true, least: '0px' });
  await page.emulateMedia({ media: 'screen' });
  await page.waitForFunction((width) => document.querySelector('#panel')?.clientWidth === width, width);
  await page.locator('[data-printed]').waitFor({ state: 'detached' });
  assert.deepStrictEqual(await params(page), before);
  assert.equal(await hash(page), address);
});

test('a printed page of notes shows in each of its frames what fits: picture, settings, link', async (t) => {
  const sizes = /** @type {const} */ ([[320, 400, 'min'], [480, 270, 'figure'], [960, 600, 'full']]);
  // All in sight, as out of it nothing is trained.
  const page = await visitHost(t, (site) => `<!DOCTYPE html><html lang="en"><title>Notes</title>${sizes.map(([width, height, ui]) =>
    `<iframe sandbox="allow-scripts" width="${width}" height="${height}" src="${site}?ui=${ui}&amp;lang=zh-Hans&amp;theme=dark#v=1&amp;net=8,6&amp;data=spiral&amp;test=30&amp;l2=0.01&amp;steps=20"></iframe>`).join('')}`,
  { profile: { viewport: { width: 1700, height: 1100 } } });
  const frames = page.frames().slice(1);
  for (const frame of frames) {
    await frame.waitForFunction(() => document.documentElement.dataset.state === 'ready');
    await watch(frame);
  }
  await page.pdf();
  for (const [i, [width, height, ui]] of sizes.entries()) {
    const where = `${width}x${height}, ${ui}`;
    const { settings, numbers, link, colours } = await sheet(frames[i]);
    for (const name of [...Object.keys(settings), ...Object.keys(numbers)]) assert.match(name, /\p{Script=Han}/u, where);
    assert.equal(settings['数据集'], '螺旋', where);
    assert.match(link, /where\/#v=1&data=spiral.*steps=20$/, where);
    assert.ok(colours > 100, `${where}: ${colours} colours in the picture`);
  }

  await page.emulateMedia({ media: 'print' });
  for (const [i, [width, height, ui]] of sizes.entries()) {
    await frames[i].locator('#printed').waitFor();
    const { outside, picture } = await frames[i].evaluate(() => {
      const boxes = [...document.querySelectorAll('#printed :is(canvas, h1, dl, dd, a):not([hidden], [hidden] *)')].map((part) => part.getBoundingClientRect());
      return {
        outside: boxes.filter(({ left, top, right, bottom }) => left < 0 || top < 0 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5),
        picture: document.querySelector('.printed-pictures canvas')?.getBoundingClientRect().height ?? 0,
      };
    });
    assert.deepEqual(outside, [], `${width}x${height}, ${ui}`);
    assert.ok(picture > 110, `${width}x${height}, ${ui}: the picture is ${picture} high`);
  }
});

test('an element that is not loaded prints its link', async (t) => {
  const page = await visitHost(t, (site) => `<!DOCTYPE html><html lang="en"><title>Notes</title><nn-playground loading="click"><a href="${site}#v=1">The playground</a></nn-playground><script src="${site}web/embed.js"></script>`);
  await page.waitForFunction(() => document.querySelector('nn-playground')?.shadowRoot?.querySelector('button'));
  await page.emulateMedia({ media: 'print' });
  const printed = await page.evaluate(() => {
    const element = /** @type {Element} */ (document.querySelector('nn-playground'));
    const link = /** @type {HTMLAnchorElement} */ (element.querySelector('a'));
    return { seen: link.checkVisibility(), address: getComputedStyle(link, '::after').content, href: link.href, button: element.shadowRoot?.querySelector('button')?.checkVisibility() };
  });
  assert.ok(printed.seen);
  assert.equal(printed.button, false);
  assert.match(printed.address, /attr\(href\)|#v=1/);
});
