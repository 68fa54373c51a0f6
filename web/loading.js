import { byId } from "./dom.js";
import { LoadError } from "./loader.js";

/** What covers the pictures until the engine has come, or tells why it did not. */
export class Loading {
  #panel = byId("loading", HTMLElement);
  #bar = byId("loading-bar", HTMLProgressElement);
  #bytes = byId("loading-bytes", HTMLElement);
  #problem = byId("problem", HTMLElement);

  /** @param {import("./language.js").Language} language */
  constructor(language) {
    this.language = language;
    byId("retry", HTMLButtonElement).addEventListener("click", () => location.reload());
  }

  /**
   * @param {number} loaded bytes
   * @param {number} total bytes, 0 where unknown
   */
  progress(loaded, total) {
    if (total > 0) {
      this.#bar.max = total;
      this.#bar.value = Math.min(loaded, total);
    }
    const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(1);
    this.#bytes.textContent = this.language.text(total > 0 ? "loading.of" : "loading.bytes", { loaded: megabytes(loaded), total: megabytes(total) });
  }

  /** The engine is there. */
  done() {
    this.#panel.hidden = true;
  }

  /** The run of the address stands. */
  ready() {
    document.documentElement.dataset.state = "ready";
  }

  /** Says in one sentence what failed and what to do. Without any locale the page's own sentence stands.
   * @param {unknown} error
   */
  fail(error) {
    const reason = error instanceof LoadError ? error.reason : "broken";
    if (this.language.has(`problem.${reason}`)) byId("problem-text", HTMLElement).textContent = this.language.text(`problem.${reason}`);
    this.#panel.hidden = true;
    this.#problem.hidden = false;
    document.documentElement.dataset.state = "failed";
  }
}
