import { copy } from "./clipboard.js";
import { byId } from "./dom.js";
import { framed } from "./embedding/frame.js";
import { save } from "./saving.js";
import { publicAddress } from "./site.js";

/** The dialog that shares the run, as engine/page/share has it: its pictures are painted here.
 * @param {import("./page.js").Page} page
 * @param {import("./figure/paper.js").Paper} paper
 */
export function sharing(page, paper) {
  const image = () => byId("share-image", HTMLImageElement);
  const area = byId("share-text", HTMLTextAreaElement);
  /** What is on show: of a drawing nothing, as its text is. @type {HTMLCanvasElement | null} */
  let canvas = null;

  page.on("paint", (picture) => {
    if (picture.kind === "drawing") {
      canvas = null;
      area.value = paper.drawing(picture).file();
      image().src = `data:image/svg+xml,${encodeURIComponent(area.value)}`;
      return;
    }
    ({ canvas } = paper.bitmap(picture));
    image().src = canvas.toDataURL();
    byId("share-size", HTMLElement).textContent = `${canvas.width} × ${canvas.height}`;
  });
  page.on("copyPicture", async () => {
    const png = canvas && (await paper.png(canvas));
    const copied = await copy(png ?? area.value, png ? image().parentElement : area);
    page.do("share", copied ? "copied" : "selected");
  });
  const keep = async (/** @type {HTMLCanvasElement | null} */ canvas, /** @type {string} */ name) => {
    const file = canvas ? await paper.png(canvas) : new Blob([area.value], { type: "image/svg+xml" });
    if (!file) return;
    save(file, name);
    page.do("share", "saved", name);
  };
  page.on("savePicture", ({ name }) => void keep(canvas, name));
  page.on("saveDrawing", async ({ name, svg }) => keep(await paper.pixels(svg), name));
  page.on("still", (picture) => void keep(paper.bitmap(picture).canvas, picture.name));

  page.do("share", "at", publicAddress().href, String(framed));
  byId("copy-link", HTMLButtonElement).addEventListener("click", () => page.do("share", "run", publicAddress().href));
}
