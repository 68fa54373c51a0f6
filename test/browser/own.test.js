/** Own data: drawn with mouse, finger and keyboard, opened from tables, saved, and carried by a link. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { violations } from './axe.js';
import { siteAddress, visit, visitHost } from './harness.js';
import { eventually } from './panel.js';
import { keepNotices, metrics, params, seeSettings, seeStep, train } from './reader.js';

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

/** @param {Page} page */
const problem = (page) => page.locator('.table-problem:not(:empty)').innerText();

/**
 * @param {Page} page
 * @param {string} sentence
 */
const seeNotice = (page, sentence) => page.locator('#notices').getByText(sentence).waitFor();

test('a click draws, dragging sprays, a point is moved, erased, undone and done again', async (t) => {
  const page = await visit(t, EMPTY);
  await page.getByText('Click or drag to draw points.').waitFor();
  await click(page, [-3, 2]);
  await page.locator('#own-zero').click();
  await click(page, [3, -2]);
  near(await points(page), [[-3, 2, 1], [3, -2, 0]]);
  assert.equal(await page.getByText('Click or drag to draw points.').count(), 0);

  await drag(page, [[3, -2], [2, -4]]);
  near(await points(page), [[-3, 2, 1], [2, -4, 0]]);
  await click(page, [-3, 2], { button: 'right' });
  near(await points(page), [[2, -4, 0]]);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  near(await points(page), [[-3, 2, 1], [3, -2, 0]]);
  await page.keyboard.press('Control+Shift+Z');
  near(await points(page), [[-3, 2, 1], [2, -4, 0]]);
  await page.keyboard.press('Control+y');
  near(await points(page), [[2, -4, 0]]);

  await drag(page, [[-5, 5], [5, 5]]);
  const sprayed = (await points(page)).slice(1);
  assert.ok(sprayed.length > 10, `${sprayed.length} points are sprayed`);
  assert.ok(sprayed.every(([x1, x2, y], i) => Math.abs(x2 - 5) < 0.1 && y === 0 && (i === 0 || Math.abs(x1 - sprayed[i - 1][0] - (sprayed[1][0] - sprayed[0][0])) < 0.05)), JSON.stringify(sprayed));
  await page.locator('#own-erase').click();
  await drag(page, [[0, 5], [5.5, 5]]);
  const left = (await points(page)).length;
  assert.ok(left > 3 && left < sprayed.length, `${left} are left`);
  await page.locator('#own-undo').click();
  assert.equal((await points(page)).length, sprayed.length + 1);
  await page.locator('#own-undo').click();
  near(await points(page), [[2, -4, 0]]);
  await page.locator('#own-redo').click();
  assert.equal((await points(page)).length, sprayed.length + 1);
});

test('choosing it begins with the points on show, and comes back to what was drawn', async (t) => {
  const page = await visit(t, '#v=1&data=moons&n=40');
  const before = await points(page);
  await page.locator('label:has(#set-data-own)').click();
  await seeSettings(page, { data: 'own' });
  near(await points(page), before);
  assert.equal(await page.locator('#set-n').isVisible(), false);
  await click(page, [5, 5]);
  await page.locator('label:has(#set-data-xor)').click();
  await seeSettings(page, { data: 'xor' });
  assert.equal(await page.locator('#own-tools').isVisible(), false);
  await page.locator('label:has(#set-data-own)').click();
  await seeSettings(page, { data: 'own' });
  assert.equal((await points(page)).length, 41);
});

test('drawing while it trains keeps the weights; clearing starts over and can be undone', async (t) => {
  const page = await visit(t, '#v=1&data=gauss&n=60');
  await page.locator('label:has(#set-data-own)').click();
  await train(page, 30);
  const before = await params(page);
  await click(page, [0, 5]);
  assert.deepStrictEqual(await params(page), before);
  assert.equal((await metrics(page)).step, 30);
  await page.locator('#play').click();
  await page.waitForFunction(() => window.playground.metrics().step > 40);
  await click(page, [-5, 5]);
  const step = (await metrics(page)).step;
  await page.waitForFunction((was) => window.playground.metrics().step > was, step);
  await page.locator('#play').click();

  await page.locator('#own-clear').click();
  await seeStep(page, 0);
  assert.deepEqual(await points(page), []);
  await page.locator('#own-undo').click();
  assert.equal((await points(page)).length, 62);
});

