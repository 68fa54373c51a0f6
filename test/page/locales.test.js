/** The page's texts: every language has every text, with the same places to fill, and each is used. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (/** @type {string} */ path) => readFileSync(root + path, 'utf8');

/** @type {Map<string, Record<string, string>>} */
const locales = new Map(readdirSync(root + 'web/locales').map((file) => [file, JSON.parse(read('web/locales/' + file))]));
const english = locales.get('en.json') ?? {};

/** A place of web/message.js with the forms for a count. */
const plural = /\{(\w+), plural,((?: \w+ \{[^{}]*\})+)\}/g;

/** Files below a folder that end in an extension, as one text.
 * @param {string} folder
 * @param {string} extension
 */
const all = (folder, extension) => readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith(extension) && !file.endsWith('_test.go'))
  .map((file) => read(`${folder}/${file}`))
  .join('\n');
const html = read('index.html') + all('web/templates', '.html');
const scripts = all('web', '.js');
const page = all('engine/page', '.go');

/** What the engine says: the texts that it names, and the beginnings of those that it puts together. */
const said = readdirSync(root + 'engine/describe').filter((file) => !file.endsWith('_test.go')).map((file) => read('engine/describe/' + file)).join('\n');

test('the languages have the same texts', () => {
  assert.ok(locales.size >= 2 && Object.keys(english).length > 0);
  for (const [file, texts] of locales) {
    assert.deepEqual(Object.keys(texts).sort(), Object.keys(english).sort(), file);
    for (const [key, text] of Object.entries(texts)) assert.ok(text.trim(), `${file}: ${key} is empty`);
  }
});

test('the languages fill the same places', () => {
  const places = (/** @type {string} */ text) => (text.replace(plural, '{$1}').match(/\{\w+\}/g) ?? []).sort();
  for (const [file, texts] of locales) {
    for (const [key, text] of Object.entries(texts)) assert.deepEqual(places(text), places(english[key]), `${file}: ${key}`);
  }
});

test('what counts has the forms of its language', () => {
  for (const [file, texts] of locales) {
    const categories = new Intl.PluralRules(file.replace('.json', '')).resolvedOptions().pluralCategories.toSorted();
    for (const [key, text] of Object.entries(texts)) {
      for (const [, , forms] of text.matchAll(plural)) {
        const has = [...forms.matchAll(/(\w+) \{/g)].map(([, category]) => category).toSorted();
        assert.deepEqual(has, categories, `${file}: ${key}`);
      }
      assert.doesNotMatch(text.replace(plural, ''), /, *plural|[{}]{2}/, `${file}: ${key}`);
    }
  }
  // A place before a word in the plural counts, and once in a while the count is 1.
  for (const [key, text] of Object.entries(english)) {
    const counted = [...text.replace(plural, '').matchAll(/\{\w+\} (?:[a-z-]+ )?([a-z]+s)\b/g)].map(([, noun]) => noun);
    assert.deepEqual(counted.filter((noun) => !['as', 'does', 'has', 'is', 'its', 'this', 'was', 'classes'].includes(noun)), [], `${key}: ${text}`);
  }
});

test('every text the page names exists', () => {
  const named = [
    ...html.matchAll(/data-i18n(?:-\w+)?="([^"{]+)"/g),
    ...html.matchAll(/<!-- web\/templates\/shared\/explain.html (\S+) -->/g),
    ...scripts.matchAll(/\btext\("([^"]+)"/g),
    ...said.matchAll(/"([a-z]+\.[a-zA-Z.]+\w)"/g),
    ...page.matchAll(/\bT\("([^"]+[^".])"[,)]/g),
  ].map(([, key]) => key);
  assert.ok(named.length > 20);
  assert.deepEqual(named.filter((key) => !(key in english)), []);
});

test('every text is used', () => {
  const source = html + scripts + said + page;
  const prefixes = [
    ...scripts.matchAll(/`([a-zA-Z.]+\.)\$\{/g),
    ...said.matchAll(/"([a-z.]+\.)" ?\+/g),
    ...page.matchAll(/\bT\("([a-zA-Z.]+\.)" ?\+/g),
  ].map(([, prefix]) => prefix);
  const unused = Object.keys(english).filter(
    (key) => !source.includes(`"${key}"`) && !prefixes.some((prefix) => key.startsWith(prefix)));
  assert.deepEqual(unused, []);
});
