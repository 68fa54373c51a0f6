/** The share dialog: what each form gives to others is the run on the page, and it can be taken wherever the page stands. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { violations } from './axe.js';
import decodeQR from 'jsqr';
import { siteAddress, visit, visitHost } from './harness.js';
import { rampOf } from './pixels.js';
import { metrics, params } from './reader.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

const readQR = /** @type {typeof import('jsqr').default} */ (/** @type {any} */ (decodeQR).default ?? decodeQR);

/**
 * Opens the dialog at a form.
 * @param {Page | Frame} page
 * @param {string} form
 */
async function share(page, form) {
  if (!(await page.locator('#share-dialog').isVisible())) await page.locator('#share').click();
  await page.locator(`.share-form:has([value="${form}"])`).click();
  await presented(page);
}

/**
 * Closes the dialog, and begins a run without a reload.
 * @param {Page} page
 * @param {string} fragment
 */
async function begin(page, fragment) {
  if (await page.locator('#share-dialog').isVisible()) await page.keyboard.press('Escape');
  await page.evaluate((fragment) => {
    window.playground.pause();
    window.playground.set(fragment);
  }, fragment);
  const steps = Number(new URLSearchParams(fragment.slice(1)).get('steps'));
  await page.waitForFunction((steps) => window.playground.metrics().step === steps, steps);
}

/** @param {Page | Frame} page */
async function presented(page) {
  await page.waitForFunction(() => document.querySelector('.share-preview')?.matches(':not([aria-busy])'));
}

/** @param {Page | Frame} page */
function text(page) {
  return page.locator('#share-text').inputValue();
}

/**
 * The size of the picture on show, in its own pixels.
 * @param {Page | Frame} page
 * @returns {Promise<{width: number, height: number}>}
 */
async function size(page) {
  await presented(page);
  return page.evaluate(async () => {
    const image = /** @type {HTMLImageElement} */ (document.querySelector('.share-picture'));
    await image.decode();
    return { width: image.naturalWidth, height: image.naturalHeight };
  });
}

/**
 * The pixels of the picture on show, four channels each.
 * @param {Page} page
 */
async function pixels(page) {
  await presented(page);
  const { width, height, bytes } = await page.evaluate(async () => {
    const image = /** @type {HTMLImageElement} */ (document.querySelector('.share-picture'));
    await image.decode();
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    /** @type {string} */
    const url = await new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.readAsDataURL(new Blob([data]));
    });
    return { width, height, bytes: url.split(',')[1] };
  });
  return { width, height, data: new Uint8ClampedArray(Buffer.from(bytes, 'base64')) };
}

/**
 * The file that a button saves.
 * @param {Page} page
 * @param {string} name of the button
 */
async function saved(page, name) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

/**
 * The attributes of the first element that a selector finds in a text of HTML.
 * @param {Page} page
 * @param {string} html
 * @param {string} selector
 */
async function attributes(page, html, selector) {
  // The playground's own page would object to styles in what it parses.
  const blank = await page.context().newPage();
  try {
    return await blank.evaluate(([html, selector]) => {
      const found = new DOMParser().parseFromString(html, 'text/html').querySelector(selector);
      return found && Object.fromEntries([...found.attributes].map(({ name, value }) => [name, value]));
    }, [html, selector]);
  } finally {
    await blank.close();
  }
}

