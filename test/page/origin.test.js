/** Whom origin= in the address lets command the playground; what cannot be read lets nobody. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { hidesOrigin, readOrigin, whoMayCommand } from '../../web/embedding/origin.js';
import { query } from '../../web/query.js';

/** @type {[string, string][]} */
const read = [
  ['https://notes.example', 'https://notes.example'],
  ['http://localhost:8000', 'http://localhost:8000'],
  ['https://notes.example/', 'https://notes.example'],
  ['https://notes.example/course/week1.html?a=b#c', 'https://notes.example'],
  ['https://notes.example//', 'https://notes.example'],
  ['https://notes.example?', 'https://notes.example'],
  ['https://notes.example#', 'https://notes.example'],
  ['HTTPS://Notes.Example', 'https://notes.example'],
  [' https://notes.example\n', 'https://notes.example'],
  ['https://notes.example:443', 'https://notes.example'],
  ['http://notes.example:80/', 'http://notes.example'],
  ['https://notes.example:8443/x', 'https://notes.example:8443'],
  ['https://münchen.example', 'https://xn--mnchen-3ya.example'],
  ['https://例子.测试/课程', 'https://xn--fsqu00a.xn--0zwm56d'],
  ['https://notes.example.', 'https://notes.example.'],
  ['http://[::1]:8000/', 'http://[::1]:8000'],
  ['http://127.1', 'http://127.0.0.1'],
  ['https://my_notes.example', 'https://my_notes.example'],
];

for (const [value, origin] of read) {
  test(`origin=${value.trim()} is ${origin}`, () => assert.equal(readOrigin([value]), origin));
}

const unreadable = ['', ' ', '*', 'null', 'undefined', 'any', '/', '//notes.example', 'notes.example', 'notes.example:443', 'localhost:8000', 'https:', 'https://', 'https:///',
  'https:notes.example', 'https:/notes.example', 'https:\\\\notes.example', 'https://*', 'https://*.example', 'https://*.notes.example/', 'https://notes.*',
  'https://a.example,https://b.example', 'https://a.example;https://b.example', 'https://a.example https://b.example', 'https://a.example/ https://b.example/',
  'https://notes.example:*', 'https://notes.example:99999', 'https://user@notes.example', 'https://user:word@notes.example', 'https://:word@notes.example', 'https://notes.example@b.example',
  'file:///home/me/notes.html', 'data:text/html,x', 'javascript:0', 'about:blank', 'blob:https://notes.example/1', 'ftp://notes.example', 'ws://notes.example', 'app://notes',
  'view-source:https://notes.example', 'chrome-extension://abcdef', 'https://no\tes.example', 'https://no\u0000tes.example', 'https://notes\u202e.example', 'https://no\u00adtes.example',
  'https://no tes.example', 'https://no%00tes.example', 'https://<b>', '"https://notes.example"', "'https://notes.example'", '[object Object]', 'https://[::1', '\ud800'];

for (const value of unreadable) {
  test(`origin=${JSON.stringify(value)} lets nobody in`, () => assert.equal(readOrigin([value]), null));
}

test('without origin= any page is heard', () => assert.equal(readOrigin([]), ''));

test('given again it has to name the same origin', () => {
  assert.equal(readOrigin(['https://notes.example', 'https://Notes.example/']), 'https://notes.example');
  assert.equal(readOrigin(['https://notes.example', 'https://other.example']), null);
  assert.equal(readOrigin(['https://notes.example', '']), null);
  assert.equal(readOrigin(['*', 'https://notes.example']), null);
  assert.equal(readOrigin(['*', '*']), null);
});

/** Whom an address lets command the playground. @param {string} text from its ? or # on */
function heard(text) {
  const { search, hash } = new URL(text, 'https://playground.example/');
  return whoMayCommand(query({ search }), { search, hash }, true).origin;
}

const notes = 'https://notes.example';

test('a key that can only be meant as origin= is one', () => {
  const named = (/** @type {string} */ key) => whoMayCommand(new URLSearchParams([[key, notes]]), { search: '', hash: '' }, true).origin;
  for (const key of ['origin', 'Origin', 'ORIGIN', ' origin', 'origin ', 'amp;origin', 'amp;amp;origin']) assert.equal(named(key), notes, key);
  for (const key of ['', 'origins', 'original', 'ui', 'xorigin']) assert.notEqual(named(key), notes, key);
});

