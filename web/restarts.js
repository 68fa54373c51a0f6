import { byReader } from "./embedding/frame.js";

/** Says, seen and spoken, that the run started over because the reader changed a setting that it begins with. A run that
 * diverged was nothing to lose.
 * @param {import("./run.js").Run} run
 * @param {import("./language.js").Language} language
 * @param {import("./notices.js").Notices} notices
 */
export function tellRestarts(run, language, notices) {
  /** @type {HTMLElement | null} */
  let notice = null;
  let { step, diverged } = run.metrics();
  run.on("step", (metrics) => ({ step, diverged } = metrics));
  run.on("change", ({ cause, restarted }) => {
    const lost = restarted && step > 0 && !diverged && ["set", "drag"].includes(cause);
    ({ step, diverged } = run.metrics());
    // A slider that is moved while the run plays starts it over many times.
    if (lost && byReader() && !notice?.isConnected) notice = notices.show(language.text("notice.restarted"));
  });
}
