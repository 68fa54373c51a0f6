/** Defines <nn-playground>, an element for other people's pages: docs/embedding.md and embed.d.ts describe it. In the
 * site it is one classic script, as that needs no permission of the server: scripts/build makes it of this module.
 */

import { schemeAround, watchColours } from "./embed/colours.js";
import { PATIENCE, pipe } from "./embed/pipe.js";
import { leave, unseen, want } from "./embed/places.js";
import { site } from "./embed/site.js";

const sheet = new CSSStyleSheet();
sheet.replaceSync(`:host{display:block;position:relative;max-width:100%;aspect-ratio:5/3;min-height:270px;overflow:hidden}:host([ui=full]),:host(:not([ui])){aspect-ratio:auto;height:600px}:host([hidden]){display:none}iframe,img,button{position:absolute;inset:0;width:100%;height:100%;border:0}img{object-fit:contain}button{background:none;cursor:pointer}button::before{content:"";display:inline-block;border:16px solid #0000;border-left:26px solid #888;margin-right:-16px}iframe:not(:only-child){opacity:0}iframe~button{opacity:.4;pointer-events:none}@media print{:host{overflow:visible}button{display:none}::slotted(a)::after{content:attr(href);display:block}}`);

/** What the frame is told by its address, from attributes of the same names. */
const told = ["ui", "show", "hide", "lock", "run", "title"];

