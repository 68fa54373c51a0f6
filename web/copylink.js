import { byId } from "./dom.js";

/** The button that copies the address of the run. */
export class CopyLink {
  /**
   * @param {import("./address.js").Address} address
   * @param {import("./run.js").Run} run
   * @param {import("./language.js").Language} language
   * @param {import("./notices.js").Notices} notices
   */
  constructor(address, run, language, notices) {
    const button = byId("copy-link", HTMLButtonElement);
    button.disabled = false;
    button.addEventListener("click", async () => {
      const link = address.link();
      try {
        await navigator.clipboard.writeText(link);
        notices.show(language.text(run.engine.replayable() ? "notice.copied" : "notice.copiedSettings"));
      } catch {
        // Pages in frames and without https may not write to the clipboard.
        notices.show(language.text("notice.copy", { link }), { lasting: true });
      }
    });
  }
}
