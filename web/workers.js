import { addressOf } from "./assets.js";

/** Milliseconds for which reports wait for one another, so that the page hears of many workers at once. */
const PATIENCE = 50;

/** Has benches trained by workers, one a core, as engine/bench/pool asks; where there can be none it trains here.
 * @param {import("./page.js").Page} page
 */
export function workers(page) {
  /** @type {Map<string, Worker>} */
  const all = new Map();
  let named = 0;
  /** How many there are to be. */
  let wanted = 0;
  /** @type {string[]} */
  const reports = [];
  const report = () => page.do("workers", "report", ...reports.splice(0));

  /** @param {WebAssembly.Module} module */
  const hire = (module) => {
    const name = String(++named);
    const worker = new Worker(addressOf("trainer.js"));
    all.set(name, worker);
    worker.onmessage = ({ data }) => {
      if (!all.has(name)) return;
      if (!data) page.do("workers", "came", name);
      else if (reports.push(name, data) === 2) setTimeout(report, PATIENCE);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      if (all.delete(name)) page.do("workers", "lost", name);
    };
    worker.postMessage(module);
  };

  page.on("workers", async ({ most }) => {
    wanted = Math.min(most, navigator.hardwareConcurrency || 1);
    if (wanted === 0) {
      for (const worker of all.values()) worker.terminate();
      all.clear();
    }
    // A document of an opaque origin can have none.
    if (wanted <= all.size || window.shallowsSealed) return;
    try {
      // Whatever type a server gives it.
      const file = await fetch(addressOf("trainer.wasm"));
      const module = await WebAssembly.compile(await file.arrayBuffer());
      while (all.size < wanted) hire(module);
    } catch {
      // The page trains by itself.
    }
  });
  page.on("order", ({ worker, text }) => all.get(worker)?.postMessage(text));
}
