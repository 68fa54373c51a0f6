import { select } from "../clipboard.js";
import { byId, element } from "../dom.js";
import { fillDialog } from "../modal.js";
import { save } from "../saving.js";

/** The name of a saved file. */
const FILE = "points.csv";

/** The points as a table to read, to change, to paste over, to open and to save. A table that cannot be opened stays
 * there with what is wrong with it, unless it is so long that the field would take minutes to show it.
 */
export class TableDialog {
  #dialog = byId("table-dialog", HTMLDialogElement);
  #text = element("textarea", { id: "table-text", class: "table-text", rows: 14, spellcheck: "false", wrap: "off", autocomplete: "off", translate: "no", "data-i18n-label": "own.table", "aria-describedby": "table-lead" });
  #problem = element("p", { class: "table-problem", role: "alert" });
  #file = element("input", { type: "file", accept: ".csv,.tsv,.tab,.txt,.dat,.arff,text/csv,text/plain", hidden: true });

  /** A text that was refused when the dialog was closed over it, and the table of the points at that time.
   * @type {{text: string, sentence: string, over: string} | null}
   */
  #draft = null;

  /**
   * @param {import("./tables.js").Tables} tables
   * @param {import("../language.js").Language} language
   * @param {(outcome: import("./tables.js").Outcome) => void} opened tells what was opened
   */
  constructor(tables, language, opened) {
    this.tables = tables;
    this.language = language;
    this.opened = opened;
    const button = (/** @type {string} */ id, kind = "button") => element("button", { type: "button", id: `table-${id}`, class: kind, "data-i18n": `own.table.${id}` });
    const [open, saved, use] = [button("open"), button("save"), button("use", "button primary")];
    fillDialog(this.#dialog, "own.table",
      element("p", { id: "table-lead", class: "caption", "data-i18n": "own.table.lead" }),
      this.#text, this.#problem,
      element("div", { class: "table-actions" }, open, saved, this.#file, use));
    open.addEventListener("click", () => this.#file.click());
    this.#file.addEventListener("change", () => {
      const file = this.#file.files?.[0];
      if (file) void this.read(file);
      this.#file.value = ""; // so that the same file can be chosen again
    });
    saved.addEventListener("click", () => this.#save());
    use.addEventListener("click", () => this.#tell(this.tables.open(this.#text.value)));
    this.#dialog.addEventListener("close", () => {
      const [text, sentence, over] = [this.#text.value, this.#problem.textContent, this.tables.run.engine.table()];
      this.#draft = sentence && text !== over ? { text, sentence, over } : null;
    });
    this.#text.addEventListener("paste", (event) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (this.tables.run.engine.editable(text)) return;
      event.preventDefault();
      this.#tell(this.tables.open(text));
    });
  }

  /** Shows the points there are, or what was refused beside these last. */
  show() {
    this.language.translate(this.#dialog);
    const table = this.tables.run.engine.table();
    const draft = this.#draft?.over === table ? this.#draft : null;
    this.#text.value = draft?.text ?? table;
    this.#problem.textContent = draft?.sentence ?? "";
    this.#dialog.showModal();
    this.#text.focus();
    this.#text.setSelectionRange(0, 0);
    this.#text.scrollTop = 0;
  }

  get shown() {
    return this.#dialog.open;
  }

  /** @param {File} file */
  async read(file) {
    this.#tell(await this.tables.read(file));
  }

  /** @param {import("./tables.js").Outcome} outcome */
  #tell(outcome) {
    const { opened, sentence, text, line } = outcome;
    if (opened) {
      this.#problem.textContent = "";
      this.#dialog.close();
      return this.opened(outcome);
    }
    const aside = text !== undefined && !this.tables.run.engine.editable(text);
    this.#problem.textContent = aside ? `${sentence} ${this.language.text("own.table.aside")}` : sentence;
    if (aside || text === undefined) return;
    this.#text.value = text;
    if (line > 0) this.#select(line);
  }

  /** Selects a line of the text. @param {number} line counted from 1 */
  #select(line) {
    const lines = this.#text.value.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
    this.#text.focus();
    this.#text.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    this.#text.scrollTop = Math.max(0, line - 3) * (this.#text.scrollHeight / lines.length);
  }

  /** Saves the text; where a frame may not, it can at least be copied. */
  #save() {
    save(new Blob([this.#text.value], { type: "text/csv" }), FILE);
    select(this.#text);
  }
}
