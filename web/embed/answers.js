/** What a frame may say. It is another page, so what it says is looked at before the host's page gets it. */

import { site } from "./site.js";

const metrics = { step: 0, epoch: 0, cost: null, testCost: null, accuracy: null, testAccuracy: null, diverged: true };

/** Settings are texts, numbers, switches and lists of them. @param {any} value */
const config = (value) => like(value, { data: "", net: [0] }) && Object.values(value).flat().every((part) => /^[snb]/.test(typeof part));

/** The answers to commands that are not null, by example. @type {Record<string, unknown>} */
export const answers = {
  step: metrics,
  getMetrics: metrics,
  getConfig: config,
  setConfig: { warnings: [{ key: "", value: "", used: "", reason: "" }] },
  predict: [0],
  // The element shows the one and goes on from the other.
  snapshot: /^data:image\/png;base64,[\w+/]+=*$/,
  getShareUrl: { test: (/** @type {string} */ link) => link.startsWith(site.href) },
};

/** The events, by example. @type {Record<string, unknown>} */
export const events = {
  ready: { config, metrics },
  change: { cause: "", restarted: true, config },
  metrics,
  state: { state: /^(playing|paused|seeking)$/ },
  resize: { height: 0 },
  key: { key: /^(Arrow|Page|Home|End|Esc|F5|[ bf.]$)/ },
  error: { reason: /^\w+$/ },
};

/** Whether a value is like an example: of the same kind, for null a number or null, for a function what it says, for a
 * pattern a text that fits, for an object one with at least these fields, for an array one whose items are all like the
 * first. What has come in a message has no constructor but those of this page.
 * @param {any} value
 * @param {any} example
 * @returns {boolean}
 */
export function like(value, example) {
  if (example === null) return value === null || like(value, 0);
  if (example?.call) return example(value);
  if (example?.test) return like(value, "") && example.test(value);
  if (value?.constructor !== example?.constructor || (value && typeof value !== typeof example)) return false;
  return Object.keys((example?.map ? value : example) ?? 0).every((key) => like(value[key], example[example.map ? 0 : key]));
}
