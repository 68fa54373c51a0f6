/** Pixels of a module and modules around the code: what readers ask for. */
const MODULE = 8;
const QUIET = 4;

/** Paints a QR code, dark on light in any theme: not all readers take it the other way round.
 * @param {boolean[][]} rows true for dark
 */
export function paintCode(rows) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = (rows.length + 2 * QUIET) * MODULE;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas of this size");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = "#000";
  rows.forEach((row, y) => row.forEach((dark, x) => dark && context.fillRect((x + QUIET) * MODULE, (y + QUIET) * MODULE, MODULE, MODULE)));
  return canvas;
}
