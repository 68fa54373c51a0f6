import { way } from "./run.js";

/** How deep listeners may change the run of whose changes they hear. */
const DEEPEST = 4;
/** Arguments that take as much of the stack as the engine may need. */
const ROOM = new Array(16_384).fill(0);
/** What a script gave, for Go to judge: JSON refuses a BigInt, and leaves out functions and what is no value. @param {unknown} given */
const json = (given) => JSON.stringify(given, (_, value) => (typeof value === "bigint" ? `${value}n` : value)) ?? "";

/** The events, by the effects of engine/page that tell them. */
const events = { change: "changed", step: "stepped", state: "state" };

/** window.playground: the run for scripts in the page or its console, described in docs/scripting.md.
 * @param {Promise<{page: import("./page.js").Page, reached: Promise<void>}>} start reached when the run of the address stands
 * @returns {import("./types.js").Playground}
 */
export function playground(start) {
  /** @type {import("./page.js").Page | null} */
  let started = null;
  /** Listeners that are being told, each from within the one before it. */
  let depth = 0;
  let benches = 0;
  const ready = start.then(({ page, reached }) => {
    started = page;
    return reached;
  });
  // A page that cannot start says so itself; a rejection that no script waits for is no news.
  ready.catch(() => {});

  const run = () => {
    if (!started) throw new Error("not ready: await playground.ready first");
    // The engine would not survive the end of the stack: here it is an error of the script alone.
    (() => {}).apply(null, /** @type {any} */ (ROOM));
    return started;
  };
  /** The run, to be changed: a listener that answers each change by another has an end. */
  const changing = () => {
    if (depth > DEEPEST) throw new RangeError(`a listener of on() changed the run of whose change it heard, ${DEEPEST} times within each other`);
    return run();
  };

  /** Takes what a change answers, and returns what is said of it.
   * @template T
   * @param {T & {answer: string}} changed
   */
  const taken = ({ answer, ...said }) => {
    run().take(answer);
    return said;
  };

  return {
    ready,
    get: () => run().engine.config(),
    hash: () => run().engine.hash(),
    metrics: () => run().engine.metrics(),
    params: () => run().engine.params(),
    predict: (points) => run().engine.predict(points),
    data: () => run().engine.data(),
    reach: () => run().engine.reach(),
    play: () => changing().do("run", "play"),
    pause: () => changing().do("run", "pause"),
    reset: () => changing().do("run", "reset"),
    setData: (points) => taken(changing().engine.setData(points)),
    set: (change) => taken(changing().engine.set(change)),
    step: async (n = 1) => void (await way(changing(), "script step", json(n))),
    goTo: async (step) => void (await way(changing(), "script go", json(step))),
    until: async (where) => (await way(changing(), "script until", json(where))).reached,
    async bench(plan) {
      const page = changing();
      const [name, asked] = [String(++benches), plan === Object(plan) ? { ...plan } : plan]; // each member is read once
      asked?.signal?.throwIfAborted();
      asked?.signal?.addEventListener("abort", () => page.do("script", "cancel", name));
      const forget = page.on("bench", ({ name: of, ended, runs }) => of === name && asked.onProgress?.({ ended, runs }));
      const { rows } = await way(page, "script bench", name, json(asked)).finally(forget);
      if (!rows) throw asked.signal?.aborted ? asked.signal.reason : new Error("the engine has ended");
      return { rows };
    },
    on(event, listener) {
      if (!Object.hasOwn(events, event)) throw new TypeError(`on(event, listener): the events are ${Object.keys(events).join(", ")}`);
      if (typeof listener !== "function") throw new TypeError("on(event, listener): listener must be a function");
      return run().on(/** @type {keyof import("./types.js").Effects} */ (events[event]), (/** @type {any} */ detail) => {
        depth++;
        try {
          listener(event === "step" ? run().engine.metrics() : event === "state" ? detail.state : detail);
        } finally {
          depth--;
        }
      });
    },
  };
}
