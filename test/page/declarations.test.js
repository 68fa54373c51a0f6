/** web/embed.d.ts, as it is served: alone, and with what web/embed.js has. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const path = (/** @type {string} */ name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** A script of a reader's: every method, with what it takes and resolves to. */
const script = `
import type { PlaygroundElement, PlaygroundEvents } from "./embed";

async function drive(e: PlaygroundElement) {
  const nothing: void[] = [await e.load(), await e.destroy()];
  const nulls: null[] = [await e.run(), await e.pause(), await e.reset(), await e.focus()];
  const steps: number[] = [(await e.step()).step, (await e.step(5)).epoch, (await e.getMetrics()).step];
  const cost: number | null = (await e.getMetrics()).testCost;
  const net: number[] = (await e.getConfig()).net;
  const warnings = [...(await e.setConfig({ lr: 0.1, net: [4] })).warnings, ...(await e.setConfig("#v=1")).warnings];
  const outputs: number[] = await e.predict([[1, 2]]);
  const texts: (string | null)[] = [await e.snapshot(), await e.getShareUrl(), warnings[0].key];
  // @ts-expect-error No such setting.
  await e.setConfig({ speed: 1 });
  return [nothing, nulls, steps, cost, net, outputs, texts];
}

const element: PlaygroundElement | null = document.querySelector("nn-playground");
element?.addEventListener("nn-metrics", ({ detail }) => detail.cost?.toFixed(6));
element?.addEventListener("nn-error", ({ detail }) => detail.reason === "timeout");
element?.addEventListener("nn-state", ({ detail }) => detail.state === "asleep");
const events: (keyof PlaygroundEvents)[] = ["nn-ready", "nn-change", "nn-metrics", "nn-state", "nn-resize", "nn-error"];
export { drive, events };
`;

test('a TypeScript of one’s own compiles with the declarations alone', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'declarations-'));
  t.after(() => rm(folder, { recursive: true }));
  await copyFile(path('web/embed.d.ts'), join(folder, 'embed.d.ts'));
  await writeFile(join(folder, 'notes.ts'), script);
  const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'es2022', '--moduleResolution', 'bundler', '--types', ''];
  assert.doesNotThrow(() => execFileSync(process.execPath, [path('node_modules/typescript/bin/tsc'), ...options, join(folder, 'notes.ts')], { encoding: 'utf8' }));
});

test('the declarations, the script and the guide have the same methods and events', async () => {
  const [declared, code, guide] = await Promise.all(['web/embed.d.ts', 'web/embed.js', 'docs/protocol.md'].map((name) => readFile(path(name), 'utf8')));
  const all = (/** @type {string} */ text, /** @type {RegExp} */ pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();
  const methods = all(declared, /^ {2}(\w+)\(/gm);
  assert.equal(methods.length, 13);
  for (const name of methods) {
    assert.match(code, new RegExp(`^  (async )?${name}\\(|\\b${name}: (0|")`, 'm'), `the script has ${name}`);
    assert.match(guide, new RegExp(`\`${name}\\(`), `the guide has ${name}`);
  }
  const events = all(declared, /"nn-(\w+)": CustomEvent/g);
  assert.deepEqual(all(guide, /`nn-(\w+)`/g), events);
});
