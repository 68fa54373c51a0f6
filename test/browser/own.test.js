/** Own data: drawn with mouse, finger and keyboard, opened from tables, saved, and carried by a link. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { violations } from './axe.js';
import { siteAddress, visit, visitHost } from './harness.js';
import { eventually } from './panel.js';
import { keepNotices, metrics, seeSettings } from './reader.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

const EMPTY = '?lang=en#v=1&data=own';
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/**
 * The points, as the table has them.
 * @param {Page | Frame} page
 */
const points = (page) => page.evaluate(() => window.playground.data().train);

/**
 * Where a place of the plane is in the window.
 * @param {Page | Frame} page
 * @param {number} x1
 * @param {number} x2
 */
async function placeOf(page, x1, x2) {
  const box = await page.locator('#drawing').boundingBox();
  assert.ok(box);
  return { x: box.x + (box.width * (x1 + 6)) / 12, y: box.y + (box.height * (6 - x2)) / 12 };
}

/**
 * @param {Page} page
 * @param {number[]} place
 */
async function click(page, [x1, x2], options = {}) {
  const { x, y } = await placeOf(page, x1, x2);
  await page.mouse.click(x, y, options);
}

/**
 * @param {Page} page
 * @param {number[][]} places
 */
async function drag(page, [[x1, x2], ...rest]) {
  const from = await placeOf(page, x1, x2);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (const [to1, to2] of rest) {
    const to = await placeOf(page, to1, to2);
    await page.mouse.move(to.x, to.y, { steps: 5 });
  }
  await page.mouse.up();
}

/**
 * Whether points lie where they should, as far as a pointer can tell.
 * @param {number[][]} got
 * @param {number[][]} want
 */
function near(got, want) {
  const close = got.length === want.length && got.every(([x1, x2, y], i) => Math.hypot(x1 - want[i][0], x2 - want[i][1]) < 0.1 && y === want[i][2]);
  assert.ok(close, `${JSON.stringify(got)} instead of ${JSON.stringify(want)}`);
}

/**
 * Opens a text as a file, by the button of the table.
 * @param {Page} page
 * @param {string | Buffer} text
 */
async function openFile(page, text, name = 'points.csv') {
  await page.locator('#own-table').click();
  const chooser = page.waitForEvent('filechooser');
  await page.locator('#table-open').click();
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

/**
 * @param {Page} page
 * @param {string} text
 */
const paste = (page, text) => page.evaluate((content) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', content);
  document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
}, text);

/** @param {Page} page */
const problem = (page) => page.locator('.table-problem[role=alert]:not(:empty)').innerText();

/**
 * @param {Page} page
 * @param {string} sentence
 */
const seeNotice = (page, sentence) => page.locator('#notices').getByText(sentence).waitFor();