test('without points nothing breaks: no number that is none, steps do nothing, panels wait', async (t) => {
  const page = await visit(t, `${EMPTY}&steps=50`);
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
  for (const id of await page.locator('.panel-tabs [role=tab]').evaluateAll((tabs) => tabs.map((tab) => tab.id))) {
    await page.locator(`#${id}`).click();
    await page.waitForFunction(() => (document.querySelector('#panel')?.textContent?.length ?? 0) > 100);
    assert.doesNotMatch(await page.locator('#panel').innerText(), /NaN|undefined|no points/, id);
  }
  await page.locator('#own-undo').click();
  await page.locator('#panel').getByText('There are no points to learn from').waitFor();
});

test('a link opens the same points and the same run, to the last bit', async (t) => {
  const first = await visit(t, EMPTY);
  await drag(first, [[-4, -4], [4, -4], [4, 4]]);
  await first.locator('#own-zero').click();
  await drag(first, [[-1, 1], [1, 1]]);
  await train(first, 60);
  await first.waitForFunction(() => location.hash === window.playground.hash());
  assert.match(first.url(), /steps=60&z=1\./);
  await compare(60);
  await click(first, [0, -1]);
  await train(first, 75);
  await first.waitForFunction(() => location.hash === window.playground.hash());
  assert.doesNotMatch(first.url(), /steps/);
  await compare(75);

  /** @param {number} step */
  async function compare(step) {
    const second = await visit(t, first.url().slice(siteAddress().length));
    await seeStep(second, step);
    assert.deepStrictEqual(await points(second), await points(first));
    assert.deepStrictEqual(await params(second), await params(first));
    await train(second, step + 10);
    await second.close();
  }
});

test('going back in the run brings the points of then, and they are drawn on from there', async (t) => {
  const page = await visit(t, EMPTY);
  await click(page, [-3, 2]);
  await click(page, [3, -2]);
  await train(page, 10);
  await page.locator('#own-zero').click();
  await click(page, [0, 4]);
  await train(page, 20);
  const [before, after] = [(await points(page)).slice(0, 2), await points(page)];
  await page.evaluate(() => window.playground.goTo(5));
  assert.deepEqual(await points(page), before);
  await page.getByText('Points: 2', { exact: true }).waitFor();
  await page.evaluate(() => window.playground.goTo(20));
  assert.deepEqual(await points(page), after);
  await page.evaluate(() => window.playground.goTo(5));
  await click(page, [4, 4]);
  near(await points(page), [...before, [4, 4, 0]]);
  assert.equal(await page.evaluate(() => window.playground.reach().last), 5);
  await page.locator('#own-undo').click();
  assert.deepEqual(await points(page), before);
});

test('open panels follow the points', async (t) => {
  const page = await visit(t, '?lang=en&panel=ledger#v=1&data=moons&n=20');
  await page.locator('label:has(#set-data-own)').click();
  await page.locator('#panel').getByText('/ 20', { exact: true }).waitFor();
  await click(page, [5, 5]);
  await page.locator('#panel').getByText('/ 21', { exact: true }).waitFor();
  await page.locator('#tab-graph').click();
  await page.locator('#panel').getByText('/ 21', { exact: true }).waitFor();
  await click(page, [5, 5], { button: 'right' });
  await page.locator('#panel').getByText('/ 20', { exact: true }).waitFor();
  await page.locator('#tab-numpy').click();
  await page.locator('#numpy-code').getByText('def own():').waitFor();
  const written = (await page.locator('#numpy-code').innerText()).match(/\[-?[\d.]+, -?[\d.]+, [01]\],/g);
  assert.equal(written?.length, 20);
});

