import { byReader } from "./embedding/frame.js";

/** Says, seen and spoken, that the run started over because the reader changed a setting that it begins with.
 * @param {import("./run.js").Run} run
 * @param {import("./language.js").Language} language
 * @param {import("./notices.js").Notices} notices
 */
export function tellRestarts(run, language, notices) {
  /** @type {HTMLElement | null} */
  let notice = null;
  let { step } = run.metrics();
  run.on("step", (metrics) => (step = metrics.step));
  run.on("change", ({ cause, restarted }) => {
    const lost = restarted && step > 0 && ["set", "drag"].includes(cause);
    step = run.metrics().step;
    // A slider that is moved while the run plays starts it over many times.
    if (lost && byReader() && !notice?.isConnected) notice = notices.show(language.text("notice.restarted"));
  });
}
