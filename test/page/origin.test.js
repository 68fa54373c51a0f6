/** Whom origin= in the address lets command the playground; what cannot be read lets nobody. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { meansOrigin, readOrigin } from '../../web/embedding/origin.js';

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

test('a key that can only be meant as origin= is one', () => {
  for (const key of ['origin', 'Origin', 'ORIGIN', ' origin', 'origin ', 'amp;origin', 'amp;amp;origin']) assert.ok(meansOrigin(key), key);
  for (const key of ['', 'origins', 'original', 'ui', 'xorigin']) assert.ok(!meansOrigin(key), key);
});