test('going back undoes a file', async (t) => {
  const page = await visit(t, '#v=1&data=xor&n=30');
  const before = await points(page);
  await page.evaluate(() => window.playground.setData([[1, 2, 0], [3, 4, 1]]));
  await page.waitForFunction(() => location.hash.includes('data=own'));
  await page.goBack();
  await seeSettings(page, { data: 'xor' });
  assert.deepEqual(await points(page), before);
});

test('tables open: a byte order mark, GB18030 with a Chinese header, other separators', async (t) => {
  const page = await visit(t, EMPTY, { prepare: keepNotices });
  const want = [[1.5, -2, 0], [-3, 4.25, 1]];
  const gb = Buffer.concat([Buffer.from([0xba, 0xe1, 0x2c, 0xd7, 0xdd, 0x2c, 0xc0, 0xe0, 0x0a]), Buffer.from('1.5,-2,0\n-3,4.25,1\n')]);
  for (const [name, text] of /** @type {[string, string | Buffer][]} */ ([
    ['UTF-8 with a mark', '\ufeffx1,x2,y\r\n1.5,-2,0\r\n-3,4.25,1\r\n'],
    ['GB18030', gb],
    ['classes of -1 and 1, by semicolons', '1,5;-2;-1\n-3;4,25;1'],
    ['UTF-16, as Excel saves it', Buffer.from('\ufeffx1\tx2\ty\r\n1.5\t-2\t0\r\n-3\t4.25\t1\r\n', 'utf16le')],
    ['Windows-1252', Buffer.from('Größe;Höhe;Art\n1,5;-2;0\n-3;4,25;1\n', 'latin1')],
  ])) {
    await page.evaluate(() => window.playground.setData([]));
    await openFile(page, text);
    await page.waitForFunction((wanted) => JSON.stringify(window.playground.data().train) === wanted, JSON.stringify(want)).catch(() => assert.fail(name));
    await seeNotice(page, 'Points opened: 2, where the table has them.');
  }
});

test('a table keeps its units: the axes show them, the pen draws in them, standardising is offered and said, and the link has it all', async (t) => {
  const page = await visit(t, EMPTY, { prepare: keepNotices });
  await openFile(page, 'salary,age,bought\n20000,23,0\n150000,67,1\n60000,45,1\n45000,31,0\n');
  await seeNotice(page, 'Points opened: 4, where the table has them. The axes show what they cover.');
  const own = [[20000, 23, 0], [150000, 67, 1], [60000, 45, 1], [45000, 31, 0]];
  assert.deepEqual(await points(page), own);
  assert.equal(await page.getByText('inputs standardised').isVisible(), false);
  await page.locator('#notices').getByRole('button', { name: 'Standardise' }).click();
  await seeSettings(page, { data: 'own', scaling: 'standard' });
  await page.getByText('inputs standardised').waitFor();
  assert.equal(await page.locator('#notices').getByRole('button', { name: 'Standardise' }).count(), 0, 'the notice has done its work');

  await click(page, [0, 0]); // the middle of what is shown, 7000 to 163000 and 18.6 to 71.4
  const drawn = (await points(page))[4];
  assert.ok(Math.abs(drawn[0] - 85000) < 1000 && Math.abs(drawn[1] - 45) < 0.5 && drawn[2] === 1, `drawn at ${drawn}`);
  await train(page, 50);
  const stands = [await points(page), await params(page), await metrics(page)];
  const hash = await page.evaluate(() => window.playground.hash());
  const again = await visit(t, `?lang=en${hash}`);
  assert.deepEqual([await points(again), await params(again), await metrics(again)], stands);
  assert.ok(await again.getByText('inputs standardised').isVisible());

  await again.evaluate(() => {
    window.playground.set({ scaling: 'none', net: [], out: 'linear' });
    return window.playground.step(200);
  });
  await seeNotice(again, 'The cost is no longer finite');
  await again.locator('#notices').getByRole('button', { name: 'Standardise' }).click();
  await seeSettings(again, { data: 'own', scaling: 'standard' });

  const locked = await visit(t, EMPTY.replace('#', '&lock=scaling#'), { prepare: keepNotices });
  await openFile(locked, 'salary,age,bought\n20000,23,0\n150000,67,1\n');
  await seeNotice(locked, 'Points opened: 2, where the table has them. The axes show what they cover.');
  assert.equal(await locked.locator('#notices').getByText('tandardise').count(), 0, 'offered though it is locked');
});

