import { byId } from "./dom.js";

/** More characters than every program takes in a link. */
export const LONG = 2000;

/** The button that copies the address of the run. */
export class CopyLink {
  /**
   * @param {import("./address.js").Address} address
   * @param {import("./language.js").Language} language
   * @param {import("./notices.js").Notices} notices
   */
  constructor(address, language, notices) {
    const button = byId("copy-link", HTMLButtonElement);
    button.disabled = false;
    button.addEventListener("click", async () => {
      const link = address.link();
      try {
        await navigator.clipboard.writeText(link);
        notices.show(language.text("notice.copied"));
      } catch {
        // Pages in frames and without https may not write to the clipboard.
        notices.show(language.text("notice.copy", { link }), { lasting: true });
      }
      if (link.length > LONG) notices.show(language.text("notice.longLink", { length: link.length }));
    });
  }
}
