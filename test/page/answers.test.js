/** What the element makes of what its frame says: a frame is another page, and may say anything. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { inspect } from 'node:util';

const site = 'https://playground.example/nn/';
const scope = /** @type {any} */ (globalThis);
scope.document = { currentScript: { src: `${site}web/embed.js` } };
const { answers, events, like } = await import('../../web/embed/answers.js');
const { pipe } = await import('../../web/embed/pipe.js');

const metrics = { step: 3, epoch: 3, cost: null, testCost: null, accuracy: 0.5, testAccuracy: null, diverged: false };
const config = { data: 'xor', n: 200, in: ['x1', 'x2'], net: [], act: ['tanh'], lr: 0.5 };
const warning = { key: 'x', value: '\u2028', used: '', reason: 'unknown' };

/** @type {Record<string, unknown[]>} */
const right = {
  run: [null], pause: [null], reset: [null], focus: [null], setTheme: [null],
  step: [metrics], getMetrics: [metrics, { ...metrics, more: 1 }], getConfig: [config, { ...config, net: [3, 2] }],
  setConfig: [{ warnings: [] }, { warnings: [warning], merged: 3 }], predict: [[], [0.1, NaN, 1]],
  snapshot: ['data:image/png;base64,iVBORw0KGgo='], getShareUrl: [`${site}#v=1`, `${site}index.html#v=1&net=3`],
};

/** @type {Record<string, unknown[]>} */
const rightEvents = {
  ready: [{ config, metrics }], change: [{ cause: 'set', restarted: true, config }], metrics: [metrics],
  state: [{ state: 'playing' }, { state: 'paused' }, { state: 'seeking' }], resize: [{ height: 360 }], error: [{ reason: 'noWebGL2' }],
  key: [{ key: 'ArrowRight', code: 'ArrowRight', keyCode: 39, bubbles: true }, { key: ' ', code: 'Space', keyCode: 32 }, { key: '.', code: 'Period' }],
};

/** @type {any} */
const cyclic = {};
cyclic.config = cyclic.metrics = cyclic.self = cyclic;
/** Wrong for every command and event but those that are answered with nothing. */
const wrong = [undefined, 0, true, '', 'null', 1n, [], [[]], {}, { state: null }, { toString: 1 }, { constructor: 1, test: 1 }, cyclic, new Map([['step', 1]]), new Set(), new Date(0), /x/, new Error('x'),
  new Uint8Array(4), new ArrayBuffer(4), JSON.parse('{"__proto__": {"step": 1, "net": [], "state": "playing"}}'), { step: '3' }, { step: {}, diverged: 0 }, { config: null, metrics: null }, { config, metrics: 5 },
  { config: { data: 'xor', net: {} }, metrics }, { data: 'xor', net: ['3'] }, { data: 'xor', net: { length: 1, 0: 3 } }, { warnings: {} }, { warnings: [null] }, { warnings: [[]] }, { warnings: 'x' }, ['0.5'], [null], [{}],
  { state: 'asleep' }, { state: ['playing'] }, { state: { toString: 1 } }, { height: '360' }, { height: null }, { reason: '<b>' }, { reason: 5 }, { key: 's', code: 'KeyS', keyCode: 83 }, { key: 'Enter', code: 'Enter', keyCode: 13 }, { key: 'fb', code: 'KeyF', keyCode: 70 }, { cause: 5, restarted: true, config },
  ...['5', true, [0.5], {}, new Number(5)].flatMap((odd) => ['step', 'epoch', 'cost', 'testCost', 'accuracy', 'testAccuracy'].map((name) => ({ ...metrics, [name]: odd }))),
  ...[null, {}, [[3]], [{}], [null], new String('x')].map((odd) => ({ ...config, lr: odd })), { ...config, act: [['tanh']] }, { ...config, net: [new Number(3)] }, { ...config, data: new String('xor') },
  { warnings: [{ ...warning, used: {} }] }, { warnings: [{ reason: 'unknown' }] }, new String('data:image/png;base64,iVBORw0KGgo='), new String(`${site}#v=1`), [new Number(1)],
  'data:image/svg+xml,<svg/>', 'data:text/html;base64,AAAA', 'data:image/png;base64,AAAA" onerror="x', 'data:image/png;base64,AA\nAA', 'https://evil.example/x.png', 'javascript:0', 'blob:https://evil.example/1',
  'https://evil.example/#v=1', 'https://playground.example.evil/nn/#v=1', 'https://playground.example/', '//playground.example/nn/', ` ${site}#v=1`, ['data:image/png;base64,AAAA'], [`${site}#v=1`]];

test('what a playground says is like it', () => {
  for (const [type, payloads] of Object.entries(right)) for (const payload of payloads) assert.ok(like(structuredClone(payload), answers[type]), `${type} ${payload}`);
  for (const [type, payloads] of Object.entries(rightEvents)) for (const payload of payloads) assert.ok(like(structuredClone(payload), events[type]), `${type} ${payload}`);
  assert.deepEqual(Object.keys(events).sort(), Object.keys(rightEvents).sort());
});