class Playground extends HTMLElement {
  static observedAttributes = [...told, "width", "height", "config", "theme", "lang"];
  #root = this.attachShadow({ mode: "open" });
  #size = new CSSStyleSheet();
  /** Of as much weight as the rules for ui. */
  #sized = /** @type {CSSStyleRule} */ (this.#size.cssRules[this.#size.insertRule(":host(:not([_])){}")]).style;
  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  /** @type {ReturnType<typeof pipe> | null} */
  #pipe = null;
  /** The fragment to go on from; the attribute's at first. */
  #hash = "";
  #playing = false;
  /** Whether it was awake before. */
  #started = false;
  #renewing = false;
  /** Whether it was to load before it stood in the page. */
  #asked = false;
  /** The theme that the frame was told. */
  #shown = "";
  /** Until the frame has answered. */
  #timer = 0;
  visible = false;
  /** @type {(() => void) | null} */
  #ready = null;
  /** @type {Promise<void>} */
  #loaded = new Promise((resolve) => (this.#ready = resolve));
  #unwatch = () => {};
  #sight = new IntersectionObserver((entries) => {
    this.visible = entries.at(-1)?.isIntersecting ?? false;
    if (!this.visible) unseen(this);
    else if (this.getAttribute("loading") !== "click" || this.#started) want(this);
  }, { rootMargin: "100px" });

  connectedCallback() {
    this.#root.adoptedStyleSheets = [sheet, this.#size];
    this.#cover(this.getAttribute("poster"));
    this.#unwatch = watchColours(() => this.#colour());
    if (this.#asked || this.getAttribute("loading") === "eager") this.load();
    this.#sight.observe(this);
  }

  /** Also called with what it has at the start.
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    // Of a style attribute a page's policy may think otherwise. CSSOM takes what is a length and nothing else.
    if (name === "width" || name === "height") return this.#sized.setProperty(name, now && +now ? `${now}px` : now);
    if (name === "config") this.#hash = now ?? "";
    if (name === "run") this.#playing = now === "1";
    if (!this.#frame || before === now) return;
    if (name === "config") this.#send("setConfig", { config: this.#hash }).catch(() => {});
    else if (name === "theme") this.#colour();
    else this.#renew();
  }

  /** Loads the playground again where it stands: its address has changed. */
  async #renew() {
    if (this.#renewing) return;
    this.#renewing = true;
    await this.sleep();
    this.#renewing = false;
    leave(this);
    if (this.visible) want(this);
  }

  disconnectedCallback() {
    this.#sight.disconnect();
    this.visible = false;
    this.#unwatch();
    this.#close();
    leave(this);
  }

  /** Shows a picture, or else what stands inside the element, and what brings the playground.
   * @param {string | null} picture
   */
  #cover(picture) {
    const over = Object.assign(document.createElement("button"), { ariaLabel: this.title || "Load", onclick: () => this.load() });
    const shown = picture ? Object.assign(new Image(), { alt: this.title, src: picture }) : document.createElement("slot");
    this.#root.replaceChildren(shown, over);
  }

  /** Puts the playground into its place; called when there is one. */
  wake() {
    this.#started = true;
    const address = new URL(site);
    const query = address.searchParams;
    for (const name of told) if (this.hasAttribute(name)) query.set(name, this.getAttribute(name) ?? "");
    query.set("run", this.#playing ? "1" : "0");
    query.set("theme", (this.#shown = this.#theme()));
    const lang = /** @type {HTMLElement | null} */ (this.closest("[lang]"))?.lang ?? "";
    if (/^(en|zh)\b/i.test(lang)) query.set("lang", lang);
    address.hash = this.#hash;
    // With the host's own origin a frame could take its sandbox off; with another it keeps to itself and may cache. In a
    // host without an origin it has none either way.
    const apart = origin !== "null" && origin !== site.origin;
    const frame = (this.#frame = Object.assign(document.createElement("iframe"), {
      sandbox: `allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads${apart ? " allow-same-origin" : ""}`,
      allow: "clipboard-write; fullscreen",
      title: this.title || "Neural network playground",
      src: address.href,
    }));
    this.#pipe = pipe(frame, apart ? site.origin : "null", (type, payload) => this.#hear(type, payload));
    this.#timer = setTimeout(() => this.#fire("error", { reason: "timeout" }), PATIENCE);
    this.#root.prepend(frame);
  }

  /** Gives context and memory up, for a picture and the link to come back by. Before it is ready there is nothing to
   * lose.
   */
  async sleep() {
    const playing = this.#playing;
    const [, link, picture] = await Promise.race([
      this.#ready ? [] : Promise.all(["pause", "getShareUrl", "snapshot"].map((type) => this.#pipe?.send(type).catch(() => null))),
      new Promise((resolve) => setTimeout(resolve, PATIENCE, [])),
    ]);
    if (link) this.#hash = new URL(link).hash;
    this.#close();
    this.#playing = playing;
    this.#cover(picture ?? this.getAttribute("poster"));
    this.#fire("state", { state: "asleep" });
  }

  #close() {
    clearTimeout(this.#timer);
    this.#pipe?.close();
    this.#pipe = null;
    this.#frame?.remove();
    this.#frame = null;
    // Who waits goes on waiting.
    if (!this.#ready) this.#loaded = new Promise((resolve) => (this.#ready = resolve));
  }

  /**
   * @param {string} type
   * @param {any} payload
   */
  #hear(type, payload) {
    if (type === "ready") {
      this.#ready?.();
      this.#ready = null;
    }
    if (type === "ready" || type === "error") {
      clearTimeout(this.#timer);
      // What the frame says of itself is to be seen.
      for (const child of [...this.#root.children]) if (child !== this.#frame) child.remove();
    }
    if (type === "state") this.#playing = payload.state === "playing";
    if (type !== "key") return this.#fire(type, payload);
    // As if it had been pressed on the element: the page's own slides hear it.
    for (const way of ["keydown", "keyup"]) this.dispatchEvent(new KeyboardEvent(way, payload));
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(`nn-${type}`, { detail, bubbles: true }));
  }

  /** Its own theme, or the page's. */
  #theme() {
    const theme = this.getAttribute("theme") ?? "auto";
    return theme === "auto" ? schemeAround(this) : theme;
  }

  #colour() {
    const theme = this.#theme();
    if (theme === this.#shown) return;
    this.#shown = theme;
    this.#pipe?.send("setTheme", { theme }).catch(() => {});
  }

  /**
   * @param {string} type
   * @param {object | null} [payload]
   * @returns {Promise<any>}
   */
  async #send(type, payload) {
    await this.load();
    return this.#pipe?.send(type, payload);
  }

  load() {
    if (this.isConnected) want(this, true);
    else this.#asked = true;
    return this.#loaded;
  }

  static {
    // The commands, and what they are told, if anything; written out they would be a tenth of the script.
    const commands = { run: 0, pause: 0, reset: 0, getConfig: 0, getMetrics: 0, snapshot: 0, getShareUrl: 0, step: "steps", setConfig: "config", predict: "points" };
    for (const [type, field] of Object.entries(commands)) {
      /** @type {any} */ (this.prototype)[type] = function (/** @type {unknown} */ value = 1) {
        return this.#send(type, field ? { [field]: value } : null);
      };
    }
  }

  async focus() {
    this.#frame?.focus();
    return this.#send("focus");
  }
  async destroy() {
    this.remove();
  }
}

if (!customElements.get("nn-playground")) customElements.define("nn-playground", Playground);
