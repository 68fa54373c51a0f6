/** The lessons: each opens and does what it says, and the reader's own run comes back untouched. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { violations } from './axe.js';
import { visit } from './harness.js';
import { eventually, lit } from './panel.js';
import { metrics, params, seeSettings, seeStep, train } from './reader.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../../web/types.js').Config} Config */

const folder = fileURLToPath(new URL('../../web/lessons/', import.meta.url));
const read = (/** @type {string} */ file) => JSON.parse(readFileSync(folder + file, 'utf8'));
const lessonIds = readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => file.replace('.json', ''));
const hash = (/** @type {Page} */ page) => page.evaluate(() => window.playground.hash());
const heading = (/** @type {Page} */ page) => page.locator('.lesson-heading');

/**
 * Waits until a lesson's page is on show.
 * @param {Page} page
 * @param {number} number counted from 1
 */
async function seePage(page, number) {
  await page.waitForFunction((wanted) => document.querySelector('.lesson-foot .caption')?.textContent?.match(/\d+/)?.[0] === String(wanted), number);
}

/**
 * Turns the lesson to a page.
 * @param {Page} page
 * @param {number} from
 * @param {number} to
 */
async function turn(page, from, to) {
  for (let at = from; at < to; at++) {
    await page.locator('#lesson-next').click();
    await seePage(page, at + 1);
  }
}

/**
 * Types a number into a parameter of a unit.
 * @param {Page} page
 * @param {string} unit
 * @param {string} text
 * @param {string} [field]
 */
async function typeIn(page, unit, text, field = '#inspect-value') {
  await page.locator(unit).focus();
  await page.keyboard.press('Enter');
  await page.locator(field).fill(text);
  await page.locator(field).press('Enter');
  await page.keyboard.press('Escape');
}

/**
 * @param {Page} page
 * @param {Partial<Config>} settings
 * @param {number} [steps]
 */
async function set(page, settings, steps = 0) {
  await page.evaluate((patch) => void window.playground.set(patch), settings);
  await train(page, steps);
}

/**
 * Whether a lesson has on show what none had before it, in kinds of elements or where it scrolls: pages are of one template.
 * @param {Page} page
 * @param {Set<string>} seen so far, to which it is added
 */
async function unseen(page, seen) {
  const kinds = await page.evaluate(() => [...document.querySelectorAll('.settings *')].filter((e) => e.checkVisibility()).map((e) =>
    `${e.localName}.${e.getAttribute('class') ?? ''}${e.scrollWidth > e.clientWidth && getComputedStyle(e).overflowX === 'auto' ? ' scrolls' : ''}`));
  const fresh = kinds.some((kind) => !seen.has(kind));
  for (const kind of kinds) seen.add(kind);
  return fresh;
}

/** A desk, and phones upright and on their side. */
const windows = [[1440, 900], [320, 568], [844, 390], [390, 844], [667, 375], [360, 640]].map(([width, height]) => ({ width, height }));

/**
 * Every picture on show is large enough to read, and the heading is in sight.
 * @param {Page} page
 */
async function seePicture(page) {
  const sizes = await page.evaluate(() => [...document.querySelectorAll('.slot')].filter((e) => e.checkVisibility()).map((e) => {
    const { width, height } = e.getBoundingClientRect();
    return Math.round(Math.min(width, height));
  }));
  assert.ok(sizes.length > 0 && Math.min(...sizes) >= 180, `${sizes}`);
  assert.ok(await heading(page).isVisible());
}

/**
 * On a phone, play, the picture that a page speaks of and its first words are in reach, and there is room for its text.
 * @param {Page} page
 * @param {string} picture
 */
async function seeTogether(page, picture) {
  for (const selector of ['#play', `#slot-${picture}`, '.lesson-heading', '#lesson-leave', '#lesson-back']) {
    const box = await page.locator(selector).boundingBox();
    assert.ok(box && box.y >= 0 && box.y + box.height <= 844 && box.width <= 390 && box.width > 0, selector);
  }
  const text = await page.locator('#side-lessons').boundingBox();
  assert.ok(text && text.height > 380 && text.width === 390, `${text?.height} pixels of lesson`);
}

