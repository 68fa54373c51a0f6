/** The texts that other people's pages take: whatever the title, each language reads the run and the title out of its text. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { oneLine } from '../../web/line.js';
import { isPicture } from '../../web/share/escape.js';
import { snippets } from '../../web/share/snippets.js';

const title = 'A "q" & <b>it</b> \'s \\ `t` {y} [z](w)\n*m* $x$ 月';
const line = title.replace('\n', ' ');
/** @type {import('../../web/share/snippets.js').Figure} */
const figure = {
  site: 'https://notes.example/nn/',
  fragment: 'v=1&data=moons&lr=0.5&net=4,4',
  query: { ui: 'figure', lang: 'zh-Hans', theme: '', load: 'click', run: '1', title },
  title,
  width: 600,
  height: 360,
  picture: 'moons (1).png',
};

/**
 * @param {string} id
 * @param {Partial<import('../../web/share/snippets.js').Figure>} [change]
 */
function write(id, change) {
  const snippet = snippets.find((each) => each.id === id);
  assert.ok(snippet, id);
  return snippet.write({ ...figure, ...change });
}

/**
 * The value of the first attribute of a name, read as HTML.
 * @param {string} text
 * @param {string} name
 */
function attribute(text, name) {
  const found = text.match(new RegExp(` ${name}="([^"]*)"`));
  assert.ok(found, `${name} in ${text}`);
  return unescape(found[1]);
}

