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

/** Tells it which height would suit, now and whenever the width changes: in the playground's form, in Embedly's and in
 * that of Canvas (LTI).
 * @param {import("./host.js").Host} host
 * @param {import("../page.js").Page} page
 */
export function hintHeight(host, page) {
  page.on("height", ({ height }) => {
    host.tell("resize", { height });
    host.post(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
    host.post(JSON.stringify({ subject: "lti.frameResize", height }));
  });
  const hint = () => page.do("host", "width", String(innerWidth));
  addEventListener("resize", hint);
  hint();
}