test('each lesson opens from the list and can be read to its end, on a desk and on phones', async (t) => {
  const page = await visit(t, '');
  await page.locator('#side-tab-lessons').click();
  assert.equal(await page.locator('.lesson-entry').count(), 10);
  /** @type {Set<string>} */
  const seen = new Set();
  /** On an upright phone. @type {string[]} */
  const scrolling = [];
  for (const [turned, id] of lessonIds.entries()) {
    const { start, pages } = read(`${id}.json`);
    const words = read(`en/${id}.json`).pages;
    for (let at = 0; at < pages.length; at++) {
      // So over all lessons each of their pages has each of the windows.
      const { width, height } = windows[(turned + at) % windows.length];
      const where = `${id}, page ${at + 1} at ${width}x${height}`;
      await page.setViewportSize({ width, height });
      await page.locator(at === 0 ? `#lesson-${id}` : '#lesson-next').click();
      await seePage(page, at + 1);
      if (at === 0) {
        await page.waitForFunction((wanted) => window.playground.hash() === wanted, `#${start}`);
        assert.equal(new URL(page.url()).searchParams.get('lesson'), id);
      }
      assert.equal(await heading(page).evaluate((e) => e === document.activeElement), true, 'the heading has the focus');
      assert.ok((await heading(page).innerText()).startsWith(words[at].heading.split('`')[0]), where);
      if (pages[at].formulas) {
        assert.equal(await page.locator('.lesson-formulas p').count(), pages[at].formulas.length, where);
        assert.ok(await page.locator('.lesson-formulas').evaluate((box) => [...box.querySelectorAll('p')].every((p) => p.offsetWidth < box.clientWidth)), 'only what is one formula scrolls');
      }
      await eventually(() => seePicture(page).catch(({ message }) => assert.fail(`${where}: ${message}`)));
      if (width === 390) await eventually(() => seeTogether(page, pages[at].picture ?? 'output').catch(({ message }) => assert.fail(`${where}: ${message}`)));
      if (width === 390 && await page.locator('.lesson-page').evaluate((e) => e.scrollHeight > e.clientHeight + 1)) scrolling.push(where);
      if (width === 1440 && pages[at].panel) assert.equal(await page.locator('.app').getAttribute('data-panel'), pages[at].panel, where);
      // What scrolls is within reach of the keyboard a moment after it is there.
      if (await unseen(page, seen)) await eventually(async () => assert.deepEqual(await violations(page, '.settings'), [], where));
    }
    await page.locator('#lesson-leave').click();
    await page.locator(`#lesson-${id}:focus`).waitFor();
  }
  assert.ok(scrolling.length <= 2, `on phones hardly a page scrolls: ${scrolling.join()}`);

  await t.test('axe is content with the dark lessons', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
    assert.deepEqual(await violations(page, '.settings'), [], 'list');
    // It opens where it was left, at its end.
    await page.locator('#lesson-initialisation').click();
    for (let number = read('initialisation.json').pages.length; number >= 1; number--) {
      await seePage(page, number);
      if (number === 3) await page.locator('.lesson-choice').first().click();
      assert.deepEqual(await violations(page, '.settings'), [], `page ${number}`);
      if (number > 1) await page.locator('#lesson-back').click();
    }
  });
});

