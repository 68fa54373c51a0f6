import { byId } from "./dom.js";
import { framed } from "./embedding/frame.js";
import { typing } from "./keyboard.js";
import { modalOpen } from "./modal.js";

/** Bytes of a file: one more than engine/dataset/table takes. */
const MOST = (1 << 21) + 1;

/** Hands engine/page/own tables wherever they come from: dropped, pasted, chosen.
 * @param {import("./page.js").Page} page
 */
export function own(page) {
  const [dialog, file] = [byId("table-dialog", HTMLDialogElement), byId("table-file", HTMLInputElement)];
  const drop = (/** @type {boolean} */ may) => document.documentElement.toggleAttribute("data-dropping", may);
  page.do("own", "start", String(framed));
  byId("drawing", HTMLElement).addEventListener("contextmenu", (event) => event.preventDefault());
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
    if (event.target === byId("table-text", HTMLTextAreaElement)) page.offer(event, "own", "paste", text);
    if (modalOpen() || typing(event.target) || (!text && files.length === 0)) return;
    event.preventDefault();
    if (text) page.do("own", "read", text);
    else void read(page, files);
  });
  byId("table-open", HTMLButtonElement).addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    const files = [...(file.files ?? [])];
    file.value = ""; // so that the same one can be chosen again
    if (files.length > 0) void read(page, files);
  });
}

/** @param {import("./page.js").Page} page @param {ArrayLike<File>} files */
async function read(page, files) {
  if (files.length > 1) return page.do("own", "refuse", "several");
  const bytes = await files[0].slice(0, MOST).arrayBuffer().catch(() => null);
  if (bytes) page.take(page.engine.file(new Uint8Array(bytes)));
  else page.do("own", "refuse", "unread");
}