test('what is of another shape is not', () => {
  for (const [type, example] of [...Object.keys(right).map((type) => /** @type {const} */ ([type, answers[type]])), ...Object.entries(events)]) {
    for (const payload of wrong) {
      // Nothing is as good as null, an empty list is one of predictions.
      const fits = (payload === undefined && example === undefined) || (type === 'predict' && Array.isArray(payload) && payload.length === 0);
      assert.equal(like(structuredClone(payload), example), fits, `${type}: ${inspect(payload)}`);
    }
  }
});

/** A frame that the test speaks for. @param {import('node:test').TestContext} t */
function open(t) {
  /** @type {(event: any) => void} */
  let listen = () => {};
  scope.addEventListener = (/** @type {string} */ _, /** @type {() => void} */ listener) => (listen = listener);
  scope.removeEventListener = () => (listen = () => {});
  t.after(() => {
    delete scope.addEventListener;
    delete scope.removeEventListener;
  });
  /** @type {any[]} */
  const sent = [];
  const contentWindow = { postMessage: (/** @type {unknown} */ message, /** @type {string} */ to) => sent.push({ message, to }) };
  /** @type {[string, unknown][]} */
  const heard = [];
  const made = pipe(/** @type {any} */ ({ contentWindow }), 'https://playground.example', (type, payload) => heard.push([type, payload]));
  const say = (/** @type {unknown} */ data, source = /** @type {unknown} */ (contentWindow), origin = 'https://playground.example') => listen({ source, origin, data: structuredClone(data) });
  return { ...made, sent, heard, say };
}

test('messages of no shape throw nothing and are heard by nobody', (t) => {
  const { say, heard, send } = open(t);
  const waits = send('getMetrics');
  waits.catch(() => {});
  for (const odd of [...wrong, null]) {
    say(odd);
    for (const type of ['metrics', 'state', 'ready', 'error', 'snapshot', 'nothing', 'constructor', '__proto__', 'toString', '', odd]) {
      say({ nnpg: 1, id: null, type, payload: odd });
      say({ nnpg: 1, id: odd, type, payload: null });
      say({ nnpg: odd, id: null, type, payload: metrics });
    }
  }
  assert.deepEqual(heard, []);
});

test('an answer of another shape is none', async (t) => {
  const { say, send } = open(t);
  for (const type of Object.keys(answers)) {
    for (const payload of [null, ...wrong.slice(0, 6)]) {
      const answer = send(type);
      // Two answers to one command: the first is the one that counts.
      const id = /** @type {any} */ (ids += 1);
      say({ nnpg: 1, id, type: 'result', payload });
      say({ nnpg: 1, id, type: 'result', payload: right[type][0] });
      await assert.rejects(answer, /no answer/, type);
    }
  }
});
let ids = 0;

test('a failure is told whatever it says of itself', async (t) => {
  const { say, send } = open(t);
  for (const [i, payload] of [undefined, null, 5, {}, { message: 5 }, { message: { toString: 1 } }, { message: null }, cyclic].entries()) {
    const answer = send('getMetrics');
    say({ nnpg: 1, id: i + 1, type: ['failure', 'failed', null, {}][i % 4], payload });
    await assert.rejects(answer, { name: 'Error', message: 'no answer' });
  }
  const answer = send('getMetrics');
  say({ nnpg: 1, id: 9, type: 'failure', payload: { message: 'no examples' } });
  await assert.rejects(answer, { message: 'no examples' });
});

test('another window, another origin and late answers are not heard', async (t) => {
  const { say, send, heard, close } = open(t);
  const answer = send('getMetrics');
  say({ nnpg: 1, id: 1, type: 'result', payload: { ...metrics, step: 7 } }, {});
  say({ nnpg: 1, id: 1, type: 'result', payload: { ...metrics, step: 8 } }, undefined, 'https://evil.example');
  say({ nnpg: 1, id: null, type: 'metrics', payload: metrics }, undefined, 'null');
  say({ nnpg: 1, id: 1, type: 'result', payload: metrics });
  assert.deepEqual(await answer, metrics);
  const late = send('getMetrics');
  close();
  await assert.rejects(late, { message: 'put away' });
  say({ nnpg: 1, id: 2, type: 'result', payload: metrics });
  say({ nnpg: 1, id: null, type: 'metrics', payload: metrics });
  assert.deepEqual(heard, []);
});

test('commands go to the origin of the frame alone', (t) => {
  const { send, sent } = open(t);
  void send('step', { steps: 5 });
  assert.deepEqual(sent, [{ message: { nnpg: 1, id: 1, type: 'step', payload: { steps: 5 } }, to: 'https://playground.example' }]);
});
