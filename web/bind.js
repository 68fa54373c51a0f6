/** Writes the records of engine/page into templates.
 *
 * A place in a template names what it shows: data-bind="text:says; hidden:right; data-verdict:verdict" takes three
 * fields of the record. A name is that of an attribute, of a property where the browser keeps a state of its own, of a
 * custom property of CSS (--filled), or
 *
 *     text   the content: a text of the locales, markup that Go wrote, or several of these side by side
 *     each   a list: the <template> in the element is what one item looks like; of several the one whose data-kind is
 *            the item's kind
 *     grid   a matrix of numbers of engine/page/grid
 *     src    a file of web/
 *     lines  the edges of a graph, drawn between the elements that they name
 *     part   a template by its name, with a record of its own
 *
 * hidden:!says hides the element where the field is nothing: null, false, an empty text or an empty list.
 *
 * Only differences are written, never into a field that is being edited, and items that stay keep their elements and
 * so focus, selection and scroll.
 */

import { addressOf } from "./assets.js";
import { draw } from "./grid.js";
import { join } from "./lines.js";

/** @typedef {string | number | boolean | null | Text | {m: string} | Fields | Item[]} Plain */
/** @typedef {{t: string, a?: Fields}} Text a key of the locales with its arguments */
/** @typedef {Plain | Plain[]} Value */
/** @typedef {{[name: string]: Value}} Fields */
/** @typedef {{key: string} & Fields} Item */
/** @typedef {{element: HTMLElement, name: string, path: string[], not: boolean, last: unknown, inner: List | null}} Place */

/** What the browser keeps beside the attribute. */
const properties = new Set(["value", "checked", "disabled", "hidden", "open"]);

/** What is typed into; its defaultValue is what was written last. */
export const fields = "input:not([type=range], [type=radio], [type=checkbox]), textarea";

/** The places of one part of the page. */
export class View {
  /** @type {Place[]} */
  #places;
  /** @type {Fields} */
  #record = {};
  /** The language of what stands there. */
  #code = "";

  /**
   * @param {readonly Element[]} roots whose templates are not looked into, nor what belongs to other records in them
   * @param {import("./language.js").Language} language
   */
  constructor(roots, language) {
    this.language = language;
    const bound = roots.flatMap((root) => [root, ...root.querySelectorAll("[data-bind]")]
      .filter((found) => found.matches("[data-bind]") && found.closest("[data-record]") === root.closest("[data-record]")));
    this.#places = bound.flatMap((found) => {
      const element = /** @type {HTMLElement} */ (found);
      return (element.dataset.bind ?? "").split(";").map((pair) => {
        const colon = pair.lastIndexOf(":");
        const name = pair.slice(0, colon).trim();
        const inner = name === "each" || name === "part" ? new List(element, language) : null;
        const path = pair.slice(colon + 1).trim();
        const not = path.startsWith("!");
        return { element, name, path: path.slice(Number(not)).split("."), not, last: undefined, inner };
      });
    });
  }

  /** Shows a record.
   * @param {Fields} record
   */
  write(record) {
    this.#record = record;
    const translated = this.#code !== this.language.code;
    this.#code = this.language.code;
    for (const place of this.#places) {
      const found = /** @type {Value} */ (place.path.reduce((/** @type {any} */ within, name) => within?.[name], record) ?? null);
      const value = place.not ? !found || (Array.isArray(found) && found.length === 0) : found;
      const now = typeof value === "object" && value ? JSON.stringify(value) : value;
      if (now === place.last && !translated) continue;
      place.last = now;
      this.#put(place, value);
    }
  }

  /** Writes the record once more, if there is one: the words are others. */
  translate() {
    if (this.#code) this.write(this.#record);
  }

  /**
   * @param {Place} place
   * @param {Value} value
   */
  #put({ element, name, inner }, value) {
    if (name === "each") return inner?.write(/** @type {any} */ (value));
    if (name === "part") {
      // The one item stands in the template of its name.
      const part = /** @type {{name: string, record: Fields} | null} */ (value);
      return inner?.write(part && [{ ...part.record, key: part.name }]);
    }
    if (name === "grid") return draw(element, /** @type {any} */ (value));
    if (name === "lines") return join(element, /** @type {any} */ (value));
    if (name === "text") return element.replaceChildren(...pieces(value, this.language));
    const plain = typeof value === "object" && value !== null ? words(value, this.language) : value;
    if (name.startsWith("--")) return element.style.setProperty(name, String(plain));
    if (properties.has(name)) {
      const field = /** @type {any} */ (element);
      const text = name === "value" && element.matches(fields);
      const edited = text && element === document.activeElement && field.value !== field.defaultValue;
      if (text) field.defaultValue = plain ?? "";
      if (name === "checked") field.defaultChecked = Boolean(plain);
      const focused = name === "disabled" && plain && field === document.activeElement;
      if (!edited) field[name] = plain ?? "";
      // The focus of a button that has nothing more to do goes to its neighbour.
      if (focused) /** @type {HTMLElement | null} */ (field.parentElement.querySelector("button:enabled"))?.focus();
      return;
    }
    if (name === "src") return element.setAttribute(name, addressOf(String(plain)));
    if (plain === null || plain === false) element.removeAttribute(name);
    else element.setAttribute(name, plain === true ? "" : String(plain));
  }
}

