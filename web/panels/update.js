import { element, icon } from "../dom.js";
import { typing } from "../keyboard.js";
import { setTip } from "../language.js";
import { modalOpen } from "../modal.js";
import { reference, targetOf } from "../references.js";
import { InFull } from "./infull.js";
import { Lighting } from "./lighting.js";
import { ExamplePicker } from "./picker.js";
import { Quantities } from "./quantities.js";
import { StageList } from "./stages.js";
import { Travel } from "./travel.js";
import { panelOf } from "./view.js";

/** @typedef {import("../types.js").PanelContext} PanelContext */
/** @typedef {import("../types.js").Ledger} Ledger */
/** @typedef {import("../types.js").Stage} Stage */

/** Milliseconds a stage stays when the stages play by themselves. */
const PACE = 2600;
/** The two keys that go through the stages from anywhere on the page but fields of text and lists. */
const KEYS = /** @type {Record<string, number>} */ ({ ",": -1, ".": 1 });

/** One update in slow motion: its stages in the lecture's order, on the run's next batch. Going on from the last
 * one makes the update.
 */
class SlowMotion {
  /** @type {Ledger | null} */
  #ledger = null;
  #at = 0;
  /** What the stages were made for; another step or another run begins them anew. */
  #step = NaN;
  #timer = 0;
  #back = this.#button("update.back", () => this.#go(this.#at - 1), "‹");
  #next = this.#button("update.next", () => this.#forward(), "›");
  #play = element("button", { type: "button", class: "button" });
  #told = element("p", { class: "stage-told", role: "status" });

