import { readJSON } from "../assets.js";
import { byId } from "../dom.js";
import { changeAddress } from "../history.js";
import { Lighting } from "../panels/lighting.js";
import { asked } from "../query.js";
import { remember, remembered } from "../storage.js";

/** Where a panel leaves a lesson its place; css/lessons.css has the same. Elsewhere a button opens it. */
const BESIDE = "(min-width: 62.5em)";
/** Milliseconds between updates of the numbers on show while the run plays. */
const PAUSE = 100;

/** What the lessons need a browser for: their files, the storage, the address, and what stands beside them. What they
 * show and do is engine/page/lessons.
 */
export class Lessons {
  /** Resolves when what was fetched last is on show. */
  #fetched = Promise.resolve();
  #open = false;
  #timer = 0;

  /**
   * @param {import("../types.js").LectureContext} context
   * @param {import("../address.js").Address} address
   * @param {import("../panels/frame.js").Panels} panels
   * @param {import("../side.js").Side} side
   */
  constructor({ page, run, language, pointing }, address, panels, side) {
    this.page = page;
    this.language = language;
    page.on("recall", ({ key }) => page.do(key, "kept", remembered(key) ?? ""));
    page.on("keep", ({ key, text }) => remember(key, text));
    page.on("fetch", ({ lesson }) => void (this.#fetched = this.#fetch(lesson)));
    page.on("side", ({ shows }) => side.show(shows));
    page.on("beside", ({ panel }) => (panel ? panels.open(panel) : panels.close()));
    page.on("picture", ({ name }) => /** @type {HTMLElement | null} */ (document.querySelector(`#pictures [value="${name}"]`))?.click());
    page.on("lesson", writeAddress);
    page.on("hold", ({ fragment }) => {
      this.#open = fragment !== "";
      if (this.#open) address.hold(fragment, () => page.do("lessons", "yield"));
      else address.release();
    });

    const room = matchMedia(BESIDE);
    const tellRoom = () => page.do("lessons", "room", String(room.matches));
    room.addEventListener("change", tellRoom);
    tellRoom();
    page.do("lessons", "kept", remembered("lessons") ?? "");
    const host = byId("side-lessons", HTMLElement);
    page.show({ lessons: [host, byId("lesson-reminder", HTMLElement)] });
    const lighting = new Lighting(host, pointing);
    new MutationObserver(() => lighting.light()).observe(host, { childList: true, subtree: true });

    run.on("step", () => this.#ran());
    run.on("change", () => this.#ran());
    language.on("change", () => page.do("lessons", "reword"));
    addEventListener("popstate", () => page.do("lessons", "follow", named()));
  }

  /** Opens the lesson that the address names, if any. */
  async start() {
    this.page.do("lessons", "start", named());
    await this.#fetched;
  }

  /** Hands over the files of a lesson.
   * @param {string} lesson
   */
  async #fetch(lesson) {
    const { code } = this.language;
    const read = async (/** @type {string} */ path) => JSON.stringify(await readJSON(path));
    const files = await Promise.all([read(`lessons/${lesson}.json`), read(`lessons/${code}/${lesson}.json`)]).catch(() => null);
    // Another language has been asked for meanwhile.
    if (this.language.code !== code) return;
    if (files) this.page.do("lessons", "fetched", lesson, ...files);
    else this.page.do("lessons", "missing", lesson);
  }

  /** The run is another one, or further: what a task asks for may hold only for a while. */
  #ran() {
    if (!this.#open) return;
    this.page.do("lessons", "look");
    this.#timer ||= window.setTimeout(() => {
      this.#timer = 0;
      this.page.do("lessons", "numbers");
    }, PAUSE);
  }
}

/** The lesson in the address, as it stands there. */
const named = () => asked().query.get("lesson") ?? "";

/** Writes the open lesson into the address.
 * @param {import("../types.js").Effects["lesson"]} effect
 */
function writeAddress({ lesson, push }) {
  const address = new URL(location.href);
  if (lesson) address.searchParams.set("lesson", lesson);
  else address.searchParams.delete("lesson");
  if (address.href !== location.href) changeAddress(push ? "push" : "replace", address);
}
