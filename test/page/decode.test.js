/** Files of points come in UTF-8 or GB18030. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { decode } from '../../web/own/decode.js';

const utf8 = (/** @type {string} */ text) => new TextEncoder().encode(text);

test('UTF-8 is read with and without a byte order mark', () => {
  assert.equal(decode(utf8('横,纵,y')), '横,纵,y');
  assert.equal(decode(utf8('\ufeff横,纵,y')), '横,纵,y');
  assert.equal(decode(new Uint8Array()), '');
});

test('GB18030 is read, with characters of one, two and four bytes', () => {
  const bytes = [0xba, 0xe1, 0x2c, 0xd7, 0xdd, 0x2c, 0x79, 0x2c, 0x90, 0x30, 0x81, 0x30];
  assert.equal(decode(Uint8Array.from(bytes)), '横,纵,y,\u{10000}');
});

test('what is neither is refused', () => {
  assert.equal(decode(Uint8Array.from([0xff, 0xfe, 0x31, 0x00])), null, 'UTF-16');
  assert.equal(decode(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff])), null, 'a picture');
});