test('what the page says of a divergence, or of the scale of a table, goes when it is so no longer', async (t) => {
  const page = await visit(t, '?lang=en#v=1&data=plane&lr=10', { prepare: keepNotices });
  const told = page.locator('#notices').getByText('The cost is no longer finite');
  const diverge = async () => {
    await page.evaluate(() => window.playground.set('#v=1&data=plane&lr=10'));
    await page.evaluate(() => window.playground.step(1000));
    await told.waitFor();
  };
  await diverge();
  await page.evaluate(() => window.playground.goTo(0));
  await told.waitFor({ state: 'detached' });
  await diverge();
  await page.locator('label:has(#set-data-xor)').click();
  await told.waitFor({ state: 'detached' });

  await page.locator('label:has(#set-data-own)').click();
  const offer = page.locator('#notices').getByRole('button', { name: 'Standardise' });
  await openFile(page, 'salary,age,bought\n20000,23,0\n150000,67,1\n');
  await offer.waitFor();
  await openFile(page, '1,2,0\n-1,3,1\n');
  await offer.waitFor({ state: 'detached' });
});

test('where a table does not tell how to read it, the page says how it did, and reads it the other way', async (t) => {
  const page = await visit(t, EMPTY);
  await click(page, [1, 1]);
  const before = await points(page);
  await page.locator('#own-table').click();
  await page.locator('#table-text').fill('Salary\tAge\tBought\n950\t23\t0\n1,200\t45\t1\n2,500\t33\t1\n');
  await page.locator('#table-use').click();
  await seeNotice(page, '“1,200” in line 3 is read as 1200.');
  const first = [[950, 23, 0], [1200, 45, 1], [2500, 33, 1]];
  const second = [[950, 23, 0], [1.2, 45, 1], [2.5, 33, 1]];
  assert.deepEqual(await points(page), first);
  await page.getByRole('button', { name: 'Read it as 1.2' }).click();
  await seeNotice(page, '“1,200” in line 3 is read as 1.2.');
  assert.deepEqual(await points(page), second);
  assert.equal(await page.getByRole('button', { name: 'Read it as 1.2', exact: true }).count(), 0);
  await page.locator('#own-undo').click();
  assert.deepEqual(await points(page), first);
  await page.locator('#own-undo').click();
  assert.deepEqual(await points(page), before);
  await page.locator('#own-redo').click();
  await page.locator('#own-redo').click();
  assert.deepEqual(await points(page), second);
});

test('a refused text that is too long for the field stays out of it', async (t) => {
  const page = await visit(t, EMPTY);
  await click(page, [1, 1]);
  await page.locator('#own-table').click();
  const field = page.locator('#table-text');
  const before = await field.inputValue();
  const long = 'a\n'.repeat(1 << 18);
  const chooser = page.waitForEvent('filechooser');
  await page.locator('#table-open').click();
  await (await chooser).setFiles({ name: 'points.csv', mimeType: 'text/csv', buffer: Buffer.from(long) });
  assert.match(await problem(page), /It is too long for the field, which stays as it was\.$/);
  assert.equal(await field.inputValue(), before);
  await page.locator('#table-use').click();
  await page.locator('#own-table').click();
  await field.evaluate((area, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    area.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  }, long);
  assert.match(await problem(page), /It is too long for the field/);
  assert.equal(await field.inputValue(), before);
});

