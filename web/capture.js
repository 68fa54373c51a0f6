import { framed } from "./embedding/frame.js";
import { frameNow } from "./embedding/sight.js";

/** What the engine has painted, on the page's background, as the data URL of a PNG; null where it cannot paint.
 * @param {import("./types.js").Engine} engine
 * @returns {Promise<string | null>}
 */
export async function capture(engine) {
  const painted = document.querySelector("body > canvas");
  if (!(painted instanceof HTMLCanvasElement) || painted.width === 0) return null;
  if (framed) {
    // Frames may stay away while a frame is out of sight.
    engine.draw();
    frameNow();
  } else {
    // A frame asked for between two frames comes after the engine's, which has asked already.
    await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
    engine.draw();
    await new Promise(requestAnimationFrame);
  }
  // The picture is there until the frame ends.
  const picture = document.createElement("canvas");
  picture.width = painted.width;
  picture.height = painted.height;
  const context = picture.getContext("2d");
  if (!context) return null;
  context.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
  context.fillRect(0, 0, picture.width, picture.height);
  context.drawImage(painted, 0, 0);
  return picture.toDataURL();
}
