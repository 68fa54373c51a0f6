import { copyPicture, copyText, selectText } from "../clipboard.js";
import { LONG } from "../copylink.js";
import { byId, element } from "../dom.js";
import { framed } from "../embedding/frame.js";
import { fillDialog } from "../modal.js";
import { save } from "../saving.js";
import { choices, control } from "./choices.js";
import { groups } from "./forms.js";
import { Subject } from "./subject.js";

/** @typedef {import("./forms.js").Form} Form */
/** @typedef {import("./forms.js").Product} Product */

/** Milliseconds that the reader's typing may pause before a picture is painted. */
const PAUSE = 300;
const forms = groups.flatMap((group) => group.forms);

/** The dialog that shares the run: in each of its forms a preview, a button that copies it, one that saves it. The
 * run waits while it is open, so that all forms are of one step.
 */
export class ShareDialog {
  #dialog = byId("share-dialog", HTMLDialogElement);
  #list = element("div", { class: "share-list" });
  #lead = element("p", { class: "caption share-lead" });
  #choices = element("div", { class: "share-choices" });
  #preview = element("div", { class: "share-preview" });
  #actions = element("div", { class: "panel-actions" });
  #more = element("div", { class: "share-more" });
  #status = element("p", { class: "caption share-status", role: "status" });
  #form = forms[0];
  /** Has the run go on with what it was at. */
  #goOn = () => {};
  #timer = 0;
  /** The name of a still picture that the reader has not named. */
  #usualPicture = "";
  /** @type {(() => void)[]} */
  #refresh = [];

