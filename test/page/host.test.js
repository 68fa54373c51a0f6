/** What the frame does with the messages of the page around it, by a clock of the test's own. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Host } from '../../web/embedding/host.js';

/** Milliseconds that it takes to read a message and to change settings. */
const READING = 0.02;
const SETTING = 26;

/**
 * A frame with a run that takes its time.
 * @param {import('node:test').TestContext} t
 * @param {{clock?: boolean}} [options] clock whether the clock moves
 */
function frame(t, { clock = true } = {}) {
  let now = 0;
  /** @type {{act: () => void, at: number}[]} */
  const due = [];
  /** @type {any[]} */
  const posted = [];
  /** @type {[string, unknown][]} */
  const done = [];
  /** @type {(event: any) => void} */
  let hear = () => {};
  const parent = { postMessage: (/** @type {unknown} */ message) => posted.push(message) };
  const scope = /** @type {any} */ (globalThis);
  scope.window = { parent };
  scope.addEventListener = (/** @type {string} */ _, /** @type {() => void} */ listener) => (hear = listener);
  t.after(() => {
    delete scope.window;
    delete scope.addEventListener;
  });
  t.mock.method(performance, 'now', () => (clock ? now : 0));
  t.mock.method(globalThis, 'setTimeout', (/** @type {() => void} */ act, /** @type {number} */ wait) => due.push({ act, at: now + wait }));
  const does = (/** @type {string} */ what, /** @type {number} */ time, /** @type {any} */ result = null) => (/** @type {unknown} */ given) => {
    now += time;
    done.push([what, given]);
    return result;
  };
  const run = { open: does('open', SETTING, { warnings: [] }), set: does('set', SETTING, []), page: { do: (/** @type {string} */ _, /** @type {string} */ button) => does(button, 1)(undefined) },
    engine: { metrics: does('metrics', 1, { step: 0 }), predict: does('predict', 1, []), config: does('config', 1, {}) } };
  const paper = { snapshot: does('snapshot', 74, { canvas: { toDataURL: () => 'data:image/png;base64,AAAA' } }) };
  const host = new Host('');
  let id = 0;
  let reads = 0;
  return {
    host, posted, done,
    now: () => now,
    reads: () => reads,
    pass: (/** @type {number} */ time) => void (now += time),
    open: () => host.open(/** @type {any} */ ({ run, paper })),
    /** Answers by id. */
    answers: () => new Map(posted.filter((message) => message.id !== null).map((message) => [message.id, message])),
    post(/** @type {unknown} */ data, cost = READING) {
      for (due.sort((a, b) => a.at - b.at); due[0]?.at <= now;) due.shift()?.act();
      hear({ source: parent, origin: 'https://notes.example', get data() { now += cost; reads++; return data; } });
    },
    send(/** @type {string} */ type, /** @type {unknown} */ payload = null) {
      this.post({ nnpg: 1, id: ++id, type, payload });
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

test('of ten thousand settings the last holds, each is answered, and little is done', async (t) => {
  const page = frame(t);
  page.open();
  for (let i = 1; i <= 10_000; i++) page.send('setConfig', { config: { lr: i } });
  await page.rest();
  assert.deepEqual(page.done.at(-1), ['set', { lr: 10_000 }]);
  assert.ok(page.done.length < 60, `${page.done.length} changes`);
  assert.ok(page.now() < 3000, `${page.now()} ms`);
  const answers = page.answers();
  assert.equal(answers.size, 10_000);
  const last = answers.get(10_000);
  assert.deepEqual(last, { nnpg: 1, id: 10_000, type: 'result', payload: { warnings: [], merged: last.payload.merged } });
  assert.ok(last.payload.merged > 1, 'it says so');
});

test('settings that wait become one, a later fragment takes their place', async (t) => {
  const page = frame(t);
  for (const config of [{ lr: 1, l2: 1 }, { lr: 2 }, '#v=1', { net: [2] }, { lr: 3 }, '#v=1&net=5', { lr: 4 }, { ['__proto__']: 5 }]) page.send('setConfig', { config });
  page.open();
  await page.rest();
  assert.equal(page.done.length, 2);
  assert.deepEqual(page.done[0], ['open', '#v=1&net=5']);
  assert.deepEqual(Object.entries(/** @type {object} */ (page.done[1][1])), [['lr', 4], ['__proto__', 5]]);
  assert.deepEqual([...page.answers().values()].map(({ payload }) => payload.merged), [6, 6, 6, 6, 6, 6, 2, 2]);
});

test('a setting is not carried past a command that stands between', async (t) => {
  const page = frame(t);
  for (const lr of [1, 2]) {
    page.send('setConfig', { config: { lr } });
    page.send('getConfig');
  }
  page.open();
  await page.rest();
  assert.deepEqual(page.done.map(([what]) => what), ['set', 'config', 'set', 'config']);
  assert.deepEqual(page.posted.map(({ id }) => id), [1, 2, 3, 4]);
});

test('what only reads is read once for all who wait', async (t) => {
  const page = frame(t);
  for (let i = 0; i < 500; i++) page.send(i % 2 ? 'snapshot' : 'getMetrics');
  page.open();
  await page.rest();
  assert.deepEqual(page.done.map(([what]) => what), ['metrics', 'snapshot']);
  assert.equal(page.answers().size, 500);
});

test('of pictures between settings few wait, the others are refused, and the settings hold', async (t) => {
  const page = frame(t);
  for (let i = 1; i <= 500; i++) {
    page.send('snapshot');
    page.send('setConfig', { config: { lr: i } });
  }
  page.open();
  await page.rest();
  assert.equal(page.done.filter(([what]) => what === 'snapshot').length, 4);
  assert.deepEqual(page.done.at(-1), ['set', { lr: 500 }]);
  const answers = [...page.answers().values()];
  assert.equal(answers.length, 1000);
  assert.equal(answers.filter(({ type, payload }) => type === 'failure' && payload.message === 'too many snapshot wait').length, 496);
});

test('more settings than there can be are refused', async (t) => {
  const page = frame(t);
  page.open();
  const many = (/** @type {number} */ count) => ({ config: Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, i])) });
  const [refused, taken] = [page.send('setConfig', many(2500)), page.send('setConfig', many(200))];
  await page.rest();
  assert.equal(page.answers().get(refused)?.type, 'failure');
  assert.equal(page.answers().get(taken)?.type, 'result');
});

