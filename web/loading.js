import { byId } from "./dom.js";
import { LoadError } from "./loader.js";

/** Milliseconds without a byte after which a reader is asked whether to wait. */
const PATIENCE = 30_000;

/** What covers the pictures until the engine has come, or tells why it did not. */
export class Loading {
  #problem = byId("problem", HTMLElement);
  #stalled = byId("stalled", HTMLElement);
  #timer = 0;

  /** @param {import("./language.js").Language} language */
  constructor(language) {
    this.language = language;
    byId("reload", HTMLButtonElement).onclick = () => location.reload();
    byId("wait", HTMLButtonElement).onclick = () => this.waits();
  }

  /** The texts are there: from now on what happens can be told. */
  start() {
    this.#problem.hidden = true;
    document.documentElement.dataset.state = "loading";
    document.documentElement.dataset.started = "";
  }

  /** Waits until the reader, or the page around this one, wants the engine loaded.
   * @param {Promise<void>} asked by the page around
   */
  async ask(asked) {
    const cover = byId("ask", HTMLElement);
    const clicked = new Promise((resolve) => (byId("load", HTMLButtonElement).onclick = resolve));
    cover.hidden = false;
    await Promise.race([asked, clicked]);
    cover.hidden = true;
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
   * @param {number} total bytes
   */
  progress(loaded, total) {
    if (loaded === total) this.came();
    else this.waits();
    Object.assign(byId("loading-bar", HTMLProgressElement), { max: total, value: loaded });
    const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(1);
    byId("loading-bytes", HTMLElement).textContent = this.language.text("loading.of", { loaded: megabytes(loaded), total: megabytes(total) });
  }

  /** Says in one sentence what failed and what to do. Without any locale the page's own sentence stands.
   * @param {unknown} error
   */
  fail(error) {
    this.came();
    const key = `problem.${error instanceof LoadError ? error.message : "broken"}`;
    const text = this.language.text(key);
    if (text !== key) byId("problem-text", HTMLElement).textContent = text;
    this.#problem.hidden = false;
    document.documentElement.dataset.state = "failed";
    /** @type {HTMLElement} */ (document.querySelector(".window")).inert = true;
  }
}

/** Tells whether every style sheet has come. Of another file in its place browsers make an empty sheet, one that
 * cannot be read or none; a page without an origin can read none of them.
 */
export function styled() {
  const rules = [...document.querySelectorAll("link")].filter(({ rel }) => rel === "stylesheet").map(({ sheet }) => {
    try {
      return sheet?.cssRules.length ?? 0;
    } catch {
      return 0;
    }
  });
  return Math.min(...rules) > 0 || Math.max(...rules) === 0;
}