test('what is chosen is in the form at once, in its own kind of control, and what no figure can have is told', async (t) => {
  const page = await visit(t, '#v=1&data=xor&net=3&steps=5');
  const config = 'v=1&data=xor&net=3&steps=5';
  await share(page, 'html');
  assert.equal((await attributes(page, await text(page), 'nn-playground'))?.title, 'XOR, 3 hidden units');
  assert.equal(await page.locator('#share-title').getAttribute('placeholder'), 'XOR, 3 hidden units');
  await page.locator('#share-ui').selectOption('min');
  await page.locator('#share-run').check();
  await page.locator('#share-title').fill('"{y}" <or>');
  await page.locator('#share-width').fill('６４５,0');
  assert.deepEqual(await attributes(page, await text(page), 'nn-playground'), {
    config, ui: 'min', run: '1', title: '"{y}" <or>', poster: 'shallows-xor.png', width: '645', height: '420',
  });
  await page.locator('#share-width').fill('12');
  await page.locator('.share-problem', { hasText: '“12” is not a possible size: enter a number of pixels from 160 to 4000.' }).waitFor();
  for (const part of [page.locator('#share-text'), page.locator('.share-actions').getByRole('button')]) assert.equal(await part.filter({ visible: true }).count(), 0);
  assert.equal(await page.locator('#share-width').getAttribute('aria-invalid'), 'true');
  await page.locator('#share-width').fill('');
  assert.equal((await attributes(page, await text(page), 'nn-playground'))?.width, '100%');

  // What is chosen stays, also where the dialog was closed.
  await page.keyboard.press('Escape');
  await share(page, 'link');
  assert.equal(await page.locator('#share-title').inputValue(), '"{y}" <or>');
  assert.equal(await page.locator('#share-width').isVisible(), false);
  const link = await text(page);
  assert.equal(link, `${siteAddress()}?run=1&title=%22%7By%7D%22+%3Cor%3E#${config}`);
  // A talk has the views that are added, each with its run, and is made in their order.
  await share(page, 'talk');
  const views = (/** @type {string} */ views) => page.waitForFunction((views) =>
    decodeURIComponent(/** @type {HTMLTextAreaElement} */ (document.querySelector('#share-text')).value).endsWith(views), views);
  await page.locator('#share-add').click();
  await page.locator('#share-view').selectOption('graph');
  await page.locator('#share-add').click();
  await views(`?ui=present&seq=network*${config}*graph*${config}`);
  await page.locator('.share-talk button').nth(2).click();
  await views(`?ui=present&seq=graph*${config}*network*${config}`);
  await page.locator('.share-talk button').nth(1).click();
  await views(`?ui=present&seq=network*${config}`);

  await share(page, 'qr');
  assert.equal(await page.locator('.share-picture').getAttribute('alt'), 'QR code: "{y}" <or>');
  const { data, width, height } = await pixels(page);
  assert.equal(readQR(data, width, height)?.data, link);
});

