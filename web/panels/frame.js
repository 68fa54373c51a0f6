import { byId, element } from "../dom.js";
import { changeAddress } from "../history.js";
import { asked } from "../query.js";
import { Throttle } from "../throttle.js";
import { Separator } from "./separator.js";

/** @typedef {import("../types.js").Panel} Panel */

/** How much of the time the open panel may take while the run plays. */
const SHARE = 0.2;

/** The tabs under the network and the panel that is open, if any. Only the open panel exists and does work.
 *
 * A tab opens its panel; pressed again, like Escape in the panel, it closes it. The address holds the open
 * panel as ?panel=<id>.
 */
export class Panels {
  #app = /** @type {HTMLElement} */ (document.querySelector(".app"));
  #strip = byId("panel-tabs", HTMLElement);
  #host = byId("panel", HTMLElement);
  #close = byId("panel-close", HTMLButtonElement);
  /** @type {Map<string, {panel: Panel, tab: HTMLButtonElement}>} */
  #entries = new Map();
  /** @type {Panel | null} */
  #open = null;
  /** Whether the open panel waits for points to have numbers of. */
  #waiting = false;
  #throttle = new Throttle(() => this.#update(), SHARE);

  /**
   * @param {readonly Panel[]} panels in the order of their tabs
   * @param {import("../types.js").LectureContext} context
   * @param {string | null} [only] the panel that is shown by itself and stays open
   */
  constructor(panels, context, only) {
    this.context = context;
    context.page.on("open", ({ panel }) => this.#follow(panel));
    const { run, language, notation } = context;
    for (const panel of panels) this.#entries.set(panel.id, { panel, tab: this.#tab(panel.id) });
    this.#strip.append(...this.#tabs());
    language.translate(this.#strip);
    this.#rove(this.#tabs()[0]);

    new Separator(this.#app);
    this.#strip.addEventListener("keydown", (event) => this.#key(event));
    this.#close.addEventListener("click", () => this.close());
    // At the document, where the inspector, which lies above, has been asked before.
    document.addEventListener("keydown", (event) => {
      const inside = event.target instanceof Node && this.#host.contains(event.target);
      if (inside && event.key === "Escape" && !event.defaultPrevented && !only) this.close();
    });
    run.on("step", () => this.#updateSoon());
    run.on("change", () => (run.empty === this.#waiting ? this.#updateSoon() : this.#again()));
    run.on("state", (state) => state === "paused" && this.#throttle.now());
    notation.on("change", () => this.#throttle.now());
    language.on("change", () => this.#again());
    this.open(only ?? asked().query.get("panel"));
  }

  /** The open panel's id, null when none is open. */
  get opened() {
    return this.#open?.id ?? null;
  }

  /** Opens a panel in place of the one that is open; an id that no panel has changes nothing.
   * @param {string | null} id
   */
  open(id) {
    const entry = this.#entries.get(id ?? "");
    if (!entry || entry.panel === this.#open) return;
    this.#leave();
    this.#open = entry.panel;
    this.#app.dataset.panel = entry.panel.id;
    this.#host.hidden = this.#close.hidden = false;
    this.#host.setAttribute("aria-labelledby", entry.tab.id);
    this.#host.scrollTop = 0;
    this.#select(entry.tab);
    this.#enter();
  }

  /** Goes to another panel: the focus is to be on its tab.
   * @param {string} id
   */
  #follow(id) {
    this.open(id);
    this.#entries.get(id)?.tab.focus();
  }

  /** Closes the open panel and goes back to its tab. */
  close() {
    const tab = this.#entries.get(this.opened ?? "")?.tab;
    if (!tab) return;
    this.#leave();
    this.#open = null;
    delete this.#app.dataset.panel;
    this.#host.hidden = this.#close.hidden = true;
    this.#select(null);
    this.context.pointing.chooseExample(null);
    tab.focus();
  }

  #enter() {
    this.#waiting = this.context.run.empty;
    if (this.#waiting) this.#host.append(element("p", { class: "panel-lead", "data-i18n": "panels.waiting" }));
    else this.#open?.mount(this.#host, this.context);
    this.context.language.translate(this.#host);
    this.#throttle.now();
  }

  #leave() {
    this.#throttle.stop();
    if (!this.#waiting) this.#open?.unmount();
    this.#host.replaceChildren();
  }

  /** Builds the open panel once more: its words are others. */
  #again() {
    if (!this.#open) return;
    const { scrollTop } = this.#host;
    this.#leave();
    this.#enter();
    this.#host.scrollTop = scrollTop;
  }

  #update() {
    if (!this.#waiting) this.#open?.update();
  }

  #updateSoon() {
    if (this.#open) this.#throttle.soon();
  }

  /** @param {string} id */
  #tab(id) {
    const tab = element("button", { type: "button", role: "tab", id: `tab-${id}`, class: "panel-tab", "aria-controls": this.#host.id, "aria-selected": "false", "data-i18n": `panel.${id}` });
    tab.addEventListener("click", () => (this.opened === id ? this.close() : this.open(id)));
    return tab;
  }

  #tabs() {
    return [...this.#entries.values()].map(({ tab }) => tab);
  }

  /** Marks a tab as that of the open panel, in the strip and in the address.
   * @param {HTMLButtonElement | null} tab
   */
  #select(tab) {
    for (const other of this.#tabs()) other.setAttribute("aria-selected", String(other === tab));
    if (tab) this.#rove(tab);
    tab?.scrollIntoView({ block: "nearest", inline: "nearest" });
    const address = new URL(location.href);
    if (this.opened) address.searchParams.set("panel", this.opened);
    else address.searchParams.delete("panel");
    if (address.href !== location.href) changeAddress("replace", address, history.state);
    this.context.page.do("lessons", "beside", this.opened ?? "");
  }

  /** Makes a tab the one that the Tab key stops at.
   * @param {HTMLButtonElement | undefined} tab
   */
  #rove(tab) {
    for (const other of this.#tabs()) other.tabIndex = other === tab ? 0 : -1;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const tabs = this.#tabs();
    const at = tabs.findIndex((tab) => tab === event.target);
    const count = tabs.length;
    const next = { ArrowRight: (at + 1) % count, ArrowLeft: (at - 1 + count) % count, Home: 0, End: count - 1 }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    this.#rove(tabs[next]);
    tabs[next].focus();
  }
}