test('what is wrong with a table is one sentence, with its line, and nothing is lost', async (t) => {
  const page = await visit(t, EMPTY, { prepare: keepNotices });
  await click(page, [1, 1]);
  await train(page, 5);
  const before = [await points(page), await params(page)];
  const rows = '1,2,0\n'.repeat(5000);
  for (const [text, sentence] of /** @type {[string | Buffer, RegExp][]} */ ([
    ['x1,x2,y\n1,2,0\n3,zwei,1\n', /^Line 3: “zwei” is not a finite number/],
    ['1,2,0\n1,nan,0\n', /^Line 2: “nan” is not/],
    ['1,2,0\n1,2\n', /^Line 2 has another number of columns, 2,/],
    ['1,2,0\n1,2,0\n1,2,7\n', /^Line 3: the class is “7”/],
    ['1,2,0\n"1,2,0\n', /^Line 2: a quotation mark/],
    ['x1,x2,y\n', /^The table has no points/],
    [`${rows}1,2,0\n`, /^Line 5001 is one point too many: there is room for 5000/],
    ['x1;x2;y\n1,5;2;0\n1.5;2;1\n', /^Line 3: “1\.5” \(column 1 “x1”\) does not mark decimals or thousands as “1,5” in line 2 does/],
    ['1,2\n3,4\n', /^Number of columns: 2\. Needed are three/],
    ['a,b,c,d\n5,6,7,0\n5,6,8,1\n', /^Columns of the table: “a”, “b”, “c”, and “d”\. Needed are three/],
    ['1,2,0\n1,,0\n', /^Line 2: column 2 is empty/],
    [Buffer.from('PK\x03\x04\x14\0\x06'), /^The file is a spreadsheet program’s own.*Save it there as CSV/],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), /^The file is not text/],
    [`${'1'.repeat(1 << 20)},2,0`, /^The table is larger than 1 MB/],
  ])) {
    await openFile(page, text);
    await page.locator('.table-problem').filter({ hasText: sentence }).waitFor();
    assert.match(await problem(page), sentence);
    assert.match(await problem(page), /nothing was changed/i);
    await page.keyboard.press('Escape');
  }
  assert.deepEqual([await points(page), await params(page)], before);

  await openFile(page, '1,2,0\n1,a,0\n');
  await page.locator('.table-problem').filter({ hasText: '“a” is not' }).waitFor();
  await page.locator('#table-text').fill('1,2,0\n1,b,0\n');
  await page.keyboard.press('Escape');
  await page.locator('#own-table').click();
  assert.equal(await page.locator('#table-text').inputValue(), '1,2,0\n1,b,0\n', 'what was refused is there to go on with');
  await page.locator('#table-use').click();
  await page.locator('.table-problem').filter({ hasText: '“b” is not' }).waitFor();
  const selected = await page.locator('#table-text').evaluate((/** @type {HTMLTextAreaElement} */ area) => area.value.slice(area.selectionStart, area.selectionEnd));
  assert.equal(selected, '1,b,0', 'the line is selected, to be put right');
  await page.keyboard.insertText('3,4,1');
  await page.locator('#table-use').click();
  await seeNotice(page, 'Points opened: 2');
  assert.deepEqual(await points(page), [[1, 2, 0], [3, 4, 1]]);
});

test('in Chinese too', async (t) => {
  const page = await visit(t, '?lang=zh-Hans#v=1&data=own');
  await page.getByText('点击或拖动来画数据点').waitFor();
  await openFile(page, '1,2,0\n1,二,0\n');
  assert.equal(await problem(page), '第 2 行：“二”不是有限的数，未作任何改动。');
});

test('what is saved opens as the same points', async (t) => {
  const page = await visit(t, '#v=1&data=spiral&n=80&noise=0.3', { prepare: keepNotices });
  await page.locator('label:has(#set-data-own)').click();
  await drag(page, [[-5, -5], [5, -5]]);
  const before = await points(page);
  await page.locator('#own-table').click();
  const download = page.waitForEvent('download');
  await page.locator('#table-save').click();
  const saved = await download;
  assert.equal(saved.suggestedFilename(), 'points.csv');
  const text = readFileSync(await saved.path(), 'utf8');
  assert.equal(await page.locator('#table-text').inputValue(), text);
  await page.keyboard.press('Escape');
  await page.locator('#own-clear').click();
  await openFile(page, text);
  await seeNotice(page, `Points opened: ${before.length}, where the table has them.`);
  assert.deepEqual(await points(page), before);
});

