/** ebiten appends one canvas to the body and sizes it from body.clientWidth and clientHeight times the device
 * pixel ratio it read first. Here the canvas becomes a backdrop of the page, sharp after a zoom too.
 */

/** Answers ebiten's questions about the body's size with the canvas's, corrected for a changed pixel ratio.
 * To be called before the engine starts.
 */
export function fitBody() {
  const first = devicePixelRatio;
  const corrected = () => devicePixelRatio / first;
  Object.defineProperties(document.body, {
    clientWidth: { get: () => (drawn()?.offsetWidth ?? innerWidth) * corrected() },
    clientHeight: { get: () => (drawn()?.offsetHeight ?? innerHeight) * corrected() },
  });

  // A window moved to another screen changes the ratio without a resize.
  const watch = () => {
    const ratio = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    ratio.addEventListener("change", () => (dispatchEvent(new Event("resize")), watch()), { once: true });
  };
  watch();
}

const drawn = () => /** @type {HTMLCanvasElement | null} */ (document.querySelector("body > canvas"));

/** Takes the canvas out of the tab order and away from screen readers. */
export function makeBackdrop() {
  const canvas = drawn();
  if (!canvas) return;
  Object.assign(canvas, { tabIndex: -1, ariaHidden: "true" });
  // A phone's window is wider than its page for a moment while it is turned, and no event tells the end of that.
  new ResizeObserver(() => dispatchEvent(new Event("resize"))).observe(canvas);
}

/** The context that ebiten paints with. Before its first frame this would make one that it cannot use. */
export function graphics() {
  return drawn()?.getContext("webgl2") ?? null;
}

/** Whether this browser and machine can draw the pictures. */
export function hasWebGL2() {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}

/** Keeps ebiten from reloading the page when the graphics context is lost, and tells instead.
 * @param {() => void} lost
 */
export function onContextLost(lost) {
  addEventListener("webglcontextlost", (event) => {
    if (!(event.target instanceof Node && event.target.isConnected)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    lost();
  }, true);
}