  /**
   * @param {HTMLElement} host
   * @param {PanelContext} context
   */
  constructor(host, context) {
    this.host = host;
    this.context = context;
    this.picker = new ExamplePicker(context);
    this.list = new StageList(context, (index) => this.#go(index));
    this.quantities = new Quantities(context);
    this.inFull = new InFull(context, () => this.#ledger);
    this.travel = new Travel(context.engine);
    this.#play.addEventListener("click", () => (this.#timer ? this.#halt() : this.#start()));
    host.classList.add("ledger", "slow-motion");
    host.append(
      element("div", { class: "panel-bar" }, element("div", { class: "choice" }, this.#back, this.#play, this.#next), this.picker.element), this.list.element,
      this.#told, this.quantities.element, this.inFull.element);
    this.lighting = new Lighting(host, context.pointing);
    this.forget = [
      context.pointing.on("change", () => this.#light()),
      context.pointing.on("example", (example) => {
        this.picker.show();
        this.quantities.revealExample(example);
        this.inFull.show();
      }),
      context.run.on("change", () => (this.#step = NaN)),
    ];
    host.addEventListener("keydown", this.#arrow);
    document.addEventListener("keydown", this.#key);
    this.#showPlay();
  }

  /**
   * @param {string} text
   * @param {() => void} act
   * @param {string} sign
   */
  #button(text, act, sign) {
    const button = element("button", { type: "button", class: "button square", "data-i18n-tip": text }, element("span", { "aria-hidden": "true" }, sign));
    button.addEventListener("click", () => {
      this.#halt();
      act();
    });
    return button;
  }

  /** Shows the stage at hand with the numbers of the moment; of another step the first. */
  show() {
    const { engine, run, notation, pointing } = this.context;
    this.#ledger = engine.ledger({ all: false, targets: notation.targets });
    const { step } = run.metrics();
    const anew = step !== this.#step;
    this.#step = step;
    if (pointing.example === null || !this.#ledger.examples.includes(pointing.example)) pointing.chooseExample(this.#ledger.examples[0] ?? null);
    this.picker.offer(this.#ledger.examples);
    if (anew) this.#enter(0, { travel: false });
    else this.#write();
  }

  get #stages() {
    return this.#ledger?.stages ?? [];
  }

  /** Goes to a stage, if there is one of that number.
   * @param {number} index
   */
  #go(index) {
    if (this.context.run.state !== "paused") this.context.run.pause();
    if (index >= 0 && index < this.#stages.length) this.#enter(index, { travel: true });
  }

  /** Goes on; from the last stage by making the update. */
  #forward() {
    if (this.#at < this.#stages.length - 1) return this.#go(this.#at + 1);
    this.#halt();
    void this.context.run.step();
    // The panel's own turn may come later, and what is pressed next is of the next update.
    this.show();
  }

  /**
   * @param {number} index
   * @param {{travel: boolean}} options
   */
  #enter(index, { travel }) {
    this.#at = index;
    const stage = this.#stages[index];
    if (!stage) return;
    this.context.pointing.choose(markOf(stage));
    this.inFull.rest(this.#sample(stage));
    if (travel) this.travel.start(stage);
    else this.travel.stop();
    this.#write();
    this.quantities.element.scrollTop = 0;
    this.quantities.revealExample(this.context.pointing.example);
  }

  #write() {
    const stage = this.#stages[this.#at];
    if (!stage || !this.#ledger) return;
    const { language } = this.context;
    this.list.show(this.#stages, this.#at);
    this.quantities.show(this.#ledger, this.#ledger.quantities.filter(({ symbol }) => stage.fills.some((filled) => filled.name === symbol.name && filled.layer === symbol.layer && filled.next === symbol.next)));
    this.inFull.show();
    this.lighting.light();
    this.#back.disabled = this.#at === 0;
    const last = this.#at === this.#stages.length - 1;
    setTip(this.#next, language.text(last ? "update.commit" : "update.next"));
    this.#next.classList.toggle("commit", last);
    const told = language.text(`update.told.${stage.name?.name ?? "update"}`, { layer: stage.layer, before: stage.layer - 1, after: stage.layer + 1 });
    const place = language.text("update.place", { stage: this.#at + 1, stages: this.#stages.length });
    const text = `${place} ${told}`;
    if (this.#told.textContent !== text) this.#told.textContent = text;
  }

  /** The cell of a stage to write out in full: the first, of the chosen example where there are examples.
   * @param {Stage} stage
   */
  #sample({ name, fills }) {
    const symbol = name ?? fills.find((filled) => filled.name === "W") ?? fills[0];
    const cell = reference({ name: symbol.name, layer: symbol.layer, next: symbol.next });
    if (cell.name === "J") return cell;
    return { ...cell, row: 1, col: /W$/.test(cell.name) ? 1 : 0 };
  }

  #light() {
    this.inFull.show();
    this.quantities.light();
    this.lighting.light();
  }

  /** Plays the stages by themselves, until the update is made. */
  #start() {
    this.#timer = setInterval(() => this.#forward(), PACE);
    this.#showPlay();
    this.#forward();
  }

  #halt() {
    if (!this.#timer) return;
    clearInterval(this.#timer);
    this.#timer = 0;
    this.#showPlay();
  }

  #showPlay() {
    const playing = this.#timer !== 0;
    this.#play.replaceChildren(icon(playing ? "pause" : "play"), this.context.language.text(playing ? "update.pause" : "update.play"));
  }

  /** @param {KeyboardEvent} event */
  #arrow = (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const taken = event.target instanceof Element && event.target.closest("input, select");
    if (step && !taken && !event.defaultPrevented) this.#press(event, step);
  };

  /** @param {KeyboardEvent} event */
  #key = (event) => {
    const taken = typing(event) || event.target instanceof HTMLSelectElement;
    if (KEYS[event.key] && !taken && !modalOpen() && !event.ctrlKey && !event.metaKey && !event.altKey) this.#press(event, KEYS[event.key]);
  };

  /**
   * @param {KeyboardEvent} event
   * @param {number} step
   */
  #press(event, step) {
    event.preventDefault();
    this.#halt();
    if (step > 0) this.#forward();
    else this.#go(this.#at - 1);
  }

  stop() {
    this.#halt();
    this.travel.stop();
    for (const forget of this.forget) forget();
    document.removeEventListener("keydown", this.#key);
    this.host.removeEventListener("keydown", this.#arrow);
    this.lighting.stop();
    this.quantities.stop();
    this.context.pointing.choose(null);
    this.host.classList.remove("ledger", "slow-motion");
  }
}

/** What a stage marks in the diagram: the units, links or biases of its layer; of the cost the output, of the
 * update nothing in particular.
 * @param {Stage} stage
 */
function markOf({ name, layer }) {
  if (!name) return null;
  return name.name === "J" ? targetOf(reference({ name: "A", layer })) : targetOf(reference({ name: name.name, layer }));
}

export const update = panelOf("update", SlowMotion);