test('a file dropped on the page and a table pasted into it open', async (t) => {
  const page = await visit(t, '?lang=en#v=1&data=moons&n=20', { prepare: keepNotices });
  const drop = (/** @type {string} */ text, files = 1) => page.evaluate(([content, count]) => {
    const dataTransfer = new DataTransfer();
    for (let i = 0; i < count; i++) dataTransfer.items.add(new File([content], `points${i}.csv`, { type: 'text/csv' }));
    for (const type of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
  }, /** @type {const} */ ([text, files]));
  await drop('1,2,0\nfour,5,1\n');
  await seeNotice(page, 'Line 2: “four” is not a finite number');
  assert.equal((await points(page)).length, 20);
  await drop('1,2,0\n4,5,1\n', 2);
  await seeNotice(page, 'Only one file can be opened at a time; nothing was changed.');
  assert.equal((await points(page)).length, 20);
  await drop('1,2,0\n4,5,1\n');
  await page.waitForFunction(() => window.playground.data().train.length === 2);
  const paste = (/** @type {string} */ text) => page.evaluate((content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', content);
    document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  }, text);
  await paste('x1\tx2\ty\n1\t2\t0\n4\t5\t1\n-1\t0\t1\n');
  await page.waitForFunction(() => window.playground.data().train.length === 3);
  await paste('Dear Sir, or Madam');
  await seeNotice(page, 'The table has no points');
  assert.equal((await points(page)).length, 3);
});

test('Ctrl+V opens a table wherever no text field has the focus, whatever the data', async (t) => {
  const page = await visit(t, '?lang=en#v=1&data=moons&n=20', { profile: { permissions: ['clipboard-read', 'clipboard-write'] } });
  await page.evaluate(() => navigator.clipboard.writeText('x1,x2,y\n1,2,0\n3,4,1\n'));
  const opens = async (/** @type {string} */ where) => {
    await page.evaluate(() => window.playground.set('#v=1&data=moons&n=20'));
    await seeSettings(page, { data: 'moons' });
    await page.locator(where).first().focus();
    await page.keyboard.press('Control+v');
    await page.waitForFunction(() => window.playground.data().train.length === 2).catch(() => assert.fail(where));
  };
  for (const where of ['#set-data-moons', 'input[type=range]', '#set-act', '#set-in-x1', '#step', '#unit-1-1']) await opens(where);
  await page.locator('#set-lr').focus();
  await page.keyboard.press('Control+v');
  await page.waitForFunction(() => /** @type {HTMLInputElement} */ (document.querySelector('#set-lr')).value.includes('x1'));
});

test('the table stays while it is being changed, and nothing happens behind it', async (t) => {
  const page = await visit(t, EMPTY);
  await click(page, [1, 1]);
  await click(page, [2, 2]);
  await page.locator('#own-table').click();
  const dialog = page.locator('#table-dialog');
  const text = page.locator('#table-text');
  await text.fill('1,2,0\n');
  const box = await text.boundingBox();
  assert.ok(box);
  // Into the dialog's margin, and from the text out of the dialog.
  await page.mouse.click(box.x - 6, box.y + 20);
  await page.mouse.move(box.x + 40, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(3, 3, { steps: 3 });
  await page.mouse.up();
  await page.locator('#table-title').click();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '5,5,1\n');
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  });
  assert.equal((await points(page)).length, 2);
  assert.equal(await text.inputValue(), '1,2,0\n');
  await page.mouse.click(3, 3);
  await dialog.waitFor({ state: 'hidden' });
});

