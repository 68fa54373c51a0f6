import { byId } from "../dom.js";
import { isPlain } from "./message.js";

const MOST_STEPS = 1e6;
const MOST_POINTS = 1000;
/** Settings of a command, or of several that become one: far more than there are. */
const MOST_SETTINGS = 200;
/** Pictures that may wait, each of another run: one takes as long as all else together. */
const MOST_PICTURES = 4;

const nothing = (/** @type {unknown} */ payload) => payload == null;

/** Whether a payload has the one field, of a possible value.
 * @param {string} name
 * @param {(value: any) => boolean} possible
 */
const field = (name, possible) => (/** @type {unknown} */ payload) =>
  isPlain(payload) && Object.keys(payload).length === 1 && Object.hasOwn(payload, name) && possible(payload[name]);

/** Array.every passes over what is missing in a sparse array; copying does not.
 * @param {unknown} point
 */
const isPoint = (point) => Array.isArray(point) && point.length === 2 && [...point].every(Number.isFinite);

const once = () => null;
const read = { takes: nothing, reads: true, join: once };
const act = { takes: nothing, join: once };
const press = (/** @type {string} */ button) => ({ ...act, run: (/** @type {import("./types.js").Page} */ { run }) => run.page.do("run", button) });

/** A later fragment replaces what came before it, later settings are added to earlier ones.
 * @param {{config: string | Record<string, unknown>}} earlier
 * @param {{config: string | Record<string, unknown>}} later
 */
function joinConfigs(earlier, later) {
  if (typeof later.config === "string") return later;
  if (typeof earlier.config === "string") return undefined;
  const config = { ...earlier.config, ...later.config };
  return Object.keys(config).length <= MOST_SETTINGS ? { config } : undefined;
}

/** All commands, by the types of their messages. @type {Record<string, import("./types.js").Command>} */
export const commands = {
  load: { ...read, run: () => null },
  run: press("play"),
  pause: press("pause"),
  reset: press("reset"),
  step: {
    takes: field("steps", (steps) => Number.isInteger(steps) && steps > 0 && steps <= MOST_STEPS),
    run: async ({ run }, { steps }) => {
      await run.way("step", steps);
      return run.engine.metrics();
    },
  },
  getConfig: { ...read, run: ({ run }) => run.engine.config() },
  setConfig: {
    takes: field("config", (config) => typeof config === "string" || (isPlain(config) && Object.keys(config).length <= MOST_SETTINGS)),
    join: joinConfigs,
    run: ({ run }, { config }, count) => {
      const warnings = typeof config === "string" ? run.open(config).warnings : run.set(config);
      return count > 1 ? { warnings, merged: count } : { warnings };
    },
  },
  getMetrics: { ...read, run: ({ run }) => run.engine.metrics() },
  predict: {
    takes: field("points", (points) => Array.isArray(points) && points.length <= MOST_POINTS && [...points].every(isPoint)),
    reads: true,
    run: ({ run }, { points }) => run.engine.predict(points),
  },
  snapshot: { ...read, most: MOST_PICTURES, run: ({ paper }) => paper.snapshot().canvas.toDataURL() },
  getShareUrl: {
    ...read,
    run: ({ run }) => {
      const address = new URL(location.href);
      address.search = "";
      address.hash = run.engine.hash();
      return address.href;
    },
  },
  focus: { ...act, run: () => byId("play", HTMLButtonElement).focus() },
  setTheme: {
    takes: field("theme", (theme) => ["auto", "light", "dark"].includes(theme)),
    join: (_, later) => later,
    run: ({ theme }, { theme: around }) => theme.follow(around),
  },
};
