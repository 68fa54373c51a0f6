/** What the frame does with the messages of the page around it, by a clock of the test's own; engine/page/host knows the commands. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Emitter } from '../../web/emitter.js';
import { Host } from '../../web/embedding/host.js';
import { textOf } from '../../web/embedding/message.js';

const notes = 'https://notes.example';

/**
 * A frame whose engine has what it hears wait, and takes its time for it.
 * @param {import('node:test').TestContext} t
 * @param {{clock?: boolean, address?: {search: string, hash: string}, takes?: number}} [options] clock whether the clock moves, takes milliseconds for a command
 */
function frame(t, { clock = true, address = { search: '', hash: '' }, takes = 1 } = {}) {
  let now = 0;
  /** @type {{act: () => void, at: number}[]} */
  const due = [];
  /** @type {any[]} */
  const posted = [];
  /** @type {(event: any) => void} */
  let hear = () => {};
  const parent = { postMessage: (/** @type {unknown} */ message, /** @type {string} */ to) => posted.push({ ...Object(message), to }) };
  const scope = /** @type {any} */ (globalThis);
  scope.window = { parent };
  scope.innerWidth = 600;
  scope.addEventListener = (/** @type {string} */ name, /** @type {() => void} */ listener) => name === 'message' && (hear = listener);
  t.after(() => {
    delete scope.window;
    delete scope.innerWidth;
    delete scope.addEventListener;
  });
  t.mock.method(performance, 'now', () => (clock ? now : 0));
  t.mock.method(globalThis, 'setTimeout', (/** @type {() => void} */ act, /** @type {number} */ wait) => due.push({ act, at: now + wait }));
  /** @type {any[]} */
  const waiting = [];
  const page = /** @type {any} */ (new Emitter());
  page.engine = {
    hear(/** @type {string} */ text) {
      const command = JSON.parse(text);
      if (command.type === 'ended') throw new Error('the engine has ended');
      const refusal = command.type === 'none' ? 'no command none' : '';
      if (!refusal && waiting.length < 100) waiting.push(command);
      return { refusal, waits: waiting.length > 0 };
    },
    metrics: () => ({ at: now }),
  };
  let done = 0;
  page.do = (/** @type {string[]} */ ...words) => {
    if (words[1] === 'width') return;
    now += takes;
    done++;
    const { id, type } = waiting.shift();
    page.emit('post', { to: [id], type: 'result', call: type === 'snapshot' || type === 'metrics' ? type : '', given: null, says: null });
    page.emit('waits', { more: waiting.length > 0 });
  };
  const host = new Host(address);
  let id = 0;
  let reads = 0;
  return {
    host, posted, page,
    done: () => done,
    now: () => now,
    reads: () => reads,
    pass: (/** @type {number} */ time) => void (now += time),
    open: (snapshot = () => 'data:image/png;base64,AAAA') => host.open(page, snapshot),
    /** Has what is due come about. */
    due() {
      for (due.sort((a, b) => a.at - b.at); due[0]?.at <= now;) due.shift()?.act();
    },
    post(/** @type {unknown} */ data, { cost = 0.02, origin = notes, source = parent } = {}) {
      this.due();
      hear({ source, origin, get data() { now += cost; reads++; return data; } });
    },
    send(/** @type {string} */ type, /** @type {{origin?: string, source?: any}} */ from = {}) {
      this.post({ nnpg: 1, id: ++id, type, payload: null }, from);
      return id;
    },
    /** Lets the time pass until nothing waits any more. */
    async rest() {
      do {
        await new Promise((resolve) => setImmediate(resolve));
        const timer = due.sort((a, b) => a.at - b.at).shift();
        now = Math.max(now, timer?.at ?? 0);
        timer?.act();
      } while (due.length > 0);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('commands are answered: with what is said, what a call gives, why they are refused or fail', async (t) => {
  const page = frame(t);
  page.open(() => { throw new Error('no room'); });
  for (const type of ['reset', 'metrics', 'snapshot', 'none', 'ended']) page.send(type);
  await page.rest();
  assert.deepEqual(page.posted.sort((a, b) => a.id - b.id).map(({ id, type, payload }) => [id, type, payload?.at ? 'metrics' : payload]), [[1, 'result', null], [2, 'result', 'metrics'],
    [3, 'failure', { message: 'no room' }], [4, 'failure', { message: 'no command none' }], [5, 'failure', { message: 'the engine has ended' }]]);
  assert.ok(page.posted.every(({ nnpg, to }) => nnpg === 1 && to === '*'));
});

test('a flood takes half of the time', async (t) => {
  for (const takes of [1, 26, 74]) {
    const page = frame(t, { takes });
    page.open();
    for (let i = 0; i < 10_000; i++) page.send('reset');
    await page.rest();
    assert.ok(page.done() * takes <= 500 + takes + page.now() / 2, `${page.done()} of ${takes} ms in ${page.now()} ms`);
  }
});

test('sixty commands at once and sixty a second, however short they are', async (t) => {
  const page = frame(t, { takes: 0.1 });
  page.open();
  for (let i = 0; i < 10_000; i++) page.send('reset');
  const seconds = page.now() / 1000;
  assert.ok(page.done() >= 60 && page.done() <= 61 + 60 * seconds, `${page.done()} in ${seconds} seconds`);
});

test('a clock that stands still does not keep commands from being carried out', async (t) => {
  const page = frame(t, { clock: false });
  page.open();
  for (let i = 0; i < 100; i++) page.send('reset');
  await page.rest();
  assert.equal(page.done(), 100);
});

test('messages that are costly to read are not read without end', async (t) => {
  const page = frame(t);
  page.open();
  // They come every 10 ms and take 5 to read.
  for (let i = 0; i < 1000; i++) {
    page.post('x', { cost: 5 });
    page.pass(5);
  }
  assert.ok(5 * page.reads() <= 250 + 5 + page.now() / 4, `${page.reads()} read in ${page.now()} ms`);
});

test('after messages that were costly to read others are read in time', async (t) => {
  const page = frame(t);
  page.open();
  for (let i = 0; i < 3; i++) page.post('x', { cost: 2000 });
  page.send('reset');
  await page.rest();
  assert.equal(page.posted[0]?.type, 'result');
});

test('before there is an engine load alone is heard, of whom the address plainly names; the rest waits for what the engine says', async (t) => {
  for (const [search, origin, early, late] of /** @type {[string, string, boolean, string][]} */ ([
    ['', notes, true, '*'], ['?origin=https://notes.example', notes, true, notes], ['?origin=https://other.example', notes, false, 'https://other.example'],
    ['?origin=*', notes, false, ''], ['?orign=https://notes.example', notes, false, ''], ['?&%6frigin=https://notes.example', notes, true, notes], ['?Origin=https://notes.example', notes, false, notes],
  ])) {
    const page = frame(t, { address: { search, hash: '' } });
    let asked = false;
    void page.host.asked.then(() => (asked = true));
    page.send('reset', { origin });
    page.send('load', { origin });
    page.send('load', { source: {} });
    await page.rest();
    assert.equal(asked, early, search);
    assert.deepEqual(page.posted, []);
    page.host.origin = late;
    page.open();
    await page.rest();
    assert.deepEqual(page.posted.map(({ id, to }) => [id, to]), late === '*' || late === origin ? [[1, late], [2, late]] : [], search);
    page.host.tell('ready', {});
    assert.equal(page.posted.filter(({ type }) => type === 'ready').length, late === '' ? 0 : 1);
  }
});

test('of whom an address is plain before there is an engine, and of whom not', (t) => {
  /** @type {[string, string][]} */
  const addresses = [
    ['', '*'], ['?ui=figure&load=click&title=Four%20tanh%20units#v=1&data=moons', '*'], ['?title=Margins+and+the+origin', '*'], ['?title=100%', '*'], ['#v=1&z=1.origin-orign', '*'], ['?lang=zh-Hans&title=%E5%9B%BE', '*'],
    [`?origin=${notes}`, notes], [`?ui=min&origin=${encodeURIComponent(notes)}&lang=en#v=1`, notes], [`?origin=${notes}/week1.html`, notes], ['?origin=HTTPS://M%C3%BCnchen.example:443', 'https://xn--mnchen-3ya.example'],
    ['?origin=http://[::1]:8000/', 'http://[::1]:8000'], ['?origin=http://localhost:8000', 'http://localhost:8000'],
    ...[`origin=${notes}&origin=${notes}`, `origin=${notes}&Origin=https://a.example`, 'origin=', 'origin=*', 'origin=null', 'origin=https://*.example', 'origin=https://a.example,https://b.example', 'origin=https://a@b.example',
      'origin=https://a.example:99999', 'origin=data:text/html,x', 'origin=https:notes.example', `ori%E2%80%8Bgin=${notes}`, `origin%253D${notes}`, `ui=min&amporigin=${notes}`, `origin[]=${notes}`, `origin:${notes}`, `orign=${notes}`,
      `oirgin=${notes}`, `orgiin=${notes}`, `rigin=${notes}`, `ui=figure%2526origin=${notes}`, `ui=figureorigin=${notes}`, `title=Moons%26origin=${notes}`, `title=Moons?origin=${notes}`, `title=Moons%2526origin%253D${notes}`,
      `title=Moons\\u0026origin\\u003d${notes}`, `${encodeURIComponent('ｏｒｉｇｉｎ＝')}${notes}`, `title=Moons${encodeURIComponent('＆ｏｒｉｇｉｎ＝')}${notes}`, 'k=1&'.repeat(100_000)].map((query) => /** @type {[string, string]} */ ([`?${query}`, ''])),
    ['?ui=figure#v=1&orign=*', ''], ['#origin', ''],
  ];
  for (const [address, origin] of addresses) {
    const { search, hash } = new URL(address, 'https://playground.example/');
    assert.equal(frame(t, { address: { search, hash } }).host.origin, origin, address.slice(0, 80));
    t.mock.restoreAll();
  }
});

test('metrics come at most four times a second, and the last are those where the run stops', async (t) => {
  const { page, open, pass, due, posted, rest, now } = frame(t);
  open();
  while (now() < 10_000) {
    pass(10);
    page.emit('stepped', null);
    due();
  }
  const stopped = now();
  await rest();
  const told = posted.filter(({ type }) => type === 'metrics').map(({ payload }) => payload.at);
  const gaps = told.slice(1).map((at, i) => at - told[i]);
  assert.ok(Math.min(...gaps) >= 250, `gaps of ${gaps}`);
  assert.ok(told.length >= 38, `${told.length} in ten seconds`);
  assert.ok(told[told.length - 1] >= stopped, `${told[told.length - 1]}`);
});

test('a message is plain and small, or none', () => {
  /** @type {any} */
  const cyclic = { payload: { config: {} } };
  cyclic.payload.config.lr = cyclic;
  let shared = /** @type {unknown[]} */ ([1]);
  for (let i = 0; i < 7; i++) shared = Array(1000).fill(shared);
  for (const data of [undefined, null, 0, 'reset', [], new Map([['nnpg', 1]]), new Date(0), new Uint8Array(8), new Error('x'), cyclic, { id: NaN }, { id: 1n }, { payload: new Map() }, { payload: { a: new ArrayBuffer(8) } },
    { payload: { points: new Float64Array(4) } }, { payload: Infinity }, { payload: { a: 'x'.repeat(70_000) } }, { payload: { ['x'.repeat(70_000)]: 1 } }, { payload: Array(1e9) }, { payload: shared }, { payload: new Blob([]) },
    { payload: { points: [[[[[[[[[[1]]]]]]]]]] } }, { payload: new Proxy({}, { getPrototypeOf: () => null }) }]) assert.equal(textOf(data), null);
  for (const [data, text] of /** @type {[unknown, string][]} */ ([[{}, '{}'], [{ payload: undefined }, '{"payload":null}'], [{ points: Array(2) }, '{"points":[null,null]}'], [{ points: [undefined, -0] }, '{"points":[null,0]}'],
    [JSON.parse('{"__proto__": {"steps": 5}}'), '{"__proto__":{"steps":5}}'], [{ id: '\ud800', more: true }, '{"id":"\\ud800","more":true}']])) assert.equal(textOf(data), text);
});
