import { byId } from "../dom.js";
import { isPlain } from "./message.js";

/** What the commands work on.
 * @typedef {object} Page
 * @property {import("../run.js").Run} run
 * @property {import("../theme.js").Theme} theme
 * @property {import("../figure/paper.js").Paper} paper
 */

/** A command of the page around this one: the payloads it takes and what it answers. None can do more than a link
 * and the page's own buttons.
 * @typedef {object} Command
 * @property {(payload: any) => boolean} takes
 * @property {(page: Page, payload: any) => unknown} run
 */

const MOST_STEPS = 1e6;
const MOST_POINTS = 1000;

const nothing = (/** @type {unknown} */ payload) => payload == null;

/** Whether a payload has the one field, of a possible value.
 * @param {string} name
 * @param {(value: any) => boolean} possible
 */
const field = (name, possible) => (/** @type {unknown} */ payload) =>
  isPlain(payload) && Object.keys(payload).length === 1 && Object.hasOwn(payload, name) && possible(payload[name]);

/** @param {unknown} point */
const isPoint = (point) => Array.isArray(point) && point.length === 2 && point.every(Number.isFinite);

/** All commands, by the types of their messages. @type {Record<string, Command>} */
export const commands = {
  load: { takes: nothing, run: () => null },
  run: { takes: nothing, run: ({ run }) => run.play() },
  pause: { takes: nothing, run: ({ run }) => run.pause() },
  reset: { takes: nothing, run: ({ run }) => run.reset() },
  step: {
    takes: field("steps", (steps) => Number.isInteger(steps) && steps > 0 && steps <= MOST_STEPS),
    run: async ({ run }, { steps }) => {
      await run.step(steps);
      return run.metrics();
    },
  },
  getConfig: { takes: nothing, run: ({ run }) => run.engine.config() },
  setConfig: {
    takes: field("config", (config) => typeof config === "string" || isPlain(config)),
    run: ({ run }, { config }) => ({ warnings: typeof config === "string" ? run.open(config).warnings : run.set(config) }),
  },
  getMetrics: { takes: nothing, run: ({ run }) => run.metrics() },
  predict: {
    takes: field("points", (points) => Array.isArray(points) && points.length <= MOST_POINTS && points.every(isPoint)),
    run: ({ run }, { points }) => run.engine.predict(points),
  },
  snapshot: { takes: nothing, run: ({ paper }) => paper.snapshot().canvas.toDataURL() },
  getShareUrl: {
    takes: nothing,
    run: ({ run }) => {
      const address = new URL(location.href);
      address.search = "";
      address.hash = run.engine.hash();
      return address.href;
    },
  },
  focus: { takes: nothing, run: () => byId("play", HTMLButtonElement).focus() },
  setTheme: {
    takes: field("theme", (theme) => ["auto", "light", "dark"].includes(theme)),
    run: ({ theme }, { theme: around }) => theme.follow(around),
  },
};