test('on one page', async (t) => {
  const page = await visit(t, '');

  await t.test('by keyboard: open, go through the forms, close; a run that plays waits meanwhile', async () => {
    await page.locator('#play').click();
    await page.locator('#share').focus();
    await page.keyboard.press('Enter');
    await page.locator('#share-dialog').waitFor();
    const { step } = await metrics(page);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('value')), 'link');
    await page.keyboard.press('ArrowDown');
    await page.locator('.share-picture').waitFor();
    assert.equal(await page.locator('.share-form :checked').inputValue(), 'qr');
    assert.equal((await metrics(page)).step, step);
    await page.keyboard.press('Escape');
    await page.locator('#share-dialog').waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'share');
    await page.waitForFunction((was) => window.playground.metrics().step > was, step);
  });

  await t.test('a run on its way to a step waits meanwhile, and goes on to it', async () => {
    await begin(page, '#v=1&n=500');
    await page.evaluate(() => void window.playground.step(5_000_000));
    await page.locator('#share').click();
    await page.locator('#share-dialog').waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.run), 'paused');
    await page.keyboard.press('Escape');
    await page.locator('#seeking', { hasText: '5000000' }).waitFor();
    await page.locator('#seeking-cancel').click();
    await page.waitForFunction(() => document.documentElement.dataset.run === 'paused');
  });

  await t.test('keys mean nothing to the page behind it, wherever in it the reader has clicked', async () => {
    await begin(page, '#v=1&steps=3');
    await page.locator('#tab-update').click();
    const stage = page.locator('.stage-told');
    const before = await stage.innerText();
    await share(page, 'link');
    await page.locator('.share-lead').click();
    for (const key of ['Space', '.', '.']) await page.keyboard.press(key);
    await page.keyboard.press('Escape');
    await page.locator('#share-dialog').waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate(() => document.documentElement.dataset.run), 'paused');
    assert.equal((await metrics(page)).step, 3);
    assert.equal(await stage.innerText(), before);
    await page.locator('#panel-close').click();
  });

  await t.test('a click beside it closes it', async () => {
    await begin(page, '#v=1');
    await share(page, 'link');
    await page.mouse.click(4, 4);
    await page.locator('#share-dialog').waitFor({ state: 'hidden' });
  });

  await t.test('a file is what stands in the dialog', async () => {
    await begin(page, '#v=1&net=3&test=25&steps=30');
    await share(page, 'weights');
    const { name, content } = await saved(page, 'Save');
    assert.equal(name, 'shallows-planar.json');
    assert.equal(content.toString(), await text(page));
    await page.locator('.share-status', { hasText: 'Saved as shallows-planar.json.' }).waitFor();
    const file = JSON.parse(content.toString());
    assert.deepEqual(file.settings, await page.evaluate(() => window.playground.get()));
    assert.deepEqual(file.layers.map((/** @type {any} */ { W, b, activation }) => ({ W, b, activation })), (await params(page)).layers);
  });

  await t.test('each part makes a picture of its own', async () => {
    await begin(page, '#v=1&data=bumps&net=3,2&steps=20&test=20');
    await share(page, 'png');
    const seen = new Set();
    for (const part of ['whole', 'network', 'output', 'cost', 'equations']) {
      const before = await page.locator('.share-picture').getAttribute('src');
      await page.locator('#share-part').selectOption(part);
      if (part !== 'whole') await page.waitForFunction((src) => document.querySelector('.share-picture')?.getAttribute('src') !== src, before);
      const { width, height } = await size(page);
      seen.add(`${width} x ${height}`);
    }
    assert.equal(seen.size, 5);
    const { name, content } = await saved(page, 'Save');
    assert.equal(name, 'shallows-bumps.png');
    assert.equal(content.subarray(1, 4).toString(), 'PNG');
  });

  await t.test('the drawing of the network has its units, links and names in vectors', async () => {
    await begin(page, '#v=1&net=5,3&in=x1,x2,x1x2&steps=100');
    await share(page, 'svg');
    const { name, content } = await saved(page, 'Save');
    assert.equal(name, 'shallows-planar.svg');
    const drawing = await page.evaluate((text) => {
      const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
      const links = [...svg.querySelectorAll('path.link')];
      return {
        faults: svg.querySelectorAll('parsererror').length,
        units: [...svg.querySelectorAll('image.unit')].map((unit) => unit.getAttributeNS('http://www.w3.org/1999/xlink', 'href')?.slice(0, 22)),
        widths: links.map((link) => Number(link.getAttribute('stroke-width'))),
        dashed: links.map((link) => link.hasAttribute('stroke-dasharray')),
        words: [...svg.querySelectorAll('text')].map(({ textContent }) => textContent),
      };
    }, content.toString());
    assert.equal(drawing.faults, 0);
    assert.deepEqual(drawing.units, Array(3 + 5 + 3 + 1).fill('data:image/png;base64,'));
    assert.equal(drawing.widths.length, 3 * 5 + 5 * 3 + 3);
    for (const word of ['Layer 1', 'Layer 2', 'tanh', 'x', 'y', '^', 'Flower, 5 + 3 hidden units']) assert.ok(drawing.words.includes(word), word);
    // Of links into one layer the one of the larger weight is the wider.
    const { layers } = await params(page);
    assert.deepEqual(drawing.dashed, layers.flatMap((layer) => layer.W.flat().map((weight) => weight < 0)), 'negative links are dashed');
    const W = layers[0].W.flat().map(Math.abs);
    const widths = drawing.widths.slice(0, W.length);
    const [least, most] = [W.indexOf(Math.min(...W)), W.indexOf(Math.max(...W))];
    assert.ok(widths[most] > widths[least]);
  });

  await t.test('the picture that a text speaks of can be saved with it', async () => {
    await begin(page, '#v=1&steps=5');
    await share(page, 'markdown');
    await page.locator('#share-part').selectOption('output');
    await page.locator('#share-picture').fill('images/flower.png');
    const { name, content } = await saved(page, 'Save the picture');
    assert.equal(name, 'flower.png');
    assert.equal(content.subarray(1, 4).toString(), 'PNG');
  });

  await t.test('a picture has the size chosen, the field of the run and its words', async () => {
    await begin(page, '#v=1&steps=600');
    await share(page, 'png');
    await page.locator('#share-part').selectOption('output');
    await page.locator('#share-scale').selectOption('1');
    await page.locator('#share-caption').uncheck();
    await page.locator('.share-preview[aria-busy]').waitFor({ state: 'detached' });
    const bare = await pixels(page);
    await page.locator('#share-scale').selectOption('3');
    await page.waitForFunction((width) => /** @type {HTMLImageElement} */ (document.querySelector('.share-picture')).naturalWidth === width, 3 * bare.width);
    assert.equal((await size(page)).height, 3 * bare.height);
    await page.locator('#share-scale').selectOption('1');
    await page.locator('#share-caption').check();
    await page.waitForFunction((height) => {
      const { naturalWidth, naturalHeight } = /** @type {HTMLImageElement} */ (document.querySelector('.share-picture'));
      return naturalWidth < 2 * naturalHeight && naturalHeight > height + 40 && naturalHeight < 2 * height;
    }, bare.height);

    // The plane is the box of the rows and columns that are mostly in the colours of the ramp.
    const at = (/** @type {number} */ x, /** @type {number} */ y) => [...bare.data.subarray(4 * (y * bare.width + x), 4 * (y * bare.width + x) + 3)];
    const coloured = (/** @type {number[]} */ c) => Math.max(...c) - Math.min(...c) > 30;
    const shareOf = (/** @type {number[][]} */ pixels) => pixels.filter(coloured).length / pixels.length;
    const all = (/** @type {number} */ n) => Array.from({ length: n }, (_, i) => i);
    const columns = all(bare.width).filter((x) => shareOf(all(bare.height).map((y) => at(x, y))) > 0.5);
    const rows = all(bare.height).filter((y) => shareOf(all(bare.width).map((x) => at(x, y))) > 0.5);
    const [left, right, top, bottom] = [columns[0], columns[columns.length - 1] + 1, rows[0], rows[rows.length - 1] + 1];
    assert.ok(right - left > 400 && Math.abs(right - left - (bottom - top)) <= 2, `plane of ${right - left} x ${bottom - top}`);

    const ramp = await rampOf(page);
    const places = [[-5.5, 5], [-5, -1], [5.5, 1.2], [0.5, -5.5], [-1.5, 5.5], [5, -4]];
    const outputs = await page.evaluate((points) => window.playground.predict(points), places);
    places.forEach(([x1, x2], i) => {
      const got = at(Math.round(left + ((x1 + 6) / 12) * (right - left)), Math.round(top + ((6 - x2) / 12) * (bottom - top)));
      const want = ramp(2 * outputs[i] - 1);
      assert.ok(want.every((channel, k) => Math.abs(channel - got[k]) < 8), `at ${[x1, x2]}: ${got}, want ${want}`);
    });

    // Ticks at the left and below, the title above, the legend at the bottom: ink where only words can be.
    const ink = (/** @type {number} */ x0, /** @type {number} */ x1, /** @type {number} */ y0, /** @type {number} */ y1) => {
      let count = 0;
      for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) if (Math.max(...at(x, y)) < 150) count++;
      return count;
    };
    assert.ok(ink(left - 24, left - 6, top, bottom) > 60, 'numbers at the left');
    assert.ok(ink(left, right, bottom + 6, bottom + 22) > 60, 'numbers below');
    assert.ok(ink(0, bare.width, 0, top - 4) > 100, 'a heading');
    assert.ok(ink(0, bare.width, bottom + 26, bare.height) > 100, 'a legend');
  });

  await t.test('copying works with the permission, without it, and without any right to copy', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => {
      Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      Clipboard.prototype.write = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await begin(page, '#v=1&steps=3');
    const status = page.locator('.share-status');
    const copy = page.locator('.share-actions').getByRole('button', { name: 'Copy' });
    await share(page, 'iframe');
    await copy.click();
    await status.filter({ hasText: 'Copied.' }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await text(page));

    await share(page, 'qr');
    await copy.click();
    await status.filter({ hasText: 'Copied.' }).waitFor();
    assert.ok(await page.evaluate(async () => (await navigator.clipboard.read()).some(({ types }) => types.some((type) => /image|html/.test(type)))));

    await page.evaluate(() => { document.execCommand = () => false; });
    await share(page, 'iframe');
    await copy.click();
    await status.filter({ hasText: 'press Ctrl+C' }).waitFor();
    const selected = await page.evaluate(() => {
      const area = /** @type {HTMLTextAreaElement} */ (document.querySelector('#share-text'));
      return document.activeElement === area && area.selectionEnd - area.selectionStart === area.value.length;
    });
    assert.ok(selected);
  });

  await t.test('axe is content with the dialog, which needs no scrolling sideways', async () => {
    await begin(page, '#v=1&steps=5');
    for (const [colorScheme, viewport, forms] of /** @type {const} */ ([
      ['light', { width: 1440, height: 900 }, ['link', 'html', 'hugo', 'png', 'curve']], ['dark', { width: 390, height: 844 }, ['html', 'hugo', 'png']],
    ])) {
      await page.emulateMedia({ colorScheme });
      await page.waitForFunction((theme) => document.documentElement.dataset.theme === theme, colorScheme);
      await page.setViewportSize(viewport);
      for (const form of forms) {
        await share(page, form);
        assert.deepEqual(await violations(page, '#share-dialog'), [], `${colorScheme} ${form}`);
        const wide = await page.evaluate(() => {
          const body = /** @type {Element} */ (document.querySelector('.share-body'));
          return body.scrollWidth - body.clientWidth;
        });
        assert.equal(wide, 0, `${form} at ${viewport.width}`);
      }
    }
    const { width, height } = /** @type {{width: number, height: number}} */ (await page.locator('#share-dialog').boundingBox());
    assert.deepEqual([width, height], [390, 844]);
  });

  await t.test('a notice is told in the dialog that is open, where it can be reached, and outlives it', async () => {
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.locator('#notices .toast .square').evaluateAll((all) => all.forEach((e) => /** @type {HTMLElement} */ (e).click()));
    await page.evaluate(() => { location.hash = '#v=1&lr=abc'; });
    const notice = page.locator('#notices .toast');
    await notice.waitFor();
    await share(page, 'link');
    await page.locator('#share-dialog #notices').waitFor();
    // A press that lands beside it fails.
    await notice.locator('button').last().click({ trial: true });
    await page.keyboard.press('Escape');
    await page.locator('body > #notices').waitFor();
    await notice.locator('button').last().click();
    assert.equal(await notice.count(), 0);
  });

  await t.test('it speaks Chinese, its pictures too', async () => {
    await begin(page, '#v=1');
    await page.locator('#language').selectOption('zh-Hans');
    await page.waitForFunction(() => document.documentElement.lang === 'zh-Hans');
    await share(page, 'svg');
    assert.equal(await page.locator('#share-heading').textContent(), '分享此次训练');
    const words = await text(page);
    for (const word of ['输入', '第 1 层', '花瓣，4 个隐藏单元']) assert.ok(words.includes(word), word);
    assert.doesNotMatch(await page.locator('#share-dialog').innerText(), /share\.|\{\w+\}|undefined/);
  });
});