test('with mouse, keyboard and tables, on one page', async (t) => {
  const page = await visit(t, EMPTY, { prepare: keepNotices, profile: { permissions: ['clipboard-read', 'clipboard-write'] } });

  await t.test('the keyboard draws, moves and deletes points, and says so', async () => {
    const told = (/** @type {RegExp} */ text) => page.locator('#slot-output [role=status]').filter({ hasText: text }).waitFor({ state: 'attached' });
    await page.locator('#drawing').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press(' ');
    await told(/Drawn: class 1, x1 0\.2, x2 1\. Points: 1/);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.run), 'paused', 'space draws here');
    const cursor = await page.locator('.drawing-cursor').boundingBox();
    const { x, y } = await placeOf(page, 0.2, 1);
    assert.ok(cursor && Math.hypot(cursor.x + cursor.width / 2 - x, cursor.y + cursor.height / 2 - y) < 1, 'the cursor is where it draws');
    await page.keyboard.press('m');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('m');
    await told(/Put down at x1 0\.2, x2 0\.8/);
    near(await points(page), [[0.2, 0.8, 1]]);
    await page.keyboard.press('Delete');
    await told(/Removed\. Points: 0/);
    await page.keyboard.press('Control+z');
    await told(/Undone\. Points: 1/);
  });

  await t.test('without points nothing breaks: no number that is none, steps do nothing, panels wait', async () => {
    await page.evaluate(() => window.playground.set('#v=1&data=own&steps=50'));
    assert.equal(await page.locator('#cost-value').innerText(), '–');
    await page.locator('#step').click();
    await page.locator('#play').click();
    for (const id of await page.locator('.panel-tabs [role=tab]').evaluateAll((tabs) => tabs.map((tab) => tab.id))) {
      await page.locator(`#${id}`).click();
      await page.locator('#panel').getByText('There are no points to learn from').waitFor();
    }
    assert.doesNotMatch(await page.locator('body').innerText(), /NaN|Infinity|∞|undefined/);
    assert.equal((await metrics(page)).step, 0);
    await click(page, [1, 1]);
    await page.waitForFunction(() => window.playground.metrics().step > 5);
    await page.locator('#play').click();
    for (const id of ['tab-graph', 'tab-update', 'tab-activations']) {
      await page.locator(`#${id}`).click();
      await page.waitForFunction(() => (document.querySelector('#panel')?.textContent?.length ?? 0) > 100);
      assert.doesNotMatch(await page.locator('#panel').innerText(), /NaN|undefined|no points/, id);
    }
    await page.locator('#own-undo').click();
    await page.locator('#panel').getByText('There are no points to learn from').waitFor();
  });

  await t.test('a mouse draws: a click, a way, a point that is moved, erased; keys and buttons undo it', async () => {
    await page.evaluate(() => window.playground.set('#v=1&data=own'));
    await page.getByText('Click or drag to draw points.').waitFor();
    await click(page, [-3, 2]);
    await page.locator('#own-zero').click();
    await click(page, [3, -2]);
    near(await points(page), [[-3, 2, 1], [3, -2, 0]]);
    assert.equal(await page.getByText('Click or drag to draw points.').isVisible(), false);
    await drag(page, [[3, -2], [2, -4]]);
    await click(page, [-3, 2], { button: 'right' });
    near(await points(page), [[2, -4, 0]]);
    await page.keyboard.press('Control+z');
    near(await points(page), [[-3, 2, 1], [2, -4, 0]]);
    await page.keyboard.press('Control+Shift+Z');
    near(await points(page), [[2, -4, 0]]);

    await drag(page, [[-5, 5], [5, 5]]);
    const sprayed = (await points(page)).length;
    assert.ok(sprayed > 10, `${sprayed} points are sprayed`);
    await page.locator('#own-erase').click();
    await drag(page, [[0, 5], [5.5, 5]]);
    const left = (await points(page)).length;
    assert.ok(left > 3 && left < sprayed, `${left} are left`);
    await page.locator('#own-undo').click();
    assert.equal((await points(page)).length, sprayed);
    await page.getByText(`Points: ${sprayed}`, { exact: true }).waitFor();
  });

  await t.test('scripts set the points, as a file would; going back undoes it, and so does undoing', async () => {
    await page.evaluate(() => window.playground.set('#v=1&data=xor&n=30'));
    await page.waitForFunction(() => location.hash === '#v=1&data=xor&n=30');
    const before = await points(page);
    await page.evaluate(() => window.playground.setData([[1, 2, 0], [3, 4, 1]]));
    await page.waitForFunction(() => location.hash.includes('data=own'));
    await page.goBack();
    await seeSettings(page, { data: 'xor' });
    assert.deepEqual(await points(page), before);
    await page.evaluate(() => window.playground.setData([[1, 2, 0], [3, 4, 1]]));
    await page.locator('#own-undo').click();
    assert.deepEqual(await points(page), before);
    await page.waitForFunction(() => document.activeElement?.id === 'set-data-xor');
    await page.locator('#notices').getByRole('button', { name: 'Redo' }).click();
    await seeSettings(page, { data: 'own' });
    await page.keyboard.press('Control+z');
    await seeSettings(page, { data: 'xor' });
    assert.deepEqual(await points(page), before);

    const said = await page.evaluate(() => window.playground.setData([[0, 0, -1], [10.123456789, 1, 1]]));
    assert.deepEqual(said, { points: 2, fitted: true, outOfScale: false });
    assert.deepEqual(await points(page), [[0, 0, 0], [10.123456789, 1, 1]]);
    await seeSettings(page, { data: 'own' });
    assert.equal(await page.evaluate(() => {
      try {
        window.playground.setData([[1, 2, 0.5]]);
        return '';
      } catch (error) {
        return String(error);
      }
    }), 'TypeError: setData(points): points[0][2] is the class: from 0 to 9, or throughout -1 and 1, not 0.5');
    assert.deepEqual(await page.evaluate(() => {
      window.playground.setData([[1, 2, 3, 0], [4, 5, 6, 1], [7, 8, 9, 2]]);
      return [window.playground.data().train[2], window.playground.predict([[1, 2, 3]]).flat().length, window.playground.get().out];
    }), [[7, 8, 9, 2], 3, 'softmax']);
    await page.evaluate(() => window.playground.setData([[0, 0, -1], [10.123456789, 1, 1]]));
  });

  await t.test('axe is content with the tools and the table', async () => {
    await page.evaluate(() => window.playground.set('#v=1&data=own'));
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      await page.emulateMedia({ colorScheme });
      await page.waitForFunction((theme) => document.documentElement.dataset.theme === theme, colorScheme);
      assert.deepEqual(await violations(page), [], colorScheme);
      await openFile(page, '1,2%,0\n');
      await problem(page);
      assert.deepEqual(await violations(page, 'dialog[open]'), [], `${colorScheme} table`);
      await page.keyboard.press('Escape');
      await openFile(page, 'a,b,c,d,class\n1,2,3,,u\n4,5,6,7,u\n');
      await problem(page);
      assert.deepEqual(await violations(page, 'dialog[open]'), [], `${colorScheme} columns`);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    }
  });

  await t.test('a table keeps its units: the pen draws in them, and standardising is offered and said', async () => {
    await openFile(page, 'salary,age,bought\n20000,23,0\n150000,67,1\n60000,45,1\n45000,31,0\n');
    await seeNotice(page, 'Points opened: 4, where the table has them. The axes show what they cover. Their numbers are so large');
    assert.equal(await page.getByText('inputs standardised').isVisible(), false);
    await page.locator('#notices').getByRole('button', { name: 'Standardise' }).click();
    await seeSettings(page, { data: 'own', scaling: 'standard' });
    await page.getByText('inputs standardised').waitFor();
    await click(page, [0, 0]); // the middle of what is shown, 7000 to 163000 and 18.6 to 71.4
    const drawn = (await points(page))[4];
    assert.ok(Math.abs(drawn[0] - 85000) < 1000 && Math.abs(drawn[1] - 45) < 0.5 && drawn[2] === 1, `drawn at ${drawn}`);
  });

  await t.test('iris: the species is chosen as the class, and three regions are learnt', async () => {
    const size = page.viewportSize() ?? { width: 0, height: 0 };
    await page.setViewportSize({ width: 360, height: 225 });
    await page.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'iris.csv', { type: 'text/csv' }));
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    }, readFileSync('engine/dataset/table/testdata/iris.csv', 'utf8'));
    const sheet = page.getByRole('dialog', { name: 'Columns of the table' });
    const told = (/** @type {string} */ text) => sheet.getByText(text).waitFor();
    await told('150 rows, 4 inputs, 3 classes: “setosa”, “versicolor”, and “virginica”.');
    assert.equal(await sheet.evaluate((/** @type {HTMLElement} */ dialog) => dialog.scrollTop), 0, 'at 400 % it opens at its title');
    await page.setViewportSize(size);
    await sheet.getByRole('button', { name: 'None' }).click();
    await sheet.getByRole('alert').filter({ hasText: 'choose at least one' }).waitFor();
    assert.ok(await sheet.getByRole('button', { name: 'Use this table' }).isDisabled());
    await sheet.getByLabel('petal_length').focus();
    await page.keyboard.press(' ');
    await sheet.getByLabel('sepal_width').check();
    await sheet.getByLabel('To be learnt').selectOption('petal_width');
    await told('and petal_width as a number to predict');
    await sheet.getByLabel('To be learnt').selectOption('species');
    await sheet.getByLabel('Standardise').check();
    await told('150 rows, 2 inputs, 3 classes');
    await sheet.getByRole('button', { name: 'Use this table' }).click();
    await seeNotice(page, '150 rows, 2 inputs, 3 classes: “setosa”, “versicolor”, and “virginica”.');
    await seeSettings(page, { data: 'own', in: ['x1', 'x2'], out: 'softmax', scaling: 'standard' });
    await page.evaluate(() => window.playground.step(300));
    assert.ok(Number((await metrics(page)).accuracy) > 0.9);
    const regions = await page.evaluate(() => [[3.4, 1.5], [2.8, 4.2], [3, 5.8]].map(([x1, x2]) => {
      const shares = /** @type {number[]} */ (/** @type {unknown} */ (window.playground.predict([[x1, x2]])[0]));
      return shares.indexOf(Math.max(...shares));
    }));
    assert.deepEqual(regions, [0, 1, 2]);
  });

  await t.test('the table is changed, refused, kept, saved, and nothing happens behind it', async () => {
    await page.evaluate(() => window.playground.set('#v=1&data=own'));
    await click(page, [1, 1]);
    const before = await points(page);
    await openFile(page, 'a,b,c\n5,6,0\n5,6,8,1\n');
    assert.equal(await problem(page), 'Line 3 has another number of columns, 4, than the header, which is “a”, “b”, and “c”. Correct it, or leave it out. Nothing was changed.');
    const text = page.locator('#table-text');
    await text.fill('1,2,0\n1,b,0\n');
    await page.keyboard.press('Escape');
    await page.locator('#own-table').click();
    assert.equal(await text.inputValue(), '1,2,0\n1,b,0\n', 'what was refused is there to go on with');
    await page.locator('#table-use').click();
    await page.locator('.table-problem').filter({ hasText: 'Line 2: “b” is not a finite number' }).waitFor();
    const selected = await text.evaluate((/** @type {HTMLTextAreaElement} */ area) => area.value.slice(area.selectionStart, area.selectionEnd));
    assert.equal(selected, '1,b,0', 'the line is selected, to be put right');
    await text.evaluate((area, long) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', long);
      area.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
    }, 'a\n'.repeat(1 << 18));
    assert.match(await problem(page), /It is too long for the field, which stays as it was\.$/);
    assert.equal(await text.inputValue(), '1,2,0\n1,b,0\n');

    await page.keyboard.insertText('3,4,1');
    // Into the dialog's margin, and a table pasted beside the field.
    const box = await text.boundingBox();
    assert.ok(box);
    await page.mouse.click(box.x - 6, box.y + 20);
    await page.locator('#table-title').click();
    await paste(page, '5,5,1\n');
    assert.deepEqual(await points(page), before);
    const download = page.waitForEvent('download');
    await page.locator('#table-save').click();
    const saved = await download;
    assert.equal(saved.suggestedFilename(), 'points.csv');
    assert.equal(readFileSync(await saved.path(), 'utf8'), '1,2,0\n3,4,1\n');
    await page.locator('#table-use').click();
    await seeNotice(page, 'Points opened: 2');
    assert.deepEqual(await points(page), [[1, 2, 0], [3, 4, 1]]);
    await page.locator('#table-dialog').waitFor({ state: 'hidden' });
  });

  await t.test('a table opens as a file that is chosen or dropped, and pasted wherever no text field has the focus', async () => {
    await page.locator('#language').selectOption('zh-Hans');
    await page.waitForFunction(() => document.documentElement.lang === 'zh-Hans');
    await page.evaluate(() => window.playground.set('#v=1&data=own'));
    const count = (/** @type {number} */ wanted) => page.waitForFunction((n) => window.playground.data().train.length === n, wanted);
    await openFile(page, Buffer.concat([Buffer.from([0xba, 0xe1, 0x2c, 0xd7, 0xdd, 0x2c, 0xc0, 0xe0, 0x0a]), Buffer.from('1.5,-2,0\n-3,4.25,1\n')]));
    await seeNotice(page, '已打开 2 个点');
    assert.deepEqual(await points(page), [[1.5, -2, 0], [-3, 4.25, 1]]);
    const drop = (/** @type {string} */ text, files = 1) => page.evaluate(([content, count]) => {
      const dataTransfer = new DataTransfer();
      for (let i = 0; i < count; i++) dataTransfer.items.add(new File([content], `points${i}.csv`, { type: 'text/csv' }));
      for (const type of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    }, /** @type {const} */ ([text, files]));
    await drop('1,2,0\n1,二,0\n');
    await seeNotice(page, '第 2 行：“二”不是有限的数。 未作任何改动。');
    await drop('1,2,0\n4,5,1\n', 2);
    await seeNotice(page, '一次只能打开一个文件');
    await count(2);
    await drop('1,2,0\n4,5,1\n-1,0,1\n');
    await count(3);
    await paste(page, 'Dear Sir, or Madam');
    await seeNotice(page, '表格中没有数据点');
    await count(3);
    await page.evaluate(() => navigator.clipboard.writeText('x1,x2,y\n1,2,0\n3,4,1\n'));
    await page.locator('#set-act').focus();
    await page.keyboard.press('Control+v');
    await count(2);
    await page.locator('#set-lr').focus();
    await page.keyboard.press('Control+v');
    await page.waitForFunction(() => /** @type {HTMLInputElement} */ (document.querySelector('#set-lr')).value.includes('x1'));
  });

  await t.test('where the data are locked the points are shown only', async () => {
    const address = await page.evaluate(() => {
      window.playground.setData([[1, 2, 0], [3, 4, 1]]);
      return window.playground.hash();
    });
    await page.goto(`${siteAddress()}?lock=data${address}`);
    await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
    assert.equal(await page.locator('#own-tools').isVisible(), false);
    const box = await page.locator('#slot-output').boundingBox();
    assert.ok(box);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.keyboard.press('Control+z');
    assert.deepEqual(await points(page), [[1, 2, 0], [3, 4, 1]]);
  });
});