test('the keyboard draws, goes to points, moves and deletes them, and says so', async (t) => {
  const page = await visit(t, EMPTY);
  const told = (/** @type {RegExp} */ text) => page.locator('#slot-output [role=status]').filter({ hasText: text }).waitFor({ state: 'attached' });
  await page.locator('#drawing').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Enter');
  await told(/Drawn: class 1, x1 0\.2, x2 1\. Points: 1/);
  await page.keyboard.press('0');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press(' ');
  await told(/Drawn: class 0, x1 −0\.8, x2 1\. Points: 2/);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.run), 'paused', 'space draws here');
  await page.keyboard.press('n');
  await told(/Point 1 of 2, class 1, x1 0\.2, x2 1/);
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('m');
  await told(/Put down at x1 0\.2, x2 0\.6/);
  near(await points(page), [[0.2, 0.6, 1], [-0.8, 1, 0]]);
  await page.keyboard.press('m');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Escape');
  near(await points(page), [[0.2, 0.6, 1], [-0.8, 1, 0]]);
  await page.keyboard.press('n');
  await page.keyboard.press('Delete');
  await told(/Removed\. Points: 1/);
  near(await points(page), [[0.2, 0.6, 1]]);
  await page.keyboard.press('Delete');
  await told(/no point here/);
  await page.keyboard.press('Control+z');
  await told(/Undone\. Points: 2/);
  near(await points(page), [[0.2, 0.6, 1], [-0.8, 1, 0]]);
});

test('Delete removes the point that was clicked', async (t) => {
  const page = await visit(t, EMPTY);
  await click(page, [-3, 2]);
  await click(page, [3, 2]);
  await click(page, [-3, 2]);
  await page.keyboard.press('Delete');
  near(await points(page), [[3, 2, 1]]);
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
});

test('on a small phone the plane is large enough for a finger, in Chinese too', async (t) => {
  const page = await visit(t, '?lang=zh-Hans#v=1&data=own', { profile: { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true } });
  await page.waitForFunction(() => /** @type {HTMLElement} */ (document.querySelector('#drawing')).clientWidth >= 110);
  assert.ok(await page.locator('#play').isVisible());
  assert.ok(await page.locator('#set-net').isVisible(), 'settings stay in reach');
});

for (const locked of ['lock=data', 'hide=data', 'ui=figure']) {
  test(`with ${locked} the points are shown only`, async (t) => {
    const address = await (await visit(t, '#v=1')).evaluate(() => {
      window.playground.setData([[1, 2, 0], [3, 4, 1]]);
      return window.playground.hash();
    });
    const page = await visit(t, `?${locked}${address}`);
    assert.equal(await page.locator('#own-tools').count(), 0);
    const box = await page.locator('#slot-output').boundingBox();
    assert.ok(box);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.keyboard.press('Control+z');
    assert.deepEqual(await points(page), [[1, 2, 0], [3, 4, 1]]);
  });
}

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

test('scripts set the points, as a file would', async (t) => {
  const page = await visit(t, '#v=1');
  const said = await page.evaluate(() => window.playground.setData([[0, 0, -1], [10.123456789, 1, 1]]));
  assert.deepEqual(said, { points: 2, fitted: true, outOfScale: false });
  assert.deepEqual(await points(page), [[0, 0, 0], [10.123456789, 1, 1]]);
  await seeSettings(page, { data: 'own' });
  assert.equal(await page.evaluate(() => {
    try {
      window.playground.setData([[1, 2, 3]]);
      return '';
    } catch (error) {
      return String(error);
    }
  }), 'TypeError: wrong arguments: setPoints([[x1, x2, y], …])');
});

test('a lesson leaves the points alone, and does without them', async (t) => {
  const page = await visit(t, EMPTY);
  await click(page, [2, 2]);
  await click(page, [-2, -2]);
  const before = await points(page);
  await page.locator('#side-tab-lessons').click();
  await page.locator('#lesson-choosing').click();
  await seeSettings(page, { data: 'moons' });
  await page.evaluate(() => window.playground.setData([]));
  await seeSettings(page, { data: 'own' });
  await page.locator('#lesson-next').click();
  await page.locator('#lesson-leave').click();
  await seeSettings(page, { data: 'own' });
  assert.deepEqual(await points(page), before);
  await page.locator('#own-undo').click();
  near(await points(page), [[2, 2, 1]]);
});

for (const theme of ['light', 'dark']) {
  test(`axe is content with the ${theme} tools and table`, async (t) => {
    const page = await visit(t, `?theme=${theme}#v=1&data=own`);
    assert.deepEqual(await violations(page), []);
    await openFile(page, '1,2,z\n');
    await problem(page);
    assert.deepEqual(await violations(page), []);
  });
}
