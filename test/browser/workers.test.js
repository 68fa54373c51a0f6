/** Benches trained by workers, in Chromium; what they train and what becomes of it is held in engine/bench/pool. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visit } from './harness.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../../web/types.js').BenchPlan} BenchPlan */

/** Rows that differ in length and kind, one of which diverges. @type {BenchPlan} */
let plan = { from: '#v=1&out=linear&n=1000&test=20', vary: { net: [[1], [3]], lr: [0.1, 100] }, seeds: 3, steps: 1000, goal: { accuracy: 0.6 } };

/** @param {Page} page @param {BenchPlan} plan */
const bench = (page, plan) => page.evaluate(async (plan) => {
  let told = 0;
  const { rows } = await window.playground.bench({ ...plan, onProgress: ({ ended, runs }) => (told = ended / runs) });
  return { rows, told };
}, plan);

/** In the page: counts what workers report. */
function countReports() {
  let reports = 0;
  Object.defineProperty(window, 'reports', { get: () => reports });
  window.Worker = class extends Worker {
    /** @param {string | URL} address */
    constructor(address) {
      super(address);
      this.addEventListener('message', ({ data }) => (reports += data ? 1 : 0));
    }
  };
}

test('workers give what the page gives, and a run what its link does', async (t) => {
  const page = await visit(t, '', { prepare: (page) => page.addInitScript(countReports) });
  // A short bench may be over before the first of them has come.
  let byWorkers = await bench(page, plan);
  while (await page.evaluate(() => Reflect.get(window, 'reports')) === 0) byWorkers = await bench(page, (plan = { ...plan, steps: 2 * (plan.steps ?? 0) }));
  assert.equal(byWorkers.told, 1);
  assert.equal(byWorkers.rows.length, 4);
  assert.ok(byWorkers.rows.some(({ runs }) => runs.every(({ diverged }) => diverged)), 'none diverged');

  const alone = await visit(t, '', { prepare: (page) => page.addInitScript(() => Reflect.deleteProperty(window, 'Worker')) });
  assert.deepEqual(await bench(alone, plan), byWorkers);
  assert.equal(alone.workers().length, 0);

  const { fragment, runs } = byWorkers.rows[2];
  for (const run of runs) {
    const metrics = await alone.evaluate(async ({ link, steps }) => {
      const { playground } = window;
      playground.set(link);
      await playground.step(steps);
      const { epoch, ...metrics } = playground.metrics();
      return metrics;
    }, { link: `${fragment}&seed=${run.seed}`, steps: run.step });
    const { seed, reached, ...wanted } = run;
    assert.deepEqual(metrics, wanted);
  }

  await t.test('workers train while the page rests, and go when all is done', async () => {
    const came = page.waitForEvent('worker');
    const done = bench(page, { vary: { net: [[8, 8], [9, 9]] }, seeds: 4, steps: 3000 });
    await came;
    const worker = page.workers()[0];
    const gone = new Promise((resolve) => worker?.on('close', resolve));
    await page.locator('#step').click();
    assert.equal((await done).told, 1);
    await gone;
  });

  await t.test('what cannot be a plan is told in a sentence', async () => {
    const page = alone;
    const problems = await page.evaluate(async () => {
      /** @type {string[]} */
      const problems = [];
      for (const plan of [undefined, 7, { sead: 5 }, { seeds: 1e9 }, { from: '#v=1&lr=-1' }, { onProgress: 'now' }]) {
        await window.playground.bench(/** @type {any} */ (plan)).then(() => problems.push('taken'), ({ message }) => problems.push(message));
      }
      return problems;
    });
    for (const problem of problems) assert.match(problem, /^bench\(plan\)[:,] /);

    // A signal ends a bench, before it begins too; a run of its own goes on.
    const ends = await page.evaluate(async () => {
      const ends = [];
      const stop = new AbortController();
      const long = { seeds: 100, steps: 50_000, signal: stop.signal, onProgress: () => stop.abort('enough') };
      for (const plan of [long, long]) ends.push(await window.playground.bench(plan).catch((reason) => reason));
      const { rows } = await window.playground.bench({ seeds: 1, steps: 3, signal: new AbortController().signal });
      return [...ends, rows[0].runs[0].step];
    });
    assert.deepEqual(ends, ['enough', 'enough', 3]);
  });
});
