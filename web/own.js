import { select } from "./clipboard.js";
import { byId } from "./dom.js";
import { framed } from "./embedding/frame.js";
import { typing } from "./keyboard.js";
import { modalOpen } from "./modal.js";
import { placeIn } from "./pointing.js";
import { save } from "./saving.js";

/** Characters or bytes of a table: one more than engine/dataset/table takes. */
const MOST = (1 << 20) + 1;

/** Hands engine/page/own what a pointer does over the plane, and tables: dropped, pasted, chosen, typed in.
 * @param {import("./page.js").Page} page
 */
export function own(page) {
  const dialog = byId("table-dialog", HTMLDialogElement);
  page.do("own", "start", String(framed));
  draw(page, byId("drawing", HTMLElement));
  listen(page, dialog);
  fill(page, dialog);
}

/** A pointer over the plane. Browsers hand on what a pointer does once a frame.
 * @param {import("./page.js").Page} page
 * @param {HTMLElement} plane
 */
function draw(page, plane) {
  plane.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary) return;
    if (event.button === 0) plane.setPointerCapture(event.pointerId);
    page.do("own", "press", ...placeIn(plane, event), event.pointerType, String(event.button));
  });
  plane.addEventListener("pointerenter", () => page.do("pointing", "leave"));
  plane.addEventListener("pointermove", (event) => {
    // What the picture says of a place would stand in the way.
    event.stopPropagation();
    if (event.isPrimary) page.do("own", "move", ...placeIn(plane, event), event.pointerType);
  });
  for (const end of ["lostpointercapture", "pointerleave"]) plane.addEventListener(end, () => page.do("own", "lift"));
  plane.addEventListener("click", (event) => plane.hasAttribute("data-drew") && event.stopPropagation());
  plane.addEventListener("contextmenu", (event) => event.preventDefault());
}

/** Files and tables wherever they come.
 * @param {import("./page.js").Page} page
 * @param {HTMLDialogElement} dialog
 */
function listen(page, dialog) {
  const drop = (/** @type {boolean} */ may) => document.documentElement.toggleAttribute("data-dropping", may);
  addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    const behind = modalOpen() && !dialog.open;
    event.dataTransfer.dropEffect = behind ? "none" : "copy";
    drop(!behind);
  });
  addEventListener("dragleave", ({ relatedTarget }) => relatedTarget === null && drop(false));
  addEventListener("drop", (event) => {
    drop(false);
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    void read(page, event.dataTransfer.files);
  });
  addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const files = event.clipboardData?.files ?? [];
    if (modalOpen() || typing(event) || (!text && files.length === 0)) return;
    event.preventDefault();
    if (text) page.do("own", "read", text.slice(0, MOST));
    else void read(page, files);
  });
}

/** The table in its dialog. What it is saved as can be copied too, as a frame may not save.
 * @param {import("./page.js").Page} page
 * @param {HTMLDialogElement} dialog
 */
function fill(page, dialog) {
  const [text, file] = [byId("table-text", HTMLTextAreaElement), byId("table-file", HTMLInputElement)];
  const press = (/** @type {string} */ name, /** @type {() => void} */ act) => byId(`table-${name}`, HTMLButtonElement).addEventListener("click", act);
  press("open", () => file.click());
  press("save", () => {
    save(new Blob([text.value], { type: "text/csv" }), "points.csv");
    select(text);
  });
  press("use", () => page.do("own", "read", text.value.slice(0, MOST)));
  file.addEventListener("change", () => {
    const files = [...(file.files ?? [])];
    file.value = ""; // so that the same one can be chosen again
    if (files.length > 0) void read(page, files);
  });
  text.addEventListener("paste", (event) => page.offer(event, "own", "paste", event.clipboardData?.getData("text/plain").slice(0, MOST) ?? ""));
  dialog.addEventListener("close", () => page.do("own", "leave", text.value.slice(0, MOST)));
}

/** @param {import("./page.js").Page} page @param {ArrayLike<File>} files */
async function read(page, files) {
  if (files.length > 1) return page.do("own", "refuse", "several");
  const bytes = await files[0].slice(0, MOST).arrayBuffer().catch(() => null);
  if (bytes) page.take(page.engine.file(new Uint8Array(bytes)));
  else page.do("own", "refuse", "unread");
}