test('a link opens a lesson beside the run of its fragment', async (t) => {
  const page = await visit(t, '?lesson=symmetry&page=2#v=1&net=3&seed=9&steps=40');
  await seePage(page, 2);
  assert.equal(await hash(page), `#${read('initialisation.json').pages[1].open}`);
  // The address follows, and the browser's Back turns back to the page as it was left.
  await train(page, 12);
  await turn(page, 2, 4);
  assert.equal(new URL(page.url()).searchParams.get('page'), '4');
  await page.locator('.lesson-tries .lesson-set-up').first().click();
  await seeSettings(page, { data: 'line' });
  for (const number of [3, 2]) {
    await page.goBack();
    await seePage(page, number);
  }
  await seeStep(page, 12);
  assert.equal(new URL(page.url()).searchParams.get('page'), '2');
  await page.locator('#lesson-leave').click();
  await seeStep(page, 40);
  assert.equal(await hash(page), '#v=1&net=3&seed=9&steps=40');
  assert.equal(new URL(page.url()).search, '');
  await page.goBack();
  await seePage(page, 2);
  await page.evaluate(() => { location.hash = '#v=1&data=xor'; });
  await seeSettings(page, { data: 'xor', net: [4] });
  await page.locator('.lesson-list').waitFor();
  assert.equal(new URL(page.url()).search, '');

  await t.test('and so does the line that says why a run does not learn', async () => {
    await page.locator('#side-tab-settings').click();
    await set(page, { init: 'zeros' });
    await page.locator('#diagnosis a').filter({ visible: true }).click();
    await heading(page).waitFor();
    await page.locator('#lesson-leave').click();
    await seeSettings(page, { data: 'xor', init: 'zeros' });
    await set(page, { init: 'randn' });
    await page.locator('#diagnosis').waitFor({ state: 'hidden' });
  });

  await t.test('leaving brings the own run back bit for bit, weights typed in and address included', async () => {
    await page.evaluate(() => window.playground.set('#v=1&data=spiral&net=5,3&batch=64&opt=adam&lr=0.05'));
    await train(page, 37);
    await typeIn(page, '#unit-1-2', '0.125');
    await train(page, 48);
    const state = async () => ({
      params: await params(page), metrics: await metrics(page), hash: await hash(page),
      settings: await page.evaluate(() => window.playground.get()),
    });
    await page.waitForFunction(() => location.hash === window.playground.hash());
    const before = await state();
    const address = page.url();

    await page.locator('#side-tab-lessons').click();
    for (const leave of ['button', 'back']) {
      await page.locator('#lesson-gradient-descent').click();
      await seeSettings(page, { data: 'planar' });
      await train(page, 20);
      await set(page, { net: [2], lr: 3 }, 5);
      await page.locator('#new-weights').click();
      assert.equal(new URL(page.url()).hash, before.hash, 'the address keeps the own run');
      if (leave === 'button') await page.locator('#lesson-leave').click();
      else await page.goBack();
      await page.locator('.lesson-list').waitFor();
      assert.deepStrictEqual(await state(), before, leave);
      assert.equal(page.url(), address, leave);
    }
    await train(page, 60);
    assert.equal((await metrics(page)).step, 60);
  });

  await t.test('by keyboard alone: a lesson is chosen, read, answered and left', async () => {
    await page.locator('#side-tab-settings').click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.locator('#lesson-representation:focus').waitFor();
    await page.keyboard.press('Enter');
    await seePage(page, 1);
    for (const number of [2, 3]) {
      await page.locator('#lesson-next').focus();
      await page.keyboard.press('Enter');
      await seePage(page, number);
    }
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.match(await page.locator('.lesson-why').innerText(), /^Right\./);
    await page.locator('#lesson-leave').focus();
    await page.keyboard.press('Enter');
    await page.locator('#lesson-representation:focus').waitFor();
  });

  await t.test('a reload keeps the page, the answer and the solved task', async () => {
    await page.locator('#lesson-representation').click();
    await seePage(page, 3);
    await turn(page, 3, 5);
    await set(page, { net: [5, 3] });
    await page.locator('.lesson-outcome').waitFor();
    await page.waitForFunction(() => history.state?.includes('net=5,3'));
    await page.reload();
    await seePage(page, 5);
    await page.locator('.lesson-outcome').waitFor();
    await seeSettings(page, { net: [5, 3] });
    for (const number of [4, 3]) {
      await page.locator('#lesson-back').click();
      await seePage(page, number);
    }
    assert.equal(await page.locator('.lesson-choice').nth(1).getAttribute('aria-pressed'), 'true');
  });

  await t.test('what was done is handed in, and holds when it is checked', async () => {
    await turn(page, 3, 5);
    await page.locator('.lesson-page [data-do="handin open"]').click();
    await page.locator('#handin-name').fill('Ada');
    await page.waitForFunction(() => /^Ada\n.*page=3 answer=B right=yes.*\n.*page=5 step=0 cost=\S+ accuracy=\S+ http\S+#v=1&net=5,3\n$/.test(
      /** @type {HTMLTextAreaElement} */ (document.getElementById('handin-text')).value));
    const text = await page.locator('#handin-text').inputValue();
    assert.deepEqual(await violations(page, '#handin-dialog'), []);
    await page.locator('#handin-copy').click();
    await page.waitForFunction(() => document.querySelector('#handin-dialog [role=status]')?.textContent);
    await page.keyboard.press('Escape');
    await page.locator('#lesson-leave').click();
    await page.locator('#check-open').click();
    assert.equal(new URL(page.url()).searchParams.get('check'), '1', 'the dialog has an address');
    await page.locator('#check-text').fill(`${text}\nBob\n${text.replace('answer=B', 'answer=A').replace('Ada\n', '')}`);
    await page.locator('#check-read').click();
    await page.locator('.handin-says', { hasText: '3 of 4' }).waitFor();
    assert.deepEqual(await page.locator('#check-table tbody tr').evaluateAll((rows) => rows.map((row) => `${row.querySelector('td')?.textContent} ${row.getAttribute('data-mark')}`)),
      ['Ada holds', 'Ada holds', 'Bob differs', 'Bob holds']);
    assert.deepEqual(await violations(page, '#check-dialog'), []);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !location.search.includes('check'));
    await page.locator('#lesson-representation').click();
    await seePage(page, 5);
    await page.locator('#lesson-back').click();
    await page.locator('#lesson-back').click();
    await seePage(page, 3);
  });

  await t.test('an input is defined that formulas call by another name', async () => {
    await page.locator('#lesson-next').click();
    await seePage(page, 4);
    await page.locator('.lesson-tries .lesson-set-up').nth(2).click();
    await seeSettings(page, { data: 'shell', in: ['x1', 'x2', 'x3'] });
    await page.evaluate(() => window.playground.set({ data: 'planar', in: ['x1', 'x2', 'x1sq'] }));
    await page.waitForFunction(() => [...document.querySelectorAll('.unit-name.before')].some((e) => /x\s*3\s*=\s*x\s*1\s*2/.test(e.textContent ?? '')));
  });

  await t.test('another tab may have kept something meanwhile, and nothing that is kept breaks the page', async () => {
    await page.evaluate(() => localStorage.setItem('shallows.lessons', '{"choosing":{"page":4,"solved":true,"fewest":354}}'));
    await page.locator('#lesson-back').click();
    await seePage(page, 3);
    const kept = await page.evaluate(() => JSON.parse(localStorage.getItem('shallows.lessons') ?? ''));
    assert.deepEqual([kept.choosing.solved, kept.representation.page], [true, 2]);
    await page.locator('#lesson-leave').click();
    await page.locator('#lesson-choosing[data-state="done"]').waitFor();
    await page.evaluate(() => {
      for (const name of ['notation', 'targets', 'theme', 'lang']) localStorage.setItem(`shallows.${name}`, '{');
      localStorage.setItem('shallows.lessons', '{"representation":{"page":"length"}}');
    });
    await page.goto(new URL('?lesson=representation&check', page.url()).href);
    await seePage(page, 1);
    assert.ok(await page.locator('#check-text:focus').isVisible(), 'the address opens the dialog');
    await page.keyboard.press('Escape');
    await page.locator('#lesson-leave').click();
  });

  await t.test('the formulas are live: they follow the run and the example, and light up the diagram; another language keeps page and run', async () => {
    await page.locator('#lesson-computing-output').click();
    const written = () => page.locator('.lesson-formulas').innerText();
    /** What stands there when the page of the lesson is built anew. */
    const anew = async () => {
      await turn(page, 1, 2);
      await page.locator('#lesson-back').click();
      await seePage(page, 1);
      return written();
    };
    await seeStep(page, 200);
    const before = await anew();
    await page.locator('#step').click();
    await eventually(async () => assert.notEqual(await written(), before));
    assert.equal(await written(), await anew());
    const symbol = page.locator('.lesson-formulas [data-symbol*=\'"name":"W"\']').first();
    await symbol.hover();
    await eventually(async () => assert.ok((await lit(page.locator('.lesson-formulas .symbol'))).includes(true)));

    await page.locator('#side-tab-settings').click();
    await page.locator('#lesson-return').click();
    await turn(page, 1, 3);
    await train(page, 220);
    await page.locator('#language').selectOption('zh-Hans');
    await page.waitForFunction((wanted) => document.querySelector('.lesson-heading')?.textContent === wanted, read('zh-Hans/computing-output.json').pages[2].heading);
    await seeStep(page, 220);
  });
});
