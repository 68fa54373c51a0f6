import { copyText } from "../clipboard.js";
import { element, say } from "../dom.js";
import { save as saveFile } from "../saving.js";
import { highlighted } from "./numpy/python.js";

/** @typedef {import("../types.js").PanelContext} PanelContext */

/** The name of the file that is downloaded. */
const FILE = "shallows.py";
/** Milliseconds in which to find out whether the program can assert its cost: at a time, and when it is asked for. */
const BUDGET = 20;
const PRESSED = 2000;

/** The run as a program for NumPy, to read, to copy and to keep. */
class NumPyPanel {
  id = "numpy";
  update = () => {};
  unmount = () => {};

  /**
   * @param {HTMLElement} host
   * @param {PanelContext} context
   */
  mount(host, { engine, language }) {
    const code = element("code", { translate: "no" });
    const view = element("pre", { class: "numpy-code", id: "numpy-code", tabindex: 0, role: "region", "data-i18n-label": "numpy.code" }, code);
    const status = element("span", { class: "caption", role: "status", id: "numpy-status" });
    const copy = element("button", { type: "button", class: "button", id: "numpy-copy", "data-i18n": "numpy.copy" });
    const save = element("button", { type: "button", class: "button", id: "numpy-download", "data-i18n": "numpy.download" });
    const note = element("p", { class: "caption" });
    host.append(element("div", { class: "numpy" },
      element("p", { class: "panel-lead", "data-i18n": "numpy.lead" }),
      note,
      element("div", { class: "panel-actions" }, copy, save, status),
      view));

    let script = "";
    let timer = 0;
    copy.addEventListener("click", async () => {
      settle(PRESSED);
      const copied = await copyText(script, () => document.getSelection()?.selectAllChildren(code));
      if (copied) document.getSelection()?.removeAllRanges();
      status.textContent = language.text(copied ? "numpy.copied" : "numpy.selected");
    });
    save.addEventListener("click", () => {
      settle(PRESSED);
      saveFile(new Blob([script], { type: "text/x-python" }), FILE);
      status.textContent = language.text("numpy.saved", { file: FILE });
    });

    this.update = () => {
      say(note, language.text(engine.replayable() ? "numpy.replays" : "numpy.edited"));
      settle(BUDGET);
    };
    /** @param {number} milliseconds */
    const settle = (milliseconds) => {
      // What is selected must not change under the reader's hand.
      if (isSelected(code)) return;
      clearTimeout(timer);
      if (!engine.settleNumpy(milliseconds)) timer = window.setTimeout(() => settle(BUDGET), BUDGET);
      const now = engine.numpy();
      if (now === script) return;
      script = now;
      status.textContent = "";
      code.replaceChildren(...highlighted(script));
    };
    document.addEventListener("selectionchange", this.update);
    this.unmount = () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", this.update);
    };
  }
}

/** Whether some of an element's text is selected.
 * @param {Element} target
 */
function isSelected(target) {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(target, true);
}

export const numpy = new NumPyPanel();
