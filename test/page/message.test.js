/** Texts with their places filled in, counts by the rules of the language. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fill } from '../../web/message.js';

const rows = '{name}: {rows, plural, one {# row} other {# rows}}, {cols, plural, one {# column} other {# columns}}';

for (const [text, values, filled, language = 'en'] of /** @type {[string, Record<string, string | number>, string, string?][]} */ ([
  ['no place', { a: 1 }, 'no place'],
  ['{a} and {b}', { a: 1, b: 'two' }, '1 and two'],
  ['{a} and {b}', { a: 1 }, '1 and {b}'],
  [rows, { name: 'b', rows: 1, cols: 1 }, 'b: 1 row, 1 column'],
  [rows, { name: 'W', rows: 4, cols: 2 }, 'W: 4 rows, 2 columns'],
  [rows, { name: 'X', rows: 0, cols: '1' }, 'X: 0 rows, 1 column'],
  [rows, { name: 'X', rows: '1,000', cols: '4 + 1' }, 'X: 1,000 rows, 4 + 1 columns'],
  [rows, { name: 'X' }, 'X: {rows, plural, one {# row} other {# rows}}, {cols, plural, one {# column} other {# columns}}'],
  ['the other {n, plural, one {unit} other {# units}}', { n: 1 }, 'the other unit'],
  ['{n} 行', { n: 1 }, '1 行', 'zh-Hans'],
  ['{n, plural, other {# 行}}', { n: 1 }, '1 行', 'zh-Hans'],
  ['{n, plural, one {# row} other {# rows}}', { n: 1 }, '1 rows', 'zh-Hans'],
  ['{a}', { a: '{b} $& #' }, '{b} $& #'],
])) {
  test(`${text} of ${JSON.stringify(values)} in ${language}`, () => assert.equal(fill(text, values, language), filled));
}