test('a finger draws on a phone', async (t) => {
  const page = await visit(t, EMPTY, { profile: phone });
  for (const [x1, x2] of [[-3, 3], [3, 3], [0, -3]]) {
    const { x, y } = await placeOf(page, x1, x2);
    await page.touchscreen.tap(x, y);
  }
  // A finger's events are answered before they have gone through the page.
  await page.waitForFunction(() => window.playground.data().train.length === 3);
  const drawn = await points(page);
  const finger = await page.context().newCDPSession(page);
  const from = await placeOf(page, drawn[2][0], drawn[2][1]);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
  for (let i = 1; i <= 6; i++) await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: from.x + 8 * i, y: from.y }] });
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await eventually(async () => {
    const moved = await points(page);
    assert.equal(moved.length, 3);
    assert.ok(moved[2][0] > drawn[2][0] + 0.5, `${drawn[2]} to ${moved[2]}`);
  });

  await t.test('on a small phone the plane is large enough for a finger, in Chinese too', async () => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.locator('#language').selectOption('zh-Hans');
    await page.waitForFunction(() => document.documentElement.lang === 'zh-Hans');
    await page.waitForFunction(() => /** @type {HTMLElement} */ (document.querySelector('#drawing')).clientWidth >= 110);
    assert.ok(await page.locator('#play').isVisible());
    assert.ok(await page.locator('#set-net').isVisible(), 'settings stay in reach');
  });
});

