/** The lessons as data: both languages say the same pages, and what they refer to exists. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lessonIds, lessonNamed } from '../../web/lessons/lesson.js';
import { readSymbol } from '../../web/lessons/symbols.js';

/** @typedef {import('../../web/lessons/lesson.js').Page} Page */
/** @typedef {import('../../web/lessons/lesson.js').Words} Words */

const folder = fileURLToPath(new URL('../../web/lessons/', import.meta.url));
const languages = readdirSync(folder + '../locales').map((file) => file.replace('.json', ''));
const texts = JSON.parse(readFileSync(folder + '../locales/en.json', 'utf8'));

/** @returns {{start: string, pages: Page[]}} */
const lesson = (/** @type {string} */ id) => JSON.parse(readFileSync(`${folder}${id}.json`, 'utf8'));
/** @returns {{pages: Words[]}} */
const words = (/** @type {string} */ language, /** @type {string} */ id) => JSON.parse(readFileSync(`${folder}${language}/${id}.json`, 'utf8'));

/** What of a page there is to say. */
const shape = (/** @type {Words} */ { text, choices, tries, solved }) => ({
  paragraphs: text.length, choices: choices?.length, tries: tries?.length, solved: solved !== undefined,
});

/** The texts of a page, all of them. */
const said = (/** @type {Words} */ { heading, text, choices = [], tries = [], solved }) => [
  heading, ...text, ...choices.flatMap(({ text, why }) => [text, why]), ...tries.flatMap(({ label, look }) => [label, look]),
  ...(solved === undefined ? [] : [solved]),
];

/** The symbols that a text names, in a fixed order. */
const symbols = (/** @type {string} */ text) => [...new Set([...text.matchAll(/`([^`]+)`/g)].map(([, symbol]) => symbol))].sort();

test('there are eight lessons, each in every language, and no stray files', () => {
  assert.equal(lessonIds.length, 8);
  const files = lessonIds.map((id) => `${id}.json`).sort();
  assert.deepEqual(readdirSync(folder).filter((file) => file.endsWith('.json')).sort(), files);
  for (const language of languages) assert.deepEqual(readdirSync(folder + language).sort(), files, language);
});

for (const id of lessonIds) {
  test(`${id} has the parts of a lesson`, () => {
    const { pages } = lesson(id);
    const kinds = pages.map((page) => (page.task ? 'task' : page.tries ? 'tries' : page.answer !== undefined ? 'question' : 'text'));
    assert.deepEqual(kinds, ['text', 'text', 'question', 'tries', 'task'], 'the question comes before the trying');
    for (const { formulas = [], answer, tries, task, open } of pages) {
      for (const formula of formulas) assert.ok(readSymbol(formula.replace('shape ', ''), 1), formula);
      if (answer !== undefined) assert.ok(answer >= 0 && answer < (words('en', id).pages.find(({ choices }) => choices)?.choices?.length ?? 0));
      if (tries) assert.ok(tries.length >= 2 && tries.length <= 3);
      if (task) assert.ok(open !== undefined && task.length > 0);
      for (const { of = '', keep = [] } of task ?? []) {
        for (const name of of.includes('[') ? [] : of ? [of] : keep) {
          assert.ok(['setting.', 'readout.', 'measure.', 'condition.', ''].some((kind) => kind + name in texts), `${name} has a name`);
        }
      }
    }
  });

  test(`${id} says the same in every language`, () => {
    const { pages } = lesson(id);
    const english = words('en', id).pages;
    assert.equal(english.length, pages.length);
    pages.forEach((page, i) => {
      assert.equal(english[i].tries?.length, page.tries?.length, `things to try on page ${i + 1}`);
      assert.equal(english[i].solved !== undefined, page.task !== undefined, `a task on page ${i + 1}`);
    });
    for (const language of languages) {
      const own = words(language, id).pages;
      assert.deepEqual(own.map(shape), english.map(shape), language);
      own.forEach((page, i) => said(page).forEach((text, k) => {
        assert.ok(text.trim(), `${language}, page ${i + 1} has an empty text`);
        assert.deepEqual(symbols(text), symbols(said(english[i])[k]), `${language}, page ${i + 1}: the symbols of “${text}”`);
      }));
    }
  });
}

test('a link may call initialisation symmetry, and nothing else opens a lesson', () => {
  assert.equal(lessonNamed('symmetry'), 'initialisation');
  assert.equal(lessonNamed('vectorising'), 'vectorising');
  for (const name of [null, '', 'toString', '../en/choosing']) assert.equal(lessonNamed(name), null);
});

test('symbols are read as the lessons write them', () => {
  const none = { layer: 0, row: 0, col: 0, example: 0, next: false };
  for (const [text, wanted] of /** @type {[string, object][]} */ ([
    ['W[1]', { ...none, name: 'W', letter: 'W', layer: 1 }],
    ['w_21[1]', { ...none, name: 'W', letter: 'w', layer: 1, row: 2, col: 1 }],
    ['dz_2[1](i)', { ...none, name: 'dZ', letter: 'dz', layer: 1, row: 2, example: 7 }],
    ['A[0]', { ...none, name: 'X', letter: 'A' }],
    ['A[1]', { ...none, name: 'A', letter: 'A', layer: 1 }],
    ["W[1]'", { ...none, name: 'W', letter: 'W', layer: 1, next: true }],
    ['J', { ...none, name: 'J', letter: 'J' }],
  ])) assert.deepEqual(readSymbol(text, 7), { kind: 'symbol', ...wanted }, text);
  for (const text of ['', 'g′', 'W[', 'toString', 'W[1] X']) assert.equal(readSymbol(text), null, text);
});
