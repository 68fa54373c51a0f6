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
  /** Offer what helps with the table that was opened last: another reading, and to standardise.
   * @type {{reading: HTMLElement | null, scaling: HTMLElement | null}}
   */
  #offers = { reading: null, scaling: null };

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
    const others = !own || cause === "points" || cause === "open";
    if (others) this.#offers.reading?.remove();
    if (others || !this.run.engine.outOfScale()) this.#offers.scaling?.remove();
    if (restarted || cause === "travel") this.#rest();
    // Examples are numbered anew.
    const renumbered = cause === "travel" ? more !== 0 : cause === "points" && (more < 0 || this.run.engine.config().test > 0);
    if (renumbered) this.pointing.chooseExample(null);
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
    const files = event?.dataTransfer?.files;
    if (!files?.length) return;
    event?.preventDefault();
    void this.#read(files);
  }

  /** @param {ClipboardEvent} event */
  #paste(event) {
    if (elsewhere(event) || !event.clipboardData) return;
    const { files } = event.clipboardData;
    const text = event.clipboardData.getData("text/plain");
    if (files.length === 0 && !text) return;
    event.preventDefault();
    if (!text) void this.#read(files);
    else this.#tell(this.#tables.open(text));
  }

  /** @param {FileList} files */
  async #read(files) {
    const [file, ...more] = files;
    if (more.length > 0) return void this.notices.show(this.language.text("own.problem.several"));
    if (this.#dialog.shown) return this.#dialog.read(file);
    this.#tell(await this.#tables.read(file));
  }

  /** Tells what came of opening a table, and offers what helps: another reading, and numbers with which training gets on.
   * @param {import("./tables.js").Outcome} outcome
   */
  #tell({ sentence, other, outOfScale }) {
    const scaled = { action: standardise(this.run, this.language), lasting: true };
    if (other) this.#offers.reading = this.notices.show(sentence, { action: { label: other.label, run: () => this.#tell(other.open()) }, lasting: true });
    if (outOfScale) this.#offers.scaling = this.notices.show(other ? this.language.text("own.outOfScale") : sentence, scaled);
    if (!other && !outOfScale) this.notices.show(sentence);
  }
}

/** Whether an event is a text field's or a dialog's, not the page's.
 * @param {Event} event
 */
function elsewhere(event) {
  return modalOpen() || typing(event);
}