test('a title shows what it holds, in the tab, the heading and the drawing', async (t) => {
  const odd = '\u202e\ud800 exe\u0007\u2067\n<b>\ufffe';
  const page = await visit(t, `?title=${encodeURIComponent(odd.replace('\ud800', '\ufffd'))}#v=1&steps=5`);
  assert.deepEqual([await page.title(), await page.locator('h1.brand').innerText()], ['\ufffd exe <b>', '\ufffd exe <b>']);
  await share(page, 'svg');
  await page.locator('#share-title').evaluate((field, odd) => {
    /** @type {HTMLInputElement} */ (field).value = odd;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, odd);
  await page.waitForFunction(() => /** @type {HTMLTextAreaElement} */ (document.querySelector('#share-text')).value.includes('exe'));
  const { title, fault } = await page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    return { title: read.querySelector('title')?.textContent, fault: read.querySelector('parsererror') !== null };
  }, await text(page));
  assert.deepEqual({ title, fault }, { title: '\ufffd exe <b>', fault: false });
});

test('in a sandboxed frame it copies, shows what may not be saved, and says so', async (t) => {
  const page = await visitHost(t, (site) => `<!DOCTYPE html><html lang="en"><head><title>Notes</title></head><body>
    <iframe sandbox="allow-scripts" title="Net" width="1000" height="700" src="${site}?lang=en#v=1&amp;steps=2"></iframe></body></html>`,
  { expected: [/sandboxed|allow-downloads|Clipboard/i] });
  const frame = /** @type {Frame} */ (await (await page.waitForSelector('iframe')).contentFrame());
  await frame.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  await share(frame, 'link');
  assert.match(await text(frame), /^http:\/\/.*\/some\/where\/#v=1&steps=2$/);
  await frame.locator('.share-actions').getByRole('button', { name: 'Copy' }).click();
  await frame.locator('.share-status', { hasText: /Copied\.|press Ctrl\+C/ }).waitFor();
  await share(frame, 'png');
  assert.ok((await size(frame)).width > 1000);
  await frame.getByRole('button', { name: 'Save', exact: true }).click();
  await frame.locator('.share-status', { hasText: 'save the picture from its menu' }).waitFor();
});
