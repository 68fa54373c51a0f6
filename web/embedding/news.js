/** Milliseconds between metrics while the run plays. */
const PAUSE = 250;

/** Tells the page around this one what happens in the run.
 * @param {import("./host.js").Host} host
 * @param {import("../run.js").Run} run
 */
export function report(host, run) {
  /** @type {ReturnType<typeof setTimeout> | 0} */
  let timer = 0;
  let told = -Infinity;
  const tell = () => {
    timer = 0;
    told = performance.now();
    host.tell("metrics", run.engine.metrics());
  };
  const tellSoon = () => (timer ||= setTimeout(tell, Math.max(0, told + PAUSE - performance.now())));
  run.page.on("stepped", tellSoon);
  run.page.on("changed", ({ cause, restarted }) => {
    host.tell("change", { cause, restarted, config: run.engine.config() });
    tellSoon();
  });
  run.page.on("state", ({ state }) => host.tell("state", { state }));
}