  /**
   * @param {import("../run.js").Run} run
   * @param {import("../language.js").Language} language
   * @param {import("../figure/paper.js").Paper} paper
   */
  constructor(run, language, paper) {
    this.run = run;
    this.language = language;
    this.material = { subject: new Subject(run, language), paper };
    for (const [name, { initial }] of Object.entries(choices)) this.material.subject.choices[name] = initial;
    fillDialog(this.#dialog, "share.title", this.#list,
      element("div", { class: "share-body" }, this.#lead, this.#choices, this.#preview, element("div", { class: "share-actions" }, this.#actions, this.#status), this.#more));
    this.#dialog.addEventListener("close", () => this.#closed());
    const open = byId("share", HTMLButtonElement);
    open.disabled = false;
    open.addEventListener("click", () => this.#open());
  }

  #open() {
    this.#goOn = this.run.interrupt();
    this.#name();
    this.#dialog.showModal();
    /** @type {HTMLElement | null} */ (this.#list.querySelector(":checked"))?.focus();
    this.#show();
  }

  #closed() {
    clearTimeout(this.#timer);
    this.#preview.replaceChildren();
    this.#goOn();
  }

  /** Writes the list in the language at hand. */
  #name() {
    const { subject } = this.material;
    const usual = subject.file("png");
    // A name that the reader has given, or taken away, stays.
    if (subject.choices.picture === this.#usualPicture) subject.choices.picture = usual;
    this.#usualPicture = usual;
    this.#list.replaceChildren(...groups.map(({ id, forms }) =>
      element("fieldset", {}, element("legend", { class: "caption" }, this.language.text(`share.group.${id}`)), ...forms.map((form) => this.#entry(form)))));
    this.language.translate(this.#dialog);
  }

  /** @param {Form} form */
  #entry(form) {
    const radio = element("input", { type: "radio", name: "share-form", value: form.id, checked: form === this.#form });
    radio.addEventListener("change", () => {
      this.#form = form;
      this.#show();
    });
    return element("label", { class: "share-form" }, radio, element("span", {}, this.language.text(`share.form.${form.id}`)));
  }

  /** Shows the form at hand with its choices. */
  #show() {
    this.#list.querySelector("label:has(:checked)")?.scrollIntoView({ block: "nearest", inline: "center" });
    this.#lead.textContent = this.language.text(`share.hint.${this.#form.id}`);
    const controls = this.#form.choices.map((name) => control(name, this.material.subject, () => this.#changed()));
    this.#refresh = controls.map(({ refresh }) => refresh);
    this.#choices.replaceChildren(...controls.map((made) => made.element));
    this.#changed(0);
  }

  /** Makes the form anew; what takes long waits until the reader's hands rest.
   * @param {number} [pause]
   */
  #changed(pause = PAUSE) {
    for (const refresh of this.#refresh) refresh();
    clearTimeout(this.#timer);
    this.#say("");
    const make = () => this.#present(this.#form.make(this.material));
    if (this.#form.id !== "png" && this.#form.id !== "svg") return make();
    this.#preview.toggleAttribute("aria-busy", true);
    this.#timer = setTimeout(make, pause);
  }

  /** @param {Product} product */
  #present(product) {
    const { text, canvas, once, still, problem } = product;
    this.#preview.removeAttribute("aria-busy");
    this.#actions.replaceChildren();
    this.#more.replaceChildren();
    if (problem !== undefined) return this.#preview.replaceChildren(element("p", { class: "share-problem" }, problem));
    if (canvas) this.#presentPicture(canvas, product);
    else if (text !== undefined) this.#presentText(text, product);
    if (still) this.#offerStill(still);
    if (once) this.#presentOnce(once);
    if (this.#form.id === "link" && text && text.length > LONG) this.#say(this.language.text("notice.longLink", { length: text.length }));
  }

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Product} product
   */
  #presentPicture(canvas, { file }) {
    const picture = element("img", { class: "share-picture", alt: this.#alternative(), src: canvas.toDataURL() });
    const frame = element("div", { class: "share-frame" }, picture);
    this.#preview.replaceChildren(frame, element("p", { class: "caption" }, `${canvas.width} × ${canvas.height}`));
    const blob = pngOf(canvas);
    this.#act("share.copyPicture", "primary", async () => {
      const png = await blob;
      const copied = png !== null && (await copyPicture(png, () => document.getSelection()?.selectAllChildren(frame)));
      this.#say(this.language.text(copied ? "share.copied" : "share.pictureSelected"));
    });
    this.#saves(file, () => blob);
  }

  /**
   * @param {string} text
   * @param {Product} product
   */
  #presentText(text, { file, drawn }) {
    const area = this.#area(text, "share-text", this.language.text(`share.form.${this.#form.id}`));
    const picture = () => element("img", { class: "share-picture", alt: this.#alternative(), src: `data:image/svg+xml,${encodeURIComponent(text)}` });
    if (drawn) this.#preview.replaceChildren(element("div", { class: "share-frame" }, picture()), area);
    else this.#preview.replaceChildren(area);
    this.#act("share.copy", "primary", () => this.#copy(area));
    this.#saves(file, async () => new Blob([text], { type: file?.type }));
  }

  /** A second text, with a button of its own.
   * @param {{path: string, text: string}} once
   */
  #presentOnce({ path, text }) {
    const area = this.#area(text, "share-once", path);
    const button = element("button", { type: "button", class: "button" }, this.language.text("share.copyFile"));
    button.addEventListener("click", () => void this.#copy(area));
    this.#more.replaceChildren(element("p", { class: "caption" }, this.language.text("share.once", { path })), area, element("div", { class: "panel-actions" }, button));
  }

  /** Offers the picture that the text speaks of.
   * @param {NonNullable<Product["still"]>} still
   */
  #offerStill({ name, make }) {
    this.#act("share.savePicture", "", async () => this.#save(await pngOf(make()), name));
  }

  /**
   * @param {string} text
   * @param {string} id
   * @param {string} label
   */
  #area(text, id, label) {
    const area = element("textarea", { id, class: "share-text", readonly: true, rows: 8, spellcheck: "false", translate: "no", "aria-label": label });
    area.value = text;
    return area;
  }

  /** @param {HTMLTextAreaElement} area */
  async #copy(area) {
    const copied = await copyText(area.value, () => selectText(area));
    const long = this.#form.id === "link" && area.value.length > LONG ? ` ${this.language.text("notice.longLink", { length: area.value.length })}` : "";
    this.#say(this.language.text(copied ? "share.copied" : "share.selected") + long);
  }

  /** Offers to save the file, where the product is one.
   * @param {Product["file"]} file
   * @param {() => Promise<Blob | null>} data
   */
  #saves(file, data) {
    if (!file) return;
    this.#act("share.save", "", async () => this.#save(await data(), file.name));
  }

  /**
   * @param {Blob | null} data
   * @param {string} name
   */
  #save(data, name) {
    if (!data) return;
    save(data, name);
    // A frame without the right to save files is not told so.
    this.#say(this.language.text(framed ? "share.savedFramed" : "share.saved", { file: name }));
  }

  /**
   * @param {string} key
   * @param {string} look
   * @param {() => Promise<void>} act
   */
  #act(key, look, act) {
    const button = element("button", { type: "button", class: `button ${look}` }, this.language.text(key));
    button.addEventListener("click", () => void act());
    this.#actions.append(button);
  }

  /** What a preview shows, in words. */
  #alternative() {
    return `${this.language.text(`share.form.${this.#form.id}`)}: ${this.material.subject.title}`;
  }

  /** @param {string} text */
  #say(text) {
    this.#status.textContent = text;
  }
}

/** @param {HTMLCanvasElement} canvas @returns {Promise<Blob | null>} */
function pngOf(canvas) {
  return new Promise((resolve) => canvas.toBlob(resolve));
}