/** @param {string} text */
function unescape(text) {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** @param {string} text */
function withoutBackslashes(text) {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/**
 * @param {string} address
 * @param {Record<string, string>} query
 */
function assertAddress(address, query) {
  const url = new URL(address);
  assert.equal(url.origin + url.pathname, figure.site);
  assert.deepEqual(Object.fromEntries(url.searchParams), query);
  assert.equal(url.hash, `#${figure.fragment}`);
}

const framed = { ui: 'figure', lang: 'zh-Hans', load: 'click', run: '1', title: line };
const alone = { lang: 'zh-Hans', run: '1', title: line };

test('the link is the whole page with the run', () => {
  assertAddress(write('link'), alone);
  assert.equal(write('link', { query: {} }), 'https://notes.example/nn/#v=1&data=moons&lr=0.5&net=4,4');
});

test('the element says how it is shown, and holds a link and a picture', () => {
  const [script, open, inside, close] = write('html').split('\n');
  assert.equal(script, '<script async src="https://notes.example/nn/web/embed.js"></script>');
  assert.equal(attribute(open, 'config'), figure.fragment);
  assert.equal(attribute(open, 'ui'), 'figure');
  assert.equal(attribute(open, 'lang'), 'zh-Hans');
  assert.equal(attribute(open, 'run'), '1');
  assert.equal(attribute(open, 'loading'), 'click');
  assert.equal(attribute(open, 'title'), line);
  assert.deepEqual([attribute(open, 'width'), attribute(open, 'height')], ['600', '360']);
  assert.doesNotMatch(open, /style/);
  assert.doesNotMatch(open, /theme/);
  assertAddress(attribute(inside, 'href'), alone);
  assert.equal(attribute(inside, 'src'), figure.picture);
  assert.equal(attribute(inside, 'alt'), line);
  assert.equal(close, '</nn-playground>');
  assert.ok(write('html', { picture: '' }).includes('A &quot;q&quot; &amp; &lt;b&gt;it&lt;/b&gt;'));
});

test('a frame is sandboxed, lazy and of its size, with a link below it', () => {
  for (const id of ['iframe', 'mdx']) {
    const text = write(id);
    assertAddress(attribute(text, 'src'), framed);
    assertAddress(attribute(text, 'href'), alone);
    for (const [name, value] of Object.entries({ sandbox: 'allow-scripts', loading: 'lazy', width: '600', height: '360', title: line }))
      assert.equal(attribute(text, name), value, `${id}: ${name}`);
  }
  assert.equal(JSON.parse(write('mdx').match(/>\{(.*)\}<\/a>/)?.[1] ?? ''), line);
});

test('Markdown is a picture with a link; without a picture it is a link', () => {
  const [, alt, picture, address] = write('markdown').match(/^\[!\[(.*)\]\(([^ ()]*)\)\]\(([^ ()]*)\)$/) ?? [];
  assert.equal(withoutBackslashes(alt), line);
  assert.equal(decodeURIComponent(picture), figure.picture);
  assertAddress(address, alone);
  assert.doesNotMatch(alt, /(?<!\\)[[\]<>`*{}$]/);
  assertAddress(write('markdown', { picture: '' }).match(/^\[.*\]\(([^ ()]*)\)$/)?.[1] ?? '', alone);
});

test('MyST has a directive with a caption', () => {
  const [open, ...rest] = write('myst').split('\n');
  assertAddress(open.replace(/^:::\{iframe\} /, ''), framed);
  assert.deepEqual(rest.slice(0, 3), [':width: 80%', `:title: ${line}`, ':placeholder: moons%20%281%29.png']);
  assert.match(rest[3], /^\[.*\]\(https:[^ ()]*\)$/);
  assert.equal(rest[4], ':::');
});

test('a cell of Jupyter has strings that Python reads', () => {
  const text = write('jupyter');
  const [, source] = text.match(/IFrame\(\s*("[^\n]*"),\n/) ?? [];
  assertAddress(JSON.parse(source), framed);
  assert.match(text, /width="600",\n\s*height=360,/);
  assert.match(text, /'sandbox="allow-scripts"'/);
  const extra = text.match(/("title=.*")\]/)?.[1] ?? '';
  assert.equal(attribute(` ${JSON.parse(extra)}`, 'title'), line);
  const link = JSON.parse(text.match(/HTML\((".*")\)/)?.[1] ?? '');
  assertAddress(attribute(link, 'href'), alone);
  assert.equal(unescape(link.match(/>(.*)<\/a>$/)?.[1] ?? ''), line);
});

test('Quarto has the element for HTML and the picture for the rest', () => {
  const text = write('quarto');
  const [web, paper] = text.split('\n\n');
  assert.equal(web, `::: {.content-visible when-format="html"}\n\`\`\`{=html}\n${write('html')}\n\`\`\`\n:::`);
  assert.equal(paper, `::: {.content-visible unless-format="html"}\n${write('markdown')}\n:::`);
});

test('Hugo has a call, and a shortcode for all of them', () => {
  const call = write('hugo');
  const given = Object.fromEntries([...call.matchAll(/ (\w+)=(?:"([^"]*)"|`([^`]*)`)/g)].map(([, key, plain, raw]) => [key, plain ?? raw]));
  const { link, title: told, ...rest } = given;
  assert.deepEqual(rest, {
    config: figure.fragment, ui: 'figure', run: '1', lang: 'zh-Hans', loading: 'click', width: '600', height: '360', picture: figure.picture,
  });
  assert.equal(told, line.replaceAll('`', "'"));
  assertAddress(link, alone);
  const once = snippets.find(({ id }) => id === 'hugo')?.once;
  assert.equal(once?.path, 'layouts/shortcodes/nn-playground.html');
  for (const key of Object.keys(given)) assert.ok(once?.write(figure).includes(`"${key}"`), key);
});

test('no text of a title ends its line', () => {
  for (const { id, write: text } of snippets) {
    const plain = text({ ...figure, title: 'a', query: { title: 'a' } }).split('\n').length;
    assert.equal(text({ ...figure, title: 'a\n\n\u2028b', query: { title: 'a\r\n\nb' } }).split('\n').length, plain, id);
  }
});

/** Titles that mean to get out of where they stand. */
const hostile = ['\ud800', 'a\udc00b\ud83d', '\u202egnp.exe\u202c', '\u2066x', '\0\x01\x1b[31m\x7f\x85', 'a\u2028b\u2029c\ufeff', '\ufffe\uffff', '"', "'", '\\', '\\"', `\\'"`, '`', '```\n:::', '$$', '{{ x }}', '{% x %}', '{{< x >}}', '>}}',
  '</a></figure><script>', '-->', ']]>', '&quot;&lt;', '&#34;', '](x)', '![x](y)', '{iframe}', ':name: x', '"""', "\'\'\'", '\\n', '\\N{BULLET}', '\\x41', '${x}', '{x}', '*/', '//', '#', '=', '\u0627\u200d\u200c', '👩‍🏫', ''];

test('whatever the title, each text keeps its form, and the title comes back from it', () => {
  let seed = 1;
  const random = (/** @type {number} */ n) => (seed = (seed * 48271) % 2147483647) % n;
  const titles = [...hostile, ...Array.from({ length: 500 }, () => Array.from({ length: 1 + random(6) }, () => hostile[random(hostile.length)]).join(random(2) ? ' ' : ''))];
  for (const title of titles) {
    const read = oneLine(title);
    for (const { id, write: text } of snippets) {
      const written = text({ ...figure, title, query: { title } });
      assert.doesNotMatch(written, /\p{Cs}/u, `${id}: ${JSON.stringify(title)}`);
      assert.doesNotMatch(written, /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/, `${id}: ${JSON.stringify(title)}`);
      assert.equal(written.split('\n').length, text({ ...figure, title: 'a', query: { title: 'a' } }).split('\n').length, `${id}: ${JSON.stringify(title)}`);
      if (['html', 'iframe', 'mdx'].includes(id)) assert.equal(attribute(written, 'title'), read, id);
      if (id === 'iframe') assert.equal(unescape(written.match(/<figcaption><a href="[^"]*">([^<]*)<\/a><\/figcaption>/)?.[1] ?? 'none'), read);
      if (id === 'markdown') assert.equal(withoutBackslashes(written.match(/^\[!\[(.*)\]\(moons%20%281%29\.png\)\]\([^ ()]*\)$/)?.[1] ?? 'none'), read);
      if (id === 'jupyter') {
        const [, , extra] = (written.match(/extras=\[(.*)\],$/m)?.[1] ?? '').match(/"(?:[^"\\]|\\.)*"|'[^']*'/g) ?? [];
        assert.equal(attribute(` ${extra.startsWith("'") ? extra.slice(1, -1) : JSON.parse(extra)}`, 'title'), read);
      }
    }
  }
});

test('a picture is a file beside the notes or an address of the web; another is left out', () => {
  const wrong = ['javascript:alert(1)', 'JavaScript:alert(1)', ' javascript:x', 'java\nscript:x', 'java\tscript:x', '\x01javascript:x', 'data:image/png;base64,AAAA', 'data:text/html,<script>', 'vbscript:x', 'blob:https://x/1', 'file:///etc/passwd',
    'C:\\pictures\\x.png', 'about:blank', 'mailto:x', 'https://', 'ftp://x/y.png'];
  for (const picture of wrong) {
    assert.ok(!isPicture(picture), picture);
    for (const { id } of snippets) assert.equal(write(id, { picture }), write(id, { picture: '' }), `${id}: ${picture}`);
  }
  for (const picture of ['', 'moons.png', 'moons (1).png', '月.png', '../images/moons.png', '/moons.png', './a:b.png', 'https://notes.example/moons.png?a=1&b=2', '//notes.example/x.png', 'javascript&colon;x', 'javascript%3Ax']) {
    assert.ok(isPicture(picture), picture);
  }
  // Markdown knows references to characters in addresses.
  assert.match(write('markdown', { picture: 'javascript&colon;x' }), /\(javascript&colon%3Bx\)/);
});
