import { byId } from "./dom.js";
import { LoadError } from "./loader.js";

/** Milliseconds without a byte after which a reader is asked whether to wait. */
const PATIENCE = 30_000;

/** What covers the pictures until the engine has come, or tells why it did not. */
export class Loading {
  #panel = byId("loading", HTMLElement);
  #bar = byId("loading-bar", HTMLProgressElement);
  #bytes = byId("loading-bytes", HTMLElement);
  #problem = byId("problem", HTMLElement);
  #stalled = byId("stalled", HTMLElement);
  #timer = 0;

  /** @param {import("./language.js").Language} language */
  constructor(language) {
    this.language = language;
    const retry = byId("retry", HTMLButtonElement);
    retry.hidden = false;
    for (const button of [retry, byId("reload", HTMLButtonElement)]) button.onclick = () => location.reload();
    byId("wait", HTMLButtonElement).onclick = () => this.waits();
  }

  /** The texts are there: from now on what happens can be told. */
  start() {
    this.#problem.hidden = true;
    document.documentElement.dataset.state = "loading";
    document.documentElement.dataset.started = "";
  }

  /** Bytes are on their way; when none comes for a while, the reader is asked. */
  waits() {
    this.came();
    this.#timer = setTimeout(() => (this.#stalled.hidden = false), PATIENCE);
  }

  /** All bytes have come. */
  came() {
    clearTimeout(this.#timer);
    this.#stalled.hidden = true;
  }

  /**
   * @param {number} loaded bytes
   * @param {number} total bytes, 0 where unknown
   */
  progress(loaded, total) {
    if (loaded === total) this.came();
    else this.waits();
    if (total > 0) {
      this.#bar.max = total;
      this.#bar.value = Math.min(loaded, total);
    }
    const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(1);
    this.#bytes.textContent = this.language.text(total > 0 ? "loading.of" : "loading.bytes", { loaded: megabytes(loaded), total: megabytes(total) });
  }

  /** Tells whether every style sheet has come. Of another file in its place browsers make an empty sheet, one that
   * cannot be read or none; a page without an origin can read none of them.
   */
  styled() {
    const rules = [...document.querySelectorAll("link")].filter(({ rel }) => rel === "stylesheet").map(({ sheet }) => {
      try {
        return sheet?.cssRules.length ?? 0;
      } catch {
        return 0;
      }
    });
    return Math.min(...rules) > 0 || Math.max(...rules) === 0;
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
    this.came();
    const reason = error instanceof LoadError ? error.reason : "broken";
    if (this.language.has(`problem.${reason}`)) byId("problem-text", HTMLElement).textContent = this.language.text(`problem.${reason}`);
    this.#panel.hidden = true;
    this.#problem.hidden = false;
    document.documentElement.dataset.state = "failed";
  }
}
