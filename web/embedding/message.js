/** Bytes of text, about, that a message may hold. */
const LARGEST = 64 * 1024;
const DEEPEST = 9;

/** A message as JSON text, null where it is no object, not plain or large. It is looked at no further than that.
 * @param {unknown} data
 */
export function textOf(data) {
  let left = LARGEST;
  /** @type {(part: unknown, depth: number) => boolean} */
  const fits = (part, depth) => {
    left -= typeof part === "string" ? part.length : 8;
    if (left < 0 || depth > DEEPEST) return false;
    if (Array.isArray(part)) return part.length * 8 <= left && part.every((item) => fits(item, depth + 1));
    if (isPlain(part)) return Object.entries(part).every(([key, item]) => fits(key, depth) && fits(item, depth + 1));
    return part == null || typeof part === "string" || typeof part === "boolean" || Number.isFinite(part);
  };
  // What is missing or not defined is nothing, not left out.
  return isPlain(data) && fits(data, 0) ? JSON.stringify(data, (_, part) => part ?? null) : null;
}

/** Whether a value is an object of its own fields alone.
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isPlain(value) {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