/** The items of a list, each with the elements that it has in the page. */
class List {
  /** @type {Map<string, {elements: Element[], view: View, classes: string[]}>} */
  #items = new Map();

  /**
   * @param {HTMLElement} element
   * @param {import("./language.js").Language} language
   */
  constructor(element, language) {
    this.element = element;
    this.language = language;
    this.templates = /** @type {HTMLTemplateElement[]} */ ([...element.querySelectorAll(":scope > template")]);
  }

  /** @param {Item[] | null} list */
  write(list) {
    const items = list ?? [];
    const wanted = new Set(items.map(({ key }) => key));
    for (const [key, { elements, classes }] of this.#items) {
      if (wanted.has(key)) continue;
      for (const element of elements) element.remove();
      this.element.classList.remove(...classes);
      this.#items.delete(key);
    }
    const focused = document.activeElement;
    let last = this.templates.at(-1) ?? /** @type {Element | null} */ (null);
    for (const item of items) {
      const { elements, view } = this.#items.get(item.key) ?? this.#make(item);
      view.write(item);
      for (const element of elements) {
        const next = last ? last.nextElementSibling : this.element.firstElementChild;
        if (next !== element) last ? last.after(element) : this.element.prepend(element);
        last = element;
      }
    }
    // What is moved loses the focus.
    if (focused !== document.activeElement && focused instanceof HTMLElement && focused.isConnected) focused.focus();
  }

  /** @param {Item} item */
  #make({ key, kind }) {
    const own = this.templates.find(({ dataset }) => dataset.kind === kind) ?? this.templates[0];
    const template = own ?? /** @type {HTMLTemplateElement} */ (document.getElementById(`template-${key}`));
    const content = clone(template, this.language);
    const elements = [...content.children];
    const classes = template.dataset.class?.split(" ") ?? [];
    this.element.classList.add(...classes);
    if (!own) this.element.scrollTop = 0;
    const made = { elements, view: new View(elements, this.language), classes };
    this.#items.set(key, made);
    return made;
  }
}

/** What a template holds, in the language at hand.
 * @param {HTMLTemplateElement} template
 * @param {import("./language.js").Language} language
 */
export function clone(template, language) {
  const content = /** @type {DocumentFragment} */ (document.importNode(template.content, true));
  language.translate(content);
  return content;
}

/** A value as what stands in the page.
 * @param {Value} value
 * @param {import("./language.js").Language} language
 * @returns {(Node | string)[]}
 */
function pieces(value, language) {
  if (value === null) return [];
  if (typeof value !== "object") return [String(value)];
  if (Array.isArray(value)) return value.flatMap((part) => pieces(part, language));
  if ("m" in value) {
    const content = parse(String(value.m));
    language.translate(content);
    return [content];
  }
  const { t, a = {} } = /** @type {Text} */ (value);
  // What has a brace in it goes in afterwards, so that nothing of it is taken for a place.
  const plain = Object.fromEntries(Object.entries(a).filter(([, part]) => typeof part !== "object" && !String(part).includes("{")));
  return language.text(t, /** @type {Record<string, string | number>} */ (plain)).split(/\{(\w+)\}/)
    .flatMap((piece, i) => (i % 2 === 1 ? pieces(a[piece] ?? null, language) : [piece]));
}

/** A value as a text, which markup in it is too.
 * @param {Value} value
 * @param {import("./language.js").Language} language
 * @returns {string}
 */
export function words(value, language) {
  return pieces(value, language).map((piece) => (typeof piece === "string" ? piece : piece.textContent)).join("");
}

/** What the engine wrote as MathML or SVG.
 * @param {string} markup
 */
export function parse(markup) {
  const template = document.createElement("template");
  template.innerHTML = markup;
  return template.content;
}
