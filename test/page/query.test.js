/** What of the query is read before there is an engine; engine/link reads all of it. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { nearest } from '../../web/languages.js';
import { query } from '../../web/query.js';

test('a query is read with what HTML does to its marks', () => {
  for (const search of ['?lang=en&ui=min&title=A+%26+B', '?lang=en&amp;ui=min&amp;amp;title=A%20%26%20B']) {
    assert.deepEqual([...query({ search })], [['lang', 'en'], ['ui', 'min'], ['title', 'A & B']]);
  }
});

test('the nearest language', () => {
  for (const [tag, code] of [
    ['zh', 'zh-Hans'], ['zh-CN', 'zh-Hans'], ['zh-TW', 'zh-Hans'], ['zh-Hant', 'zh-Hans'], ['zh-hans', 'zh-Hans'], ['zh_CN', 'zh-Hans'], ['ZH', 'zh-Hans'],
    ['zh-Hant-HK', 'zh-Hans'], ['cmn', 'zh-Hans'], ['en', 'en'], ['en-GB', 'en'], ['EN_us', 'en'], ['fr', null], ['auto', null], ['', null], ['<b>', null], ['zhuang', null],
  ]) assert.equal(nearest(/** @type {string} */ (tag)), code, String(tag));
});
