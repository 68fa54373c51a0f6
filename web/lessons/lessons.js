import { readJSON } from "../assets.js";
import { tellMedia } from "../events.js";
import { query } from "../query.js";
import { remembered } from "../storage.js";

/** Where a panel leaves a lesson its place; templates/lessons.css has the same. Elsewhere a button opens it. */
const BESIDE = "(min-width: 62.5em)";

/** Gives the lessons what they need a browser for: their files, the address, and whether there is room beside them. What
 * they show and do is engine/page/lessons.
 * @param {import("../page.js").Page} page
 * @param {import("../language.js").Language} language
 * @returns {(lesson: string) => Promise<void>} opens the lesson that the address names, if any; resolves when it is on show
 */
export function lessons(page, language) {
  let fetched = Promise.resolve();
  const hand = async (/** @type {string} */ lesson) => {
    const { code } = language;
    const read = async (/** @type {string} */ path) => JSON.stringify(await readJSON(path));
    const files = await Promise.all([read(`lessons/${lesson}.json`), read(`lessons/${code}/${lesson}.json`)]).catch(() => null);
    // Another language has been asked for meanwhile.
    if (language.code !== code) return;
    if (files) page.do("lessons", "fetched", lesson, ...files);
    else page.do("lessons", "missing", lesson);
  };
  page.on("fetch", ({ lesson }) => void (fetched = hand(lesson)));
  page.do("lessons", "kept", remembered("lessons") ?? "");
  tellMedia(page, BESIDE, "lessons", "room");
  language.on("change", () => page.do("lessons", "reword"));
  addEventListener("popstate", () => page.do("lessons", "follow", query().get("lesson") ?? ""));
  return async (lesson) => {
    if (lesson) page.do("lessons", "start", lesson);
    await fetched;
  };
}