test('a key that was damaged lets no other page in', () => {
  for (const text of [
    `?ori%E2%80%8Bgin=${notes}`, `?%E2%80%8Borigin=${notes}`, `?ori\u200bgin=${notes}`, `?ui=min&\ufefforigin=${notes}`, `?or\u00adigin=${notes}`, `?origin%253D${notes}`,
    `?origin%25253Dhttps%25253A%25252F%25252Fnotes.example`, `?ui=min&amporigin=${notes}`, `?ui=min&"origin"=${notes}`, `?ui=min&%23origin=${notes}`, `?origin[]=${notes}`, `?origin%5B0%5D=${notes}`,
    `?origin:${notes}`, `?origin%3A%20${notes}`, `?origin ${notes}`, `?origin\\=${notes}`, `?o\\rigin=${notes}`, `?"origin=${notes}"`, `?'origin=${notes}`, `?(origin=${notes})`, `?“origin=${notes}”`, `?orign=${notes}`,
    `?origins=${notes}`, `?oirgin=${notes}`, `?0rigin=${notes}`, `?orig1n=${notes}`, `?ogirin=${notes}`.replace('ogirin', 'origni'), `?rigin=${notes}`, `?or igin=${notes}`, `?or%0Aigin=${notes}`, `?or=%0D%0Aigin=${notes}`, '?orign=*', '?origins',
    `?ui=figure%2526origin=${notes}`, `?ui=figure%252526origin%25253D${notes}`, `?ui=figure%3Borigin=${notes}`, `?ui=figure?origin=${notes}`, `?ui=figure%0Aorigin=${notes}`, `?ui=figure origin=${notes}`,
    `?ui=figure+origin=${notes}`, `?ui=figureorigin=${notes}`, `?ui=figure,origin=${notes}`, `?ui=figure|origin=${notes}`, `?ui=figure\\u0026origin\\u003d${notes}`, `?ui=figure{\\&}origin=${notes}`, `?ui=figure&amp%3Borigin=${notes}`,
    `?utm=1#&origin=${notes}`, `#v=1&origin=${notes}`, `#v=1?origin=${notes}`, `?ui=figure&#0038;origin=${notes}`, `?ui=figure#origin=${notes}`, `?ui=figure#v=1%26origin=${notes}`, '#v=1&orign=*', '#origin',
    `?ORIGIN\\=${notes}`, `?ｏｒｉｇｉｎ＝${notes}`, `?ｏｒｉｇｉｎ=${notes}`, `?Ｏrigin=${notes}`, `?οrigin=${notes}`, `?оrigin=${notes}`, `?oríg\u0301in=${notes}`, `?ui=min∨igin=${notes}`, `?ui=min&ori=gin=${notes}`, `?origin=3D${notes}`,
    `?title=Moons%26origin=${notes}`, `?title=Moons?origin=${notes}`, `?title=Moons;origin=${notes}`, `?title=Moons%2526origin%253D${notes}`, `?ref=a%26origin=${notes}`, `?utm_origin=${notes}`,
    `#v=1&z=1.abcd&origin=${notes}`, `?z=1.abcd%26origin=${notes}`, `?ui=min${'&k=1'.repeat(100_000)}`,
  ]) assert.ok([null, notes].includes(heard(text)), `${text.slice(0, 80)} is heard by ${heard(text) || 'any page'}`);
});

test('a key that is not damaged is read', () => {
  assert.equal(heard(`?origin=${notes}&ui=min#v=1`), notes);
  assert.equal(heard(`?ui=min&amp;origin=${notes}/course#v=1&z=1.abcd`), notes);
  assert.equal(heard(`?origin=${notes}&Origin=${notes}/&utm_origin=x`), notes);
  assert.equal(heard(`?origin=${notes}&origin=https://other.example`), null);
});

test('what is somebody else\'s word keeps nobody out', () => {
  for (const text of [
    '', '#v=1&data=moons', '?ui=figure#v=1', '?ref=original', '?ref=original&ui=figure', '?ref=origin', '?ref=the%20origin&ui=min', '?utm_campaign=origin', '?utm_source=origins', '?utm_source=original=1',
    '?ref=https://origin.example/page', '?ref=https%3A%2F%2Forigin.example%2Fin', '?ref=https://notes.example/origin', '?ref=https://web.archive.org/in/https://a.example', '?from=aboriginal&x=https://a.example',
    '?original=1', '?original_url=https://a.example', '?origin_id=5', '?originator=me', '?ref=https://a.example.org&in=x1', '?q=virgin=1', '?title=The%20origin%20of%20species', '?title=The origin of https://a.example',
    '?title=Origin', '?title=Origin:+where+axes+meet&ui=min', '?title=Moving%20the%20origin%20=%20a%20shift', '?lesson=non-linear&region=1', '?margin=1', '?gin=1', '#v=1&z=1.origin-http_orign', '#v=1&init=zeros&in=x1,x2',
    '#activation=relu&regularization=L1&problem=regression&networkShape=4,2&initZero=false&origami=1',
  ]) assert.equal(heard(text), '', text);
});

test('the search for a damaged key is quick', () => {
  for (const text of ['origin'.repeat(40_000), 'k=1&'.repeat(70_000), 'amporig'.repeat(40_000), '%25'.repeat(90_000), '&amp'.repeat(70_000), '='.repeat(290_000), `${'title='.repeat(45_000)}`, `z=${'a'.repeat(290_000)}`, '&title=origin'.repeat(22_000)]) {
    const began = performance.now();
    hidesOrigin({ search: `?${text}`, hash: '' });
    const took = performance.now() - began;
    assert.ok(took < 1500, `${text.slice(0, 12)}… takes ${took} ms`);
  }
});

test('no link of another page or of before hides an origin', async () => {
  for (const file of ['engine/link/testdata/published.txt', 'docs/links.md']) {
    const text = await readFile(new URL(`../../${file}`, import.meta.url), 'utf8');
    const links = [...text.matchAll(/#\w+=\S*/g)].map(([link]) => link);
    assert.ok(links.length > 5, file);
    for (const hash of links) assert.ok(!hidesOrigin({ search: '?ui=figure', hash }), hash);
  }
});
