/** Notes built by their own generators show the playground, and it trains in them. */

import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { newPage, siteAddress } from '../browser/harness.js';
import { eventually } from '../browser/panel.js';
import { serveSite } from '../browser/site.js';
import { all, build, decks } from './generators.js';
import { snippets } from './snippets.js';

/** A title with what one language or another takes for its own. */
const title = 'Moons & "tanh": it\'s 4 < 5, $x_1$ *a* [b](c) {d} {{ e }} {% f %} ~g~ `h` | \\i <b>月</b>';

const figure = () => ({
  site: siteAddress(),
  fragment: 'v=1&data=moons&lr=0.5&steps=10',
  query: [{ key: 'ui', value: 'figure' }, { key: 'lang', value: 'en' }],
  title,
  width: '100%',
  height: 360,
  picture: 'moons.png',
});

/** The address of the figure's run. */
const link = () => snippets(figure())[0].text;

/** Chromium's small cache of a private window fails one reader of two; the page asks once more. */
const expected = [/ERR_CACHE_WRITE_FAILURE/, /favicon\.ico/];

/** Builds and serves notes.
 * @param {import('node:test').TestContext} t
 * @param {import('./generators.js').Notes} notes
 */
async function publish(t, notes) {
  const built = await build(notes, figure());
  const host = await serveSite({ root: built.folder, folder: '/' });
  t.after(async () => {
    host.close();
    await built.remove();
  });
  return {
    address: host.address,
    /** @param {import('../browser/harness.js').Profile} profile */
    async visit(profile) {
      const page = await newPage(t, [host.address, siteAddress()].map((address) => new URL(address).origin), { profile, expected });
      await page.goto(host.address);
      return page;
    },
  };
}

/** A text without what generators, and for Hugo the snippet, do to its quotation marks.
 * @param {string | null} text
 */
const typed = (text) => text?.replace(/[“”]/g, '"').replace(/[‘’`]/g, "'").trim();

describe('notes', { concurrency: 2 }, () => {
  for (const notes of all) {
    test(`${notes.name}: the playground trains, the wheel scrolls, and without scripts there is a link`, async (t) => {
      const { visit } = await publish(t, notes);

      const plain = await visit({ javaScriptEnabled: false });
      const led = plain.locator(`a[href="${link()}"]`).first();
      const still = led.locator('img');
      if (await still.count() > 0) {
        assert.equal(typed(await still.getAttribute('alt')), typed(title));
        assert.ok(await still.evaluate((img) => /** @type {HTMLImageElement} */ (img).naturalWidth > 0), 'the picture is there');
      } else assert.equal(typed(await led.textContent()), typed(title));
      assert.ok(await led.isVisible());

      const page = await visit({ viewport: { width: 1280, height: 720 } });
      const element = page.locator('iframe');
      await element.scrollIntoViewIfNeeded();
      assert.equal(typed(await element.getAttribute('title')), typed(title));
      const frame = await (await element.elementHandle())?.contentFrame();
      assert.ok(frame);
      await frame.waitForFunction(() => document.documentElement.dataset.state === 'ready' && window.playground.metrics().step === 10);
      const before = await frame.evaluate(() => window.playground.metrics().cost ?? NaN);
      await frame.locator('#play').click();
      await frame.waitForFunction((before) => (window.playground.metrics().cost ?? NaN) < 0.9 * before, before);
      const box = await element.boundingBox();
      assert.ok(box && box.width >= 320 && box.height >= 270, JSON.stringify(box));

      await page.addStyleTag({ content: 'body::after { content: ""; display: block; height: 2000px }' });
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      const top = await page.evaluate(() => scrollY);
      await page.mouse.wheel(0, 100);
      await page.waitForFunction((before) => scrollY > before, top);
    });
  }
});

for (const slides of decks) {
  test(`${slides.name}: after a click in the figure the arrows go on to turn the slides`, async (t) => {
    const page = await (await publish(t, slides)).visit({ viewport: { width: 1280, height: 720 } });
    const next = page.getByText('The talk goes on.', { exact: true });
    const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
    assert.ok(frame);
    await frame.waitForFunction(() => document.documentElement.dataset.state === 'ready' && window.playground.metrics().step === 10);
    await frame.locator('#play').click();
    await frame.waitForFunction(() => window.playground.metrics().step > 10);
    assert.equal(await shown(next), false);
    await page.keyboard.press('ArrowRight');
    await eventually(async () => assert.ok(await shown(next)));
    // On the next slide the keys are the slides' own again.
    await page.keyboard.press('ArrowLeft');
    await eventually(async () => assert.ok(!await shown(next)));
  });
}

/** Whether something can be seen: slides that are not on show lie beside or behind.
 * @param {import('playwright-core').Locator} what
 */
const shown = (what) => what.evaluate((e) => {
  const { left, top, width, height } = e.getBoundingClientRect();
  return width > 0 && e.contains(document.elementFromPoint(left + width / 2, top + height / 2));
});

// What docs/embedding.md says of forms in places that are not theirs. One after the other, as two of mystmd at a time
// take the same port and wait for ever.
const inPlaceOf = (/** @type {string} */ folder) => ({ ...all.find((notes) => notes.folder === folder) ?? assert.fail(folder), snippet: 'html' });

test('Hugo leaves HTML out of its Markdown', async (t) => {
  const page = await (await publish(t, inPlaceOf('hugo'))).visit({});
  assert.equal(await page.locator('p', { hasText: 'The notes go on.' }).count(), 1);
  assert.equal(await page.locator('nn-playground, script, a').count(), 0);
});

test('mystmd takes the element away and leaves the picture with the link', async (t) => {
  const page = await (await publish(t, inPlaceOf('mystmd'))).visit({});
  assert.equal(await page.locator('nn-playground, script, iframe').count(), 0);
  assert.equal(await page.locator(`a[href="${link()}"] img`).count(), 1);
});

test('VitePress builds no page with a script in it', (t) => assert.rejects(publish(t, inPlaceOf('vitepress')), /vitepress/));
