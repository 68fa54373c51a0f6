import { Preference } from "./preference.js";
import { byId } from "./dom.js";

/** The custom properties of css/tokens.css that the picture is drawn with. */
const tokens = ["background", "surface", "ink", "muted", "grid", "negative", "neutral", "positive", "accent"];
for (let k = 2; k < 10; k++) tokens.push(`class${k}`);

/** Light or dark: the page around this one, the address or an earlier choice decides, else the system.
 * dark.css is a style sheet of its own, so switching is a matter of its media attribute.
 */
export class Theme {
  #preference = new Preference("theme", (text) => ["auto", "light", "dark"].find((theme) => theme === text) ?? null);
  #system = matchMedia("(prefers-color-scheme: dark)");
  #forced = matchMedia("(forced-colors: active)");
  #sheet = /** @type {HTMLLinkElement | HTMLStyleElement} */ (byId("dark-theme", HTMLElement));
  #button = byId("theme", HTMLButtonElement);

  /** @param {import("./language.js").Language} language */
  constructor(language) {
    this.language = language;
    /** Called with the colours whenever they change.
     * @type {(tokens: Record<string, string>) => void} */
    this.changed = () => {};
    this.#button.addEventListener("click", () => {
      this.#preference.write(this.dark ? "light" : "dark");
      this.apply();
    });
    for (const asked of [this.#system, this.#forced, matchMedia("(prefers-contrast: more)")]) asked.addEventListener("change", () => this.apply());
    this.#choose();
  }

  get dark() {
    const chosen = this.#forced.matches ? "auto" : this.#preference.read();
    return chosen && chosen !== "auto" ? chosen === "dark" : this.#system.matches;
  }

  /** Goes along with the page around this one, or what the address turns out to mean, unless the reader has chosen.
   * @param {string} theme auto, light or dark
   */
  follow(theme) {
    this.#preference.suggest(theme);
    this.apply();
  }

  #choose() {
    // Paper is light.
    this.#sheet.media = this.dark ? "screen" : "not all";
    document.documentElement.dataset.theme = this.dark ? "dark" : "light";
    this.#button.dataset.i18nTip = this.dark ? "tools.light" : "tools.dark";
    this.language.translate(/** @type {Element} */ (this.#button.parentElement));
  }

  /** Shows the theme and tells its colours, for which the browser has to find out where everything is. */
  apply() {
    this.#choose();
    const colours = this.colours();
    // The bars of the browser, or of the window of the installed app, take the header's colour.
    for (const bar of document.querySelectorAll('meta[name="theme-color"]')) bar.setAttribute("content", colours.surface);
    this.changed(colours);
  }

  /** The colours at hand as the browser computes them, or those of a theme.
   * @param {string} [theme] light or dark; any other is the one at hand
   */
  colours(theme) {
    const { media } = this.#sheet;
    // Nothing is painted before it is put back.
    if (theme === "light" || theme === "dark") this.#sheet.media = theme === "dark" ? "all" : "not all";
    // As the colour of an element every token is resolved, also to what the system's colours are.
    const probe = document.documentElement.appendChild(document.createElement("i"));
    const style = getComputedStyle(probe);
    const colours = Object.fromEntries(tokens.map((name) => {
      probe.style.color = `var(--${name})`;
      return [name, style.color];
    }));
    probe.remove();
    this.#sheet.media = media;
    return colours;
  }
}
