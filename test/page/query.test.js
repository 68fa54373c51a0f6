/** A query that was damaged on its way says what it said. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { nearest } from '../../web/languages.js';
import { asked, keys } from '../../web/query.js';

/** @param {string} address from its ? on */
function read(address) {
  const { search, hash } = new URL(address, 'https://playground.example/');
  const { query, fragment } = asked({ search, hash });
  return `?${query}${fragment}`;
}

test('damaged queries are read as they were', () => {
  const want = '?lang=zh-Hans&ui=min&panel=ledger#v=1&data=moons';
  for (const damaged of [
    '?lang=zh-Hans&ui=min&panel=ledger#v=1&data=moons',
    '?lang=zh-Hans&amp;ui=min&amp;panel=ledger#v=1&data=moons',
    '?lang=zh-Hans&amp;amp;ui=min&amp;amp;panel=ledger#v=1&data=moons',
    '?lang=zh-Hans&AMP;ui=min&ampui=min&panel=ledger#v=1&data=moons'.replace('&ampui=min', ''),
    '?lang=zh-Hans&#38;ui=min&#x26;panel=ledger#v=1&data=moons',
    '?lang=zh-Hans&amp;#38;ui=min&amp;#038;panel=ledger#v=1&data=moons',
    '?lang=zh-Hans%26ui=min%26panel=ledger#v=1&data=moons',
    '?lang=zh-Hans%26amp%3Bui=min%26amp;panel=ledger#v=1&data=moons',
    '?lang%3Dzh-Hans%26ui%3Dmin%26panel%3Dledger#v=1&data=moons',
    '?lang=zh-Hans\\&ui=min\\&panel=ledger#v=1&data=moons',
    '?lang=zh-Hans＆ui=min＆panel=ledger#v=1&data=moons',
    '?lang＝zh-Hans＆ui＝min＆panel＝ledger#v=1&data=moons',
    '?lang=3Dzh-Hans&ui=3Dmin&panel=3Dledger#v=1&data=moons',
    '?lang=zh-Hans;ui=min;panel=ledger#v=1&data=moons',
    '?lang=zh-Hans&ui=min&panel=ledger%23v=1&data=moons',
    '?lang=zh-Hans&amp;ui=min&amp;panel=ledger%23v=1&data=moons',
    '?lang=zh-Hans&ui=min&panel=ledger%23v=1#v=1&data=moons',
    '?lang="zh-Hans"&ui=min%20&panel=ledger)#v=1&data=moons',
    '?lang=zh\u200b-Hans&ui=%E2%80%8Bmin&panel=ledger.#v=1&data=moons',
    '?lang=zh-\r\nHans&ui=min&panel=led%0D%0Ager#v=1&data=moons',
  ]) assert.equal(read(damaged), want, damaged);
  assert.equal(read('?ui=min⟨=en'), '?ui=min&lang=en');
  assert.equal(read('?lang=en≤sson=choosing'), '?lang=en&lesson=choosing');
});

test('what is not damaged stays as it is', () => {
  for (const query of [
    '', '#v=1', '?ui=figure&title=A+%26+B', '?title=a%26lang%3Den&ui=min#v=1', '?title=50+%25%3B+%23v%3D1+%28old%29.',
    '?show=network%2Cledger&hide=data%2Clr&lock=net&run=1&load=click&theme=dark', '?origin=https%3A%2F%2Fnotes.example&ui=min',
    '?utm_source=mail&fbclid=IwAR0_x-1',
  ]) assert.equal(read(query).replace(/^\?(?=#|$)/, ''), query);
});

test('the nearest language', () => {
  for (const [tag, code] of [
    ['zh', 'zh-Hans'], ['zh-CN', 'zh-Hans'], ['zh-TW', 'zh-Hans'], ['zh-Hant', 'zh-Hans'], ['zh-hans', 'zh-Hans'], ['zh_CN', 'zh-Hans'], ['ZH', 'zh-Hans'],
    ['zh-Hant-HK', 'zh-Hans'], ['cmn', 'zh-Hans'], ['en', 'en'], ['en-GB', 'en'], ['EN_us', 'en'], ['fr', null], ['auto', null], ['', null], ['<b>', null], ['zhuang', null],
  ]) assert.equal(nearest(/** @type {string} */ (tag)), code, String(tag));
});

test('the keys are those that the page knows', async () => {
  const source = await readFile(new URL('../../web/presentation.js', import.meta.url), 'utf8');
  const table = /export const parameters = \{\n([^]*?)\n\};/.exec(source)?.[1] ?? '';
  assert.deepEqual([...table.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name), keys);
});
