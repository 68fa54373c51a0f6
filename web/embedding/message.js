/** Bytes of text, about, that a message may hold. */
const LARGEST = 64 * 1024;
const DEEPEST = 8;
const LONGEST_NAME = 64;

/** Whether data is a command: well formed, plain and small.
 * @param {unknown} data
 * @returns {data is import("./types.js").Message & {id: string | number}}
 */
export function isCommand(data) {
  if (!isPlain(data)) return false;
  const { nnpg, id, type, payload, ...more } = data;
  return nnpg === 1 && isName(type) && (isName(id) || Number.isFinite(id)) && Object.keys(more).length === 0 && isSmall(payload);
}

/** @param {unknown} value */
function isName(value) {
  return typeof value === "string" && value.length > 0 && value.length <= LONGEST_NAME;
}

/** Whether a value is an object of its own fields alone.
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isPlain(value) {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Whether a value is what JSON can hold, and no more than a message may; looks no further than that.
 * @param {unknown} value
 */
function isSmall(value) {
  let left = LARGEST;
  /** @type {(part: unknown, depth: number) => boolean} */
  const fits = (part, depth) => {
    left -= typeof part === "string" ? part.length : 8;
    if (left < 0 || depth > DEEPEST) return false;
    if (Array.isArray(part)) return part.length * 8 <= left && part.every((item) => fits(item, depth + 1));
    if (isPlain(part)) return Object.entries(part).every(([key, item]) => fits(key, depth) && fits(item, depth + 1));
    return part == null || typeof part === "string" || typeof part === "boolean" || Number.isFinite(part);
  };
  return fits(value, 0);
}