test('a flood takes half of the time, whatever it asks for', async (t) => {
  for (const [type, payload] of /** @type {[string, unknown][]} */ ([['snapshot', null], ['setConfig', { config: '#v=1' }], ['predict', { points: [] }], ['reset', null], ['run', { bad: 1 }], ['none', null]])) {
    const page = frame(t);
    page.open();
    const commands = [['setConfig', { config: { lr: 1 } }], [type, payload]];
    // No two alike stand together.
    for (let i = 0; i < 10_000; i++) page.send(/** @type {string} */ (commands[i % 2][0]), commands[i % 2][1]);
    await page.rest();
    const worked = page.done.reduce((sum, [what]) => sum + ({ set: SETTING, open: SETTING, snapshot: 74 }[what] ?? 1), 0);
    assert.ok(worked <= 500 + 100 + page.now() / 2, `${type}: ${worked} of ${page.now()} ms`);
    assert.ok(page.now() < 12_000, `${type}: ${page.now()} ms`);
  }
});

test('sixty commands at once and sixty a second, however short they are', async (t) => {
  const page = frame(t);
  page.open();
  for (let i = 0; i < 10_000; i++) page.send(i % 2 ? 'pause' : 'reset');
  const seconds = page.now() / 1000;
  assert.ok(page.done.length >= 60 && page.done.length <= 61 + 60 * seconds, `${page.done.length} in ${seconds} seconds`);
});

test('a clock that stands still does not keep commands from being carried out', async (t) => {
  const page = frame(t, { clock: false });
  page.open();
  for (let i = 0; i < 100; i++) page.send(i % 2 ? 'pause' : 'reset');
  await page.rest();
  assert.equal(page.done.length, 100);
});

