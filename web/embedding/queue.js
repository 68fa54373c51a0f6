import { commands } from "./commands.js";

/** @typedef {import("./types.js").Waiting} Waiting */

/** Commands that wait for their turn, at most. */
const MOST_WAITING = 100;
/** Commands carried out as one, at most: of those that read, answers may be large. */
const MOST_JOINED = 20_000;
const MOST_READING = 1000;

/** Puts a command last among those that wait, or makes it one with one before it. What there is no room for is left out.
 * @param {Waiting[]} waiting
 * @param {Waiting} command
 * @returns {boolean} whether it is not one too many of its type
 */
export function add(waiting, command) {
  const { reads, join, most = MOST_WAITING } = commands[command.type];
  let i = waiting.length - 1;
  while (reads && i > 0 && waiting[i].type !== command.type && commands[waiting[i].type].reads) i--;
  const earlier = waiting[i];
  if (earlier?.type === command.type && earlier.ids.length < (reads ? MOST_READING : MOST_JOINED)) {
    const payload = join?.(earlier.payload, command.payload);
    if (payload !== undefined) {
      earlier.payload = payload;
      earlier.ids.push(...command.ids);
      // Of what changes something it is the last, and may now be one with what is before it too.
      return reads || add(waiting, /** @type {Waiting} */ (waiting.pop()));
    }
  }
  const tooMany = waiting.filter(({ type }) => type === command.type).length >= most;
  if (!tooMany && waiting.length < MOST_WAITING) waiting.push(command);
  return !tooMany;
}
