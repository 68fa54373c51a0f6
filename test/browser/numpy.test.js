/** The run as a NumPy program: what the page offers for download runs, and reaches the page's cost. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { visit } from './harness.js';
import { metrics, seeStep, train } from './reader.js';

/** @typedef {import('playwright-core').Page} Page */

/** Debian's, for which python3-numpy installs NumPy, unless told otherwise. */
const python = process.env.PYTHON || '/usr/bin/python3';
const run = promisify(execFile);

/**
 * A folder that goes with the test.
 * @param {import('node:test').TestContext} t
 */
async function folder(t) {
  const made = await mkdtemp(join(tmpdir(), 'shallows-'));
  t.after(() => rm(made, { recursive: true }));
  return made;
}

/**
 * Waits until the program on show is of the run as it is.
 * @param {Page} page
 */
async function seeProgram(page) {
  const { cost } = await metrics(page);
  await page.waitForFunction((digits) => document.querySelector('#numpy-code')?.textContent?.includes(digits), String(cost).slice(0, 12));
}

/** @param {Page} page */
async function download(page) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('#numpy-download').click()]);
  assert.equal(file.suggestedFilename(), 'shallows.py');
  return readFile(await file.path(), 'utf8');
}

test('the program is saved, runs to the cost of the page, and is copied, or selected where pages may not copy', async (t) => {
  const page = await visit(t, '?panel=numpy#v=1&net=5,4,3&act=tanh,sigmoid,leaky&init=xavier&lr=0.3', { profile: { permissions: ['clipboard-read', 'clipboard-write'] } });
  await train(page, 200);
  await seeProgram(page);
  const file = join(await folder(t), 'run.py');
  await writeFile(file, await download(page));
  const { stdout } = await run(python, ['-W', 'error::DeprecationWarning', file]);
  assert.match(stdout, /after 200 update/);
  const printed = Number(/cost after .*: ([\d.]+)/.exec(stdout)?.[1]);
  assert.ok(Math.abs(printed - Number((await metrics(page)).cost)) < 1e-6, stdout);

  const program = await page.locator('#numpy-code').evaluate((e) => e.textContent);
  const told = (/** @type {RegExp} */ text) => page.waitForFunction((source) => new RegExp(source).test(document.querySelector('#numpy-status')?.textContent ?? ''), text.source);
  await page.locator('#numpy-copy').focus();
  await page.keyboard.press('Enter');
  await told(/Copied/);
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), program);

  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  await page.locator('#numpy-copy').click();
  await told(/is selected/);
  assert.equal(await page.evaluate(() => String(document.getSelection()).trim()), program?.trim());

  // What is selected stays until the reader lets go of it.
  await train(page, 203);
  await seeStep(page, 203);
  assert.equal(await page.locator('#numpy-code').evaluate((e) => e.textContent), program);
  await page.evaluate(() => document.getSelection()?.removeAllRanges());
  await seeProgram(page);
  await page.locator('#language').selectOption('zh-Hans');
  await page.locator('#numpy-copy').click();
  await told(/已全部选中/);
});
