import { hintHeight } from "./height.js";
import { report } from "./news.js";

/** Lets the page around this one follow and drive the run.
 * @param {import("./host.js").Host | null} host none where there is no page around that may
 * @param {import("./commands.js").Page} page
 * @param {string} shape of the page
 * @param {boolean} webgl2
 */
export function embed(host, page, shape, webgl2) {
  if (!host) return;
  host.tell("ready", { config: page.run.engine.config(), metrics: page.run.engine.metrics() });
  if (!webgl2) host.tell("error", { reason: "noWebGL2" });
  report(host, page.run);
  hintHeight(host, shape);
  host.open(page);
}
