import { byId, element } from "./dom.js";
import { takesSpace } from "./keyboard.js";
import { setTip } from "./language.js";
import { modalOpen } from "./modal.js";
import { speeds } from "./speed.js";

/** The buttons that drive the run. */
export class Transport {
  #play = byId("play", HTMLButtonElement);
  #back = byId("step-back", HTMLButtonElement);
  #step = byId("step", HTMLButtonElement);
  #reset = byId("reset", HTMLButtonElement);
  #newWeights = byId("new-weights", HTMLButtonElement);
  #speed = byId("speed", HTMLSelectElement);

  /**
   * @param {import("./run.js").Run} run
   * @param {import("./language.js").Language} language
   */
  constructor(run, language) {
    this.run = run;
    this.language = language;

    for (const { name } of speeds) this.#speed.append(element("option", { value: name, "data-i18n": `speed.${name}` }));
    language.translate(this.#speed);
    this.#speed.value = run.speed.name;

    this.#play.addEventListener("click", () => this.toggle());
    this.#back.addEventListener("click", () => void run.goTo(run.destination - 1));
    this.#step.addEventListener("click", () => void run.step());
    this.#reset.addEventListener("click", () => run.reset());
    this.#newWeights.addEventListener("click", () => run.newWeights());
    this.#speed.addEventListener("change", () => {
      run.speed = speeds.find(({ name }) => name === this.#speed.value) ?? run.speed;
    });
    addEventListener("keydown", (event) => this.#key(event));

    run.on("state", () => this.show());
    run.on("change", () => this.show());
    run.on("step", (metrics) => this.#allow(metrics));
    language.on("change", () => this.show());
    for (const control of [this.#reset, this.#newWeights, this.#speed]) control.disabled = false;
    this.show();
  }

  toggle() {
    if (this.run.state === "playing") this.run.pause();
    else this.run.play();
  }

  show() {
    const playing = this.run.state === "playing";
    document.documentElement.dataset.run = this.run.state;
    this.#allow(this.run.metrics());
    setTip(this.#play, this.language.text(playing ? "transport.pause" : "transport.play"));
  }

  /** @param {import("./types.js").Metrics} metrics */
  #allow({ step, diverged }) {
    this.#play.disabled = diverged;
    this.#step.disabled = diverged;
    this.#back.disabled = step <= this.run.reach().first;
  }

  /** Space plays and pauses where it has no other meaning.
   * @param {KeyboardEvent} event
   */
  #key(event) {
    if (event.key !== " " || event.defaultPrevented || takesSpace(event) || modalOpen() || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (!event.repeat && !this.#play.disabled) this.toggle();
  }
}