test('messages that are costly to read are not read without end', async (t) => {
  const page = frame(t);
  page.open();
  // They come every 10 ms and take 5 to read.
  for (let i = 0; i < 1000; i++) {
    page.post('x', 5);
    page.pass(5);
  }
  assert.ok(5 * page.reads() <= 250 + 5 + page.now() / 4, `${page.reads()} read in ${page.now()} ms`);
});

test('after messages that were costly to read others are read in time', async (t) => {
  const page = frame(t);
  page.open();
  for (let i = 0; i < 3; i++) page.post('x', 2000);
  page.send('getMetrics');
  await page.rest();
  assert.equal(page.answers().get(1)?.type, 'result');
});

test('messages of any other shape are as if they had not come', async (t) => {
  const page = frame(t);
  page.open();
  /** @type {any} */
  const cyclic = { nnpg: 1, id: 1, type: 'setConfig', payload: { config: {} } };
  cyclic.payload.config.lr = cyclic;
  let shared = /** @type {unknown[]} */ ([1]);
  for (let i = 0; i < 7; i++) shared = Array(1000).fill(shared);
  const command = (/** @type {object} */ change) => ({ nnpg: 1, id: 1, type: 'reset', payload: null, ...change });
  for (const data of [undefined, null, 0, 'reset', [], {}, new Map([['nnpg', 1]]), new Date(0), new Uint8Array(8), new Error('x'), cyclic,
    command({ nnpg: '1' }), command({ nnpg: 2 }), command({ id: null }), command({ id: NaN }), command({ id: {} }), command({ id: '' }), command({ id: 'x'.repeat(65) }), command({ id: true }),
    command({ type: '' }), command({ type: 'x'.repeat(65) }), command({ type: null }), command({ type: ['reset'] }), command({ more: 1 }), command({ ['__proto__']: {} }),
    command({ payload: new Map() }), command({ payload: { a: 1n } }), command({ payload: { a: new ArrayBuffer(8) } }), command({ payload: { points: new Float64Array(4) } }), command({ payload: Infinity }),
    command({ payload: { a: 'x'.repeat(70_000) } }), command({ payload: { ['x'.repeat(70_000)]: 1 } }), command({ payload: Array(1e9) }), command({ payload: shared }), command({ payload: new Blob([]) }),
    command({ payload: new Proxy({}, { getPrototypeOf: () => null }) })]) page.post(data);
  await page.rest();
  assert.deepEqual(page.posted, []);
  assert.deepEqual(page.done, []);
});

test('a payload of another shape is refused', async (t) => {
  const page = frame(t);
  page.open();
  const hole = Array(2);
  const hidden = JSON.parse('{"__proto__": {"steps": 5}}');
  /** @type {[string, unknown][]} */
  const wrong = [['predict', { points: [hole] }], ['predict', { points: Array(3) }], ['predict', { points: [[1, null]] }], ['predict', { points: [[1, 2, 3]] }], ['predict', { points: { length: 1 } }],
    ['predict', { points: Array(1001).fill([1, 1]) }], ['predict', [[1, 1]]], ['step', hidden], ['step', { steps: '5' }], ['step', { steps: [5] }], ['step', { steps: -1 }], ['step', { steps: 1e6 + 1 }],
    ['step', 5], ['setConfig', { config: [] }], ['setConfig', { config: null }], ['setConfig', 'v=1'], ['setTheme', { theme: ['dark'] }], ['setTheme', null], ['reset', {}], ['reset', []], ['reset', false],
    ['toString', null], ['__proto__', null], ['constructor', null], ['hasOwnProperty', null], ['Reset', null]];
  for (const [type, payload] of wrong) page.send(type, payload);
  await page.rest();
  assert.deepEqual(page.posted.map(({ type }) => type), wrong.map(() => 'failure'));
  assert.deepEqual(page.done, []);
});

test('a command that fails is answered so, to all who sent it', async (t) => {
  const page = frame(t);
  for (let i = 0; i < 3; i++) page.send('getShareUrl');
  page.open();
  await page.rest();
  assert.deepEqual(page.posted.map(({ id, type }) => [id, type]), [[1, 'failure'], [2, 'failure'], [3, 'failure']]);
});
