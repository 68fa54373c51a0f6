/** The page as one file, opened from disk: all of it is there, nothing is asked of the network, and the bits are the
 * site's.
 */

import { before, after, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { newPage, visit } from './harness.js';
import { metrics, params, seeStep, train } from './reader.js';

/** @typedef {import('playwright-core').Page} Page */

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'shallows-single-'));
const file = join(folder, 'Course notes, week 3.html');

before(() => {
  execFileSync('go', ['run', './scripts/build', '-single', file, '-address', 'https://notes.example/shallows/'], { cwd: root, stdio: 'inherit' });
});

after(() => rmSync(folder, { recursive: true }));

/**
 * Opens the file; a request of any other address fails the test.
 * @param {import('node:test').TestContext} t
 * @param {string} address its query and fragment
 * @param {RegExp[]} [expected] errors in the console that the test is about
 */
async function openFile(t, address, expected) {
  const page = await newPage(t, [], { expected });
  const own = pathToFileURL(file).href;
  page.on('request', (request) => assert.match(request.url(), /^(file|data|blob):/));
  await page.goto(own + address);
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !/^(data|blob):/.test(name)));
  assert.deepEqual(asked, []);
  return page;
}

test('opened from disk it trains to the bits of the site', async (t) => {
  const run = '#v=1&data=spiral&n=300&net=8,8&act=relu&init=he&opt=adam&lr=0.01&batch=30&steps=50';
  const pages = [await openFile(t, run), await visit(t, run)];
  for (const page of pages) await train(page, 120);
  const [opened, site] = await Promise.all(pages.map(async (page) => ({ params: await params(page), metrics: await metrics(page) })));
  assert.equal(opened.metrics.step, 120);
  assert.deepStrictEqual(opened, site);
});

test('in the file', async (t) => {
  const page = await openFile(t, '?lang=en&theme=dark&panel=ledger#v=1&data=moons', [/Content Security Policy/]);

  await t.test('a link made in it leads to the site, where others can follow it', async () => {
    await page.evaluate(() => { navigator.clipboard.writeText = async (link) => { document.body.dataset.copied = link; }; });
    await page.locator('#copy-link').click();
    await page.waitForFunction(() => document.body.dataset.copied);
    assert.equal(await page.evaluate(() => document.body.dataset.copied), 'https://notes.example/shallows/?lang=en&theme=dark&panel=ledger#v=1&data=moons');

    await page.locator('#share').click();
    await page.locator('.share-form', { hasText: 'HTML, frame only' }).click();
    assert.match(await page.locator('#share-text').inputValue(), /<iframe src="https:\/\/notes\.example\/shallows\/\?ui=figure&amp;.*#v=1&amp;data=moons"/);
    await page.locator('.share-form', { hasText: 'PNG' }).click();
    await page.waitForFunction(() => /** @type {HTMLImageElement | null} */ (document.querySelector('.share-picture'))?.naturalWidth);
    await page.keyboard.press('Escape');
  });

  await t.test('the address of the file follows the run, and a reload opens it again', async () => {
    await page.evaluate(() => window.playground.set({ net: [5], lr: 0.7 }));
    await train(page, 15);
    await seeStep(page, 15);
    await page.waitForFunction(() => /steps=15/.test(location.hash));
    const before = await params(page);
    await page.reload();
    await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
    assert.deepStrictEqual(await params(page), before);
  });

  await t.test('both languages, the lessons, the panels and every picture are inside', async () => {
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
    await page.locator('#panel math').first().waitFor();
    await page.locator('.licences summary').click();
    await page.locator('.licences').getByText('Makoto Matsumoto and Takuji Nishimura').first().waitFor();
    await page.locator('#side-tab-lessons').click();
    await page.locator('#lesson-representation').click();
    await page.locator('.lesson-heading').waitFor();
    assert.doesNotMatch(await page.locator('.lesson-heading').innerText(), /\p{Script=Han}/u);
    await page.locator('#language').selectOption('zh-Hans');
    await page.waitForFunction(() => /\p{Script=Han}/u.test(document.querySelector('.lesson-heading')?.textContent ?? ''));
    await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
    const pictures = await page.evaluate(() => [...document.images].map(({ naturalWidth }) => naturalWidth > 0));
    assert.ok(pictures.length > 5 && pictures.every(Boolean), `pictures: ${pictures}`);
  });

  await t.test('its policy lets nothing in that the build did not put there', async () => {
    const refused = await page.evaluate(() => new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'window.intruder = true';
      document.head.append(script);
      setTimeout(resolve, 5000, `none, intruder ${'intruder' in window}`);
    }));
    assert.equal(refused, 'script-src-elem');
  });
});
