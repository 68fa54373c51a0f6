import { readJSON } from "../assets.js";
import { query } from "../query.js";
import { remembered } from "../storage.js";

/** Where a panel leaves a lesson its place; css/lessons.css has the same. Elsewhere a button opens it. */
const BESIDE = "(min-width: 62.5em)";

/** What the lessons need a browser for: their files, the address, and whether there is room beside them. What they show
 * and do is engine/page/lessons.
 */
export class Lessons {
  /** Resolves when what was fetched last is on show. */
  #fetched = Promise.resolve();

  /**
   * @param {import("../page.js").Page} page
   * @param {import("../language.js").Language} language
   */
  constructor(page, language) {
    this.page = page;
    this.language = language;
    page.on("fetch", ({ lesson }) => void (this.#fetched = this.#fetch(lesson)));
    page.do("lessons", "kept", remembered("lessons") ?? "");
    const room = matchMedia(BESIDE);
    const tellRoom = () => page.do("lessons", "room", String(room.matches));
    room.addEventListener("change", tellRoom);
    tellRoom();
    language.on("change", () => page.do("lessons", "reword"));
    addEventListener("popstate", () => page.do("lessons", "follow", query().get("lesson") ?? ""));
  }

  /** Opens the lesson that the address names, if any.
   * @param {string} lesson
   */
  async start(lesson) {
    if (lesson) this.page.do("lessons", "start", lesson);
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
}