test('in a sandboxed frame one finger scrolls until a tool is in hand; then it draws, and the table can be copied', async (t) => {
  const page = await visitHost(t, (site) => `<!DOCTYPE html><html lang="en"><title>Notes</title><style>body { margin: 0 } iframe { border: 0; display: block } p { height: 3000px }</style>
    <iframe sandbox="allow-scripts" width="800" height="700" src="${site}${EMPTY}"></iframe><p>Text.</p></html>`, { profile: { hasTouch: true } });
  await page.waitForFunction(() => document.querySelector('iframe'));
  const frame = page.frames()[1];
  await frame.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  await frame.getByText('Choose a class below').waitFor();
  const finger = await page.context().newCDPSession(page);
  const swipe = async (/** @type {{x: number, y: number}} */ { x, y }) => {
    await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    for (let i = 1; i <= 10; i++) await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: y - 10 * i }] });
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  await swipe(await placeOf(frame, 0, -2));
  await page.waitForFunction(() => scrollY > 30);
  assert.equal((await points(frame)).length, 0);
  // What a finger has pushed goes on by itself for a while.
  await page.evaluate(async () => {
    for (let [was, still] = [NaN, 0]; still < 5; was = scrollY) {
      await new Promise(requestAnimationFrame);
      still = scrollY === was ? still + 1 : 0;
    }
    scrollTo(0, 0);
  });
  await frame.locator('#own-zero').click();
  // A browser that scrolls takes the finger away from the page.
  const kept = frame.evaluate(() => new Promise((resolve) => {
    addEventListener('pointerup', () => resolve(true), { once: true });
    addEventListener('pointercancel', () => resolve(false), { once: true });
  }));
  await frame.evaluate(() => 'the listeners are there');
  await swipe(await placeOf(frame, 0, -2));
  assert.equal(await kept, true);
  assert.ok((await points(frame)).length > 2);

  await frame.locator('#own-table').click();
  await frame.locator('#table-text').fill('1,2,0\n3,4,1\n');
  await frame.locator('#table-use').click();
  await frame.waitForFunction(() => window.playground.data().train.length === 2);
  await frame.locator('#own-table').click();
  assert.equal(await frame.locator('#table-text').inputValue(), 'x1,x2,y\n1,2,0\n3,4,1\n');
});
