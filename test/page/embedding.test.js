/** docs/embedding.md shows what the share dialog writes, and every form of it. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { snippets } from '../../web/share/snippets.js';

/** The figure of the guide. */
const figure = {
  site: 'https://playground.example/',
  fragment: 'v=1&data=moons&init=xavier&lr=0.03&opt=adam',
  query: { ui: 'figure' },
  title: 'Moons, four tanh units',
  width: 600,
  height: 360,
  picture: 'moons.png',
};

const guide = await readFile(new URL('../../docs/embedding.md', import.meta.url), 'utf8');
const shown = [...guide.matchAll(/<!-- snippet: (.*) -->\n(`{3,})\w+\n([^]*?)\n?\2\n/g)].map(([, name, , text]) => ({ name, text }));

const written = snippets.flatMap(({ id, write, once }) => [
  { name: id, text: write(figure) },
  ...(once ? [{ name: `${id}, once`, text: once.write(figure).trimEnd() }] : []),
]);

test('the guide has every form', () => {
  assert.deepEqual(shown.map(({ name }) => name).sort(), written.map(({ name }) => name).sort());
});

for (const { name, text } of written) {
  test(`the guide shows ${name} as it is written`, () => {
    assert.equal(shown.find((each) => each.name === name)?.text, text);
  });
}
