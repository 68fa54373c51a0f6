/** The page, and the page in someone else's, in Chromium, Firefox and WebKit. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { serveHost } from '../browser/host.js';
import { launch, launchers, open, siteAddress, until } from './browsers.js';

const names = /** @type {(keyof typeof launchers)[]} */ (Object.keys(launchers));

for (const name of names) {
  test(`${name}: the page opens, paints and plays`, async (t) => {
    const browser = await launch(t, name);
    await open(browser, `${siteAddress()}#v=1&steps=3`);
    await browser.click('#play');
    await until(browser, () => window.playground.metrics().step > 20);
    await browser.click('#play');
    const { step, shown } = await browser.evaluate(() => ({ step: window.playground.metrics().step, shown: [...document.querySelectorAll('#notices .toast')].map((toast) => toast.textContent) }));
    assert.deepEqual(shown, []);
    await until(browser, () => document.querySelector('#step-count')?.textContent === String(window.playground.metrics().step));
    assert.equal(await browser.evaluate(() => window.playground.metrics().step), step, 'a paused run stays where it is');
    const colours = await browser.evaluate(painted);
    assert.ok(colours > 8, `the canvas has ${colours} colours`);
  });

  test(`${name}: the page runs no script that is put into it, and loads nothing from elsewhere`, async (t) => {
    const browser = await launch(t, name, { expected: /^.* forbids .*$/ });
    await open(browser, siteAddress());
    const forbidden = await browser.evaluate(async () => {
      /** @type {string[]} */
      const forbidden = [];
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => forbidden.push(effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'window.broken = true';
      document.body.append(script);
      new Image().src = 'https://elsewhere.invalid/x.png';
      while (forbidden.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
      return 'broken' in window ? ['broken'] : forbidden.sort();
    });
    assert.deepEqual(forbidden, ['img-src', 'script-src-elem']);
  });

  test(`${name}: the share dialog copies the link, and its picture has field and words`, async (t) => {
    const browser = await launch(t, name);
    await open(browser, `${siteAddress()}?lang=en#v=1&steps=300`);
    await browser.evaluate(() => window.playground.ready);
    await browser.click('#share');
    await until(browser, () => document.activeElement?.getAttribute('value') === 'link');
    await browser.click('.share-actions .primary');
    await until(browser, () => document.querySelector('.share-status')?.textContent === 'Copied.');
    await browser.click('.share-form:has([value="png"])');
    await until(browser, () => /** @type {HTMLImageElement | null} */ (document.querySelector('.share-picture'))?.naturalWidth);
    const { width, dark, blue, orange } = await browser.evaluate(async () => {
      const image = /** @type {HTMLImageElement} */ (document.querySelector('.share-picture'));
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
      context.drawImage(image, 0, 0);
      const count = { dark: 0, blue: 0, orange: 0 };
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      // The title is above all that is drawn.
      for (let i = 0; i < data.length; i += 4) {
        if (i < 4 * canvas.width * 100 && data[i] < 100) count.dark++;
        if (data[i + 2] - data[i] > 60) count.blue++;
        if (data[i] - data[i + 2] > 60) count.orange++;
      }
      return { width: canvas.width, ...count };
    });
    assert.ok(width > 2000, `${width} pixels wide`);
    assert.ok(dark > 300, `${dark} dark pixels in the title`);
    assert.ok(blue > 1e5 && orange > 1e5, `${blue} blue and ${orange} orange pixels`);
  });

  test(`${name}: the element trains in another site's page, Tab goes through it and out`, async (t) => {
    const browser = await launch(t, name);
    const site = siteAddress();
    const host = await serveHost(`<!DOCTYPE html><html lang="en"><title>Notes</title>
      <script src="${site}witness.js"></script>
      <input id="before">
      <nn-playground config="v=1&amp;net=3&amp;steps=20" ui="min" style="width: 600px"><a href="${site}">The playground</a></nn-playground>
      <input id="after">
      <script src="${site}web/embed.js"></script></html>`);
    t.after(() => host.close());
    await browser.goto(host.address);
    const { step, framed, focused } = await browser.evaluate(async () => {
      const playground = /** @type {import('../../web/embed.js').PlaygroundElement} */ (document.querySelector('nn-playground'));
      document.getElementById('before')?.focus();
      await playground.load();
      const focused = document.activeElement?.id;
      const { step } = await playground.step(5);
      return { step, focused, framed: playground.shadowRoot?.querySelector('iframe')?.getAttribute('sandbox') };
    });
    assert.equal(step, 25);
    assert.match(framed ?? '', /allow-scripts/);
    assert.equal(focused, 'before');

    for (const [from, key, to] of /** @type {const} */ ([['before', 'Tab', 'after'], ['after', 'Shift+Tab', 'before']])) {
      await browser.click(`#${from}`);
      await browser.press(key);
      await until(browser, () => document.activeElement?.localName === 'nn-playground');
      // Between processes the focus takes its time, so it may have come and gone when it is looked for.
      await browser.evaluate((to) => {
        const goal = /** @type {HTMLElement} */ (document.getElementById(to));
        goal.addEventListener('focus', () => { goal.dataset.reached = 'yes'; });
      }, to);
      const reached = () => browser.evaluate((to) => document.getElementById(to)?.dataset.reached === 'yes', to);
      let presses = 0;
      for (; presses < 60 && !await reached(); presses++) await browser.press(key);
      assert.ok(await reached(), `${presses} times ${key}`);
    }
  });

  test(`${name}: a frame with sandbox="allow-scripts" alone trains by messages`, async (t) => {
    const browser = await launch(t, name);
    const host = await serveHost(`<!DOCTYPE html><html lang="en"><title>Notes</title>
      <iframe sandbox="allow-scripts" width="600" height="360" src="${siteAddress()}?ui=figure#v=1&amp;steps=10"></iframe>
      <script>
        var frame = document.querySelector('iframe'), heard = [];
        addEventListener('message', ({ source, origin, data }) => {
          if (source !== frame.contentWindow || data.nnpg !== 1) return;
          heard.push({ origin, type: data.type, id: data.id, payload: data.payload });
          if (data.type === 'ready') frame.contentWindow.postMessage({ nnpg: 1, id: 1, type: 'step', payload: { steps: 990 } }, '*');
        });
      </script></html>`);
    t.after(() => host.close());
    await browser.goto(host.address);
    await until(browser, () => /** @type {any} */ (window).heard.some((/** @type {any} */ { id }) => id === 1));
    const answer = await browser.evaluate(() => /** @type {any} */ (window).heard.find((/** @type {any} */ { id }) => id === 1));
    assert.deepEqual([answer.origin, answer.type, answer.payload.step, answer.payload.cost.toFixed(6)], ['null', 'result', 1000, '0.288083']);
  });
}

/** How many colours the page's canvas has. Runs in the page. */
async function painted() {
  await window.playground.step(1);
  const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('body > canvas'));
  // Between frames a canvas may be empty: read it in the frame that has painted it.
  for (let tries = 0; tries < 100; tries++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const copy = document.createElement('canvas');
    [copy.width, copy.height] = [canvas.width, canvas.height];
    const context = /** @type {CanvasRenderingContext2D} */ (copy.getContext('2d'));
    context.drawImage(canvas, 0, 0);
    const colours = new Set(new Uint32Array(context.getImageData(0, 0, copy.width, copy.height).data.buffer)).size;
    if (colours > 8) return colours;
    window.playground.set({ lr: 1 + tries / 1000 });
    await window.playground.step(1);
  }
  return 0;
}
