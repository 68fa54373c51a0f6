import { readJSON } from "./assets.js";
import { words } from "./bind.js";
import { copy, select } from "./clipboard.js";
import { byId } from "./dom.js";
import { changeAddress, changeQuery } from "./history.js";
import { save } from "./saving.js";
import { remember, remembered } from "./storage.js";

/** Milliseconds, at most, until what was used is asked for again. */
const AGAIN = 8000;

/** Brings about what engine/page asks for and only a browser can do.
 * @param {import("./page.js").Page} page
 */
export function effect(page) {
  page.on("copy", async ({ text, shown, part }) => {
    const copied = await copy(text, shown ? byId(shown, HTMLElement) : null);
    if (copied) document.getSelection()?.removeAllRanges();
    page.do(part, copied ? "copied" : "selected");
  });
  page.on("focus", ({ id }) => {
    const element = byId(id, HTMLElement);
    /** @type {HTMLElement} */ (element.querySelector("[tabindex='0']") ?? element).focus();
  });
  page.on("return", ({ id }) => {
    const { activeElement } = document;
    if (activeElement === document.body || !activeElement?.checkVisibility()) document.getElementById(id)?.focus();
  });
  page.on("sight", ({ id, inline }) => byId(id, HTMLElement).scrollIntoView({ block: "nearest", inline }));
  page.on("onward", ({ id, by, then }) => {
    const view = byId(id, HTMLElement);
    const from = view.scrollTop;
    view.scrollTop += by * view.clientHeight;
    if (view.scrollTop !== from) return;
    view.scrollTop = 0;
    page.do(then);
  });
  page.on("recall", ({ keys, then }) => page.do(then, ...keys.map((key) => remembered(key) ?? "")));
  page.on("fetch", async ({ files, then }) => {
    const texts = await Promise.all(files.map((file) => readJSON(file).then(JSON.stringify, () => "")));
    page.do(then, ...texts);
  });
  page.on("keep", ({ key, text }) => remember(key, text));
  page.on("query", ({ key, value, push }) => changeQuery(key, value, push));
  page.on("entry", ({ text }) => changeAddress("replace", location.href, text));
  const later = (/** @type {import("./types.js").Effects["later"]} */ { milliseconds, intent, unused }) => setTimeout(() => {
    const used = document.getElementById(unused)?.matches(":hover, :focus-within");
    if (used) later({ milliseconds: Math.min(milliseconds, AGAIN), intent, unused });
    else page.do(intent);
  }, milliseconds);
  page.on("later", later);
  page.on("visit", ({ address }) => open(address) ?? page.do("share", "link", address));
  page.on("close", ({ element }) => byId(element, HTMLDialogElement).close());
  page.on("fill", ({ element, text, line }) => {
    const field = byId(element, HTMLTextAreaElement);
    field.value = text;
    const lines = field.value.split("\n");
    const start = lines.slice(0, Math.max(0, line - 1)).reduce((sum, { length }) => sum + length + 1, 0);
    field.focus();
    field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    field.scrollTop = Math.max(0, line - 3) * (field.scrollHeight / lines.length);
  });
  page.on("select", ({ id }) => select(byId(id, HTMLElement)));
  page.on("save", ({ name, type, text }) => save(new Blob([text], { type }), name));
  page.on("words", ({ text, then }) => page.do(then, words(text, page.language)));
  page.on("dialog", ({ element, first }) => {
    const dialog = byId(element, HTMLDialogElement);
    if (!dialog.open) dialog.showModal();
    /** @type {HTMLElement | null} */ (dialog.querySelector(first))?.focus({ preventScroll: true });
  });
}
