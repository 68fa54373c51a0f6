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
  for (const damaged of [
    '?lang=zh-Hans%2526ui=min%2526panel=ledger#v=1&data=moons',
    '?lang=zh-Hans%252526ui%25253Dmin%252526panel%25253Dledger#v=1&data=moons',
    '?lang%253Dzh-Hans%2526ui%253Dmin%2526panel%253Dledger#v=1&data=moons',
    '?lang\\=zh-Hans&ui\\=min&panel\\=ledger#v=1&data=moons',
    '?l\u200bang=zh-Hans&\u200bui=min&panel\ufeff=ledger#v=1&data=moons',
    '?%E2%80%8Blang=zh-Hans&u%C2%ADi=min&pa%E2%81%A0nel=ledger#v=1&data=moons',
    '?amplang=zh-Hans&ampui=min&ampamppanel=ledger#v=1&data=moons',
    '?ｌａｎｇ=ｚｈ-Hans&ｕｉ＝ｍｉｎ&panel=ｌedger#v=1&data=moons',
    '?ｌａｎｇ=zh-Hans＆ｕｉ=min＆panel=ledger#v=1&data=moons',
    '?(lang=zh-Hans)&(ui=min)&[panel=ledger]#v=1&data=moons',
    '?“lang=zh-Hans”&“ui”=“min”&‘panel’=‘ledger’#v=1&data=moons',
    '?"lang"="zh-Hans"&"ui"="min"&\'panel\'=\'ledger\'#v=1&data=moons',
    '??lang=zh-Hans?ui=min?panel=ledger#v=1&data=moons',
    '?lang=zh-Hans%3Fui=min%253Fpanel=ledger#v=1&data=moons',
    '?/?lang=zh-Hans&/ui=min&panel=ledger/#v=1&data=moons',
    '?lang=zh-Hans%0Aui=min%0D%0Apanel=ledger#v=1&data=moons',
    '?lang=zh-Hans%250Aui=min%250A&panel=ledger#v=1&data=moons',
    '?lang=zh-Hans ui=min panel=ledger#v=1&data=moons',
    '?lang=zh-Hans+ui=min%20panel=ledger#v=1&data=moons',
    '?lang=zh-Hans|ui=min||panel=ledger#v=1&data=moons',
    '?lang=zh-Hans{\\&}ui=min{\\&}panel=ledger#v=1&data=moons',
    '?lang=zh-Hans\\u0026ui=min\\u0026panel\\u003dledger#v=1&data=moons',
    '?lang=3Dzh-Hans&ui=3Dmin&panel=ledger#v=1&data=moons',
    '?LANG=zh-Hans&Ui=MIN&Panel=Ledger#v=1&data=moons',
    '?lang:zh-Hans&ui:min&panel: ledger#v=1&data=moons',
    '?&&lang=zh-Hans&&ui=min&&&panel=ledger&#v=1&data=moons',
    '?lang=3Dzh-Hans&ui=3Dmin&pa=%0D%0Anel=3Dledger#v=1&data=moons'.replace('pa=%0D%0Anel', 'panel'),
  ]) assert.equal(read(damaged), want, damaged);
  assert.equal(read('?ui=min⟨=en'), '?ui=min&lang=en');
  assert.equal(read('?lang=en≤sson=choosing'), '?lang=en&lesson=choosing');
});

test('what is not damaged stays as it is', () => {
  for (const query of [
    '', '#v=1', '?ui=figure&title=A+%26+B', '?title=a%26lang%3Den&ui=min#v=1', '?title=50+%25%3B+%23v%3D1+%28old%29.',
    '?show=network%2Cledger&hide=data%2Clr&lock=net&run=1&load=click&theme=dark', '?origin=https%3A%2F%2Fnotes.example&ui=min',
    '?utm_source=mail&fbclid=IwAR0_x-1',
    '?title=A%3B+ui+%3D+min&ref=https%3A%2F%2Fa.example%2F%3Fui%3Dmin%26lang%3Dzh', '?title=What+lock%3Dnet+does%0Aand+ui%3D', '?origin=https%3A%2F%2Fnotes.example%2F%3Fui%3Dmin',
    '?UIs=min&Xui=1&show_=1'.replace('&show_=1', ''), '?uis=min&data=moons',
    '?title=3D+plots', '?title=3D+plots&ui=min', '?ref=3D&ui=min',
  ]) assert.equal(read(query).replace(/^\?(?=#|$)/, ''), query);
});

test('the nearest language', () => {
  for (const [tag, code] of [
    ['zh', 'zh-Hans'], ['zh-CN', 'zh-Hans'], ['zh-TW', 'zh-Hans'], ['zh-Hant', 'zh-Hans'], ['zh-hans', 'zh-Hans'], ['zh_CN', 'zh-Hans'], ['ZH', 'zh-Hans'],
    ['zh-Hant-HK', 'zh-Hans'], ['cmn', 'zh-Hans'], ['en', 'en'], ['en-GB', 'en'], ['EN_us', 'en'], ['fr', null], ['auto', null], ['', null], ['<b>', null], ['zhuang', null],
  ]) assert.equal(nearest(/** @type {string} */ (tag)), code, String(tag));
});

test('the keys are those that the page knows', async () => {
  const source = await readFile(new URL('../../engine/page/presentation/presentation.go', import.meta.url), 'utf8');
  const table = /var parameters = \[\]parameter\{\n([^]*?)\n\}/.exec(source)?.[1] ?? '';
  assert.deepEqual([...table.matchAll(/^\t\{"(\w+)",/gm)].map(([, name]) => name), keys);
});

test('no known key is lost without a word', () => {
  const marks = ['&', '&amp;', '&amp', '%26', '%2526', ';', '?', '%3F', '%0A', ' ', '+', '%20', '|', '{\\&}', '\\&', '＆', '\\u0026', '&&', '&%20', ', ', '&#38;', '&amp;#38;', '%26amp%3B'];
  const equals = ['=', '%3D', '%253D', '\\=', '＝', '=3D', ' = ', '%20=%20', '%EF%BC%9D', '\\u003d', '&equals;', '&#61;'];
  for (const mark of marks) {
    for (const equal of equals) {
      const text = `?ui${equal}min${mark}lang${equal}en${mark}run${equal}1`;
      const { query } = asked({ search: text, hash: '' });
      for (const key of ['ui', 'lang', 'run']) assert.ok(query.has(key) || [...query.values()].some((value) => value.includes(key)), `${text} is read as ${query}`);
    }
  }
});

test('a long query is read quickly', () => {
  for (const text of ['k=1&', 'ui=min?', 'ui=', '%25', '&amp;', 'title=', 'ui=min%2526', 'lang ', '\\u0026', '&', ';?']) {
    const began = performance.now();
    assert.ok(asked({ search: `?${text.repeat(2_000_000 / text.length)}`, hash: '' }).cut || /^[&;?]+$/.test(text), text);
    const took = performance.now() - began;
    assert.ok(took < 1000, `${text}… takes ${took} ms`);
  }
});
