import { byReader, framed } from "../embedding/frame.js";
import { typing } from "../keyboard.js";
import { modalOpen } from "../modal.js";
import { TableDialog } from "./dialog.js";
import { Keys } from "./keys.js";
import { Pen } from "./pen.js";
import { Plane } from "./plane.js";
import { Points } from "./points.js";
import { standardise } from "./standardise.js";
import { Tables } from "./tables.js";
import { Tool } from "./tool.js";
import { Toolbar } from "./toolbar.js";

/** What makes own data: tools below the picture, pointer and keyboard over it, files and pasted tables. It is there
 * while the run is over own data.
 */
export class Own {
  #tool = new Tool();
  #plane;
  #points;
  #pen;
  #keys;
  #toolbar;
  #tables;
  #dialog;
  /** Whether the run was over own data, with how many points. */
  #was = { own: false, points: 0 };
  /** Offers the other reading of the table that was opened last. @type {HTMLElement | null} */
  #offer = null;

  /**
   * @param {import("../run.js").Run} run
   * @param {import("../language.js").Language} language
   * @param {import("../slots.js").Slots} slots
   * @param {import("../pointing.js").Pointing} pointing
   * @param {import("../tooltip.js").Tooltip} tooltip
   * @param {import("../notices.js").Notices} notices
   * @param {boolean} scalable whether the reader may standardise
   */
  constructor(run, language, slots, pointing, tooltip, notices, scalable) {
    this.run = run;
    this.language = language;
    this.pointing = pointing;
    this.notices = notices;
    const full = () => notices.show(language.text("own.full"));
    const slot = slots.get("output");
    this.#plane = new Plane(slot);
    this.#points = new Points(run);
    this.#keys = new Keys(this.#plane, this.#points, this.#tool, language, full);
    this.#pen = new Pen(this.#plane, this.#points, this.#tool, tooltip, { at: (place) => this.#keys.place(place), full });
    this.#tables = new Tables(run, language, scalable);
    this.#dialog = new TableDialog(this.#tables, language, (outcome) => this.#tell(outcome));
    this.#toolbar = new Toolbar(this.#tool, language, {
      undo: () => this.#travel("undo"),
      redo: () => this.#travel("redo"),
      clear: () => this.#points.clear(),
      table: () => this.#dialog.show(),
    });
    slot.parentElement?.after(this.#toolbar.element);
    language.translate(/** @type {HTMLElement} */ (slot.closest(".zone")));

    addEventListener("keydown", (event) => this.#key(event));
    addEventListener("dragover", (event) => this.#drag(event));
    addEventListener("dragleave", (event) => event.relatedTarget === null && this.#drop(null));
    addEventListener("drop", (event) => this.#drop(event));
    addEventListener("paste", (event) => this.#paste(event));
    run.on("change", ({ cause, restarted }) => this.#changed(cause, restarted));
    language.on("change", () => this.#show());
    this.#tool.on("change", () => this.#show());
    this.#changed("open", true);
  }

  /** @param {import("../types.js").Layout} layout */
  lay(layout) {
    this.#plane.lay(layout);
  }

  /**
   * @param {import("../types.js").Cause} cause
   * @param {boolean} restarted
   */
  #changed(cause, restarted) {
    const { own, points } = this.run.engine.drawing();
    const [more, chosen] = [points - this.#was.points, own && !this.#was.own];
    this.#was = { own, points };
    if (!own || cause === "points" || cause === "open") this.#offer?.remove();
    if (restarted || cause === "travel") this.#rest();
    // Examples are numbered anew.
    const others = cause === "travel" ? more !== 0 : cause === "points" && (more < 0 || this.run.engine.config().test > 0);
    if (others) this.pointing.chooseExample(null);
    if (!own) this.#tool.choose(null);
    else if (chosen && cause === "set" && byReader()) this.#tool.choose("one");
    else if (cause === "open") this.#tool.choose(points === 0 && !framed ? "one" : null);
    this.#show();
  }

  #show() {
    const drawing = this.run.engine.drawing();
    const { chosen } = this.#tool;
    this.#toolbar.show(drawing);
    this.#plane.element.hidden = !drawing.own;
    if (chosen) this.#plane.element.dataset.tool = chosen;
    else delete this.#plane.element.dataset.tool;
    this.#plane.hint(drawing.points > 0 ? null : this.language.text(chosen ? "own.draw" : "own.choose"));
  }

  /** Lets go of what pointer and keyboard are at. */
  #rest() {
    this.#pen.stop();
    this.#keys.hide();
  }

  /** @param {"undo" | "redo"} way */
  #travel(way) {
    this.#rest();
    const done = { undo: "own.undone", redo: "own.redone" }[way];
    if (this.#points[way]()) this.#plane.tell(this.language.text(done, { points: this.#points.count }));
  }

  /** Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y, on a Mac with Command. @param {KeyboardEvent} event */
  #key(event) {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !["z", "y"].includes(key) || !this.#was.own || elsewhere(event)) return;
    event.preventDefault();
    this.#travel(key === "y" || event.shiftKey ? "redo" : "undo");
  }

  /** @param {DragEvent} event */
  #drag(event) {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    const behind = modalOpen() && !this.#dialog.shown;
    event.dataTransfer.dropEffect = behind ? "none" : "copy";
    document.documentElement.toggleAttribute("data-dropping", !behind);
  }

  /** @param {DragEvent | null} event */
  #drop(event) {
    document.documentElement.toggleAttribute("data-dropping", false);
    const file = event?.dataTransfer?.files[0];
    if (!file) return;
    event?.preventDefault();
    void this.#read(file);
  }

  /** @param {ClipboardEvent} event */
  #paste(event) {
    if (elsewhere(event) || !event.clipboardData) return;
    const file = event.clipboardData.files[0];
    const text = event.clipboardData.getData("text/plain");
    if (!file && !text) return;
    event.preventDefault();
    if (file && !text) void this.#read(file);
    else this.#tell(this.#tables.open(text));
  }

  /** @param {File} file */
  async #read(file) {
    if (this.#dialog.shown) return this.#dialog.read(file);
    this.#tell(await this.#tables.read(file));
  }

  /** Tells what came of opening a table, and offers what helps: another reading, and numbers with which training gets on.
   * @param {import("./tables.js").Outcome} outcome
   */
  #tell({ sentence, other, outOfScale }) {
    const scaled = outOfScale ? { action: standardise(this.run, this.language), lasting: true } : {};
    if (!other) return void this.notices.show(sentence, scaled);
    this.#offer = this.notices.show(sentence, { action: { label: other.label, run: () => this.#tell(other.open()) }, lasting: true });
    if (outOfScale) this.notices.show(this.language.text("own.outOfScale"), scaled);
  }
}

/** Whether an event is a text field's or a dialog's, not the page's.
 * @param {Event} event
 */
function elsewhere(event) {
  return modalOpen() || typing(event);
}
