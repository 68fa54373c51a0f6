import { now } from "./clock.js";

/** Milliseconds between the pictures of a seek: enough to see it go on. */
const GLIMPSE = 250;
/** A machine that paints faster than this paints in every frame. */
const QUICK = 16;
/** Milliseconds between looks whether a picture is finished. */
const POLL = 4;

/** Has the run painted as it trains, as often as the machine can paint without harm to all else: after a slow
 * picture the next one waits for half as long again. Changes that a visitor makes are painted without waiting.
 * @param {import("./page.js").Page} page
 * @param {() => WebGL2RenderingContext | null} context what the engine paints with
 */
export function paintAlong(page, context) {
  let [painting, wanted] = [false, false];
  let hurry = () => {};
  const paint = async () => {
    painting = true;
    while (wanted) {
      wanted = false;
      // An answer that has just come has asked for this picture too.
      if (page.stale) page.do("picture");
      await new Promise(requestAnimationFrame);
      const start = now();
      await finished(context);
      const took = now() - start;
      const rest = Math.max(took > QUICK ? took / 2 : 0, document.documentElement.dataset.run === "seeking" ? GLIMPSE - took : 0);
      if (rest > 0) await Promise.race([pause(rest), new Promise((resolve) => (hurry = () => resolve(null)))]);
    }
    painting = false;
  };
  const want = () => {
    wanted = true;
    if (!painting) void paint();
  };
  page.on("stepped", want);
  page.on("state", ({ state }) => {
    // Where a run stops is seen at once.
    if (state === "paused") hurry();
    want();
  });
}

/** Waits until all that the engine asked of the graphics card in this frame is done.
 * @param {() => WebGL2RenderingContext | null} graphics
 */
async function finished(graphics) {
  // The engine's own turn in the frame may come after this one.
  await pause(0);
  const context = graphics();
  const fence = context?.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (!context || !fence) return;
  context.flush();
  while (!context.isContextLost() && context.getSyncParameter(fence, context.SYNC_STATUS) !== context.SIGNALED) await pause(POLL);
  context.deleteSync(fence);
}

/** @param {number} milliseconds */
function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
