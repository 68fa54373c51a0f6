/** What may hold one of the few graphics contexts that a page should have at a time.
 * @typedef {object} Holder
 * @property {boolean} visible
 * @property {() => void} wake
 * @property {() => Promise<void>} sleep
 */

/** How many may be awake: a phone has little memory. */
const most = matchMedia("(pointer: coarse) and (max-device-width: 599px)").matches ? 2 : 4;

/** Who is awake, the least recently seen first. @type {Set<Holder>} */
const awake = new Set();
/** Who of them is falling asleep. @type {Set<Holder>} */
const drowsy = new Set();
/** Who waits for a place, and whether out of sight too. @type {Map<Holder, boolean>} */
const waiting = new Map();

/** Wakes someone as soon as there is a place. Where all are taken, the least recently seen out of sight has to make
 * way, and for an urgent wish someone in sight if need be.
 * @param {Holder} holder
 * @param {boolean} [urgent]
 */
export function want(holder, urgent = false) {
  if (awake.has(holder) && !drowsy.has(holder)) {
    awake.delete(holder);
    awake.add(holder);
    return;
  }
  waiting.set(holder, urgent || waiting.get(holder) === true);
  void share(urgent);
}

/** Notes that someone is no longer in sight.
 * @param {Holder} holder
 */
export function unseen(holder) {
  if (waiting.get(holder) === false) waiting.delete(holder);
  void share(false);
}

/** Gives up a place, or the wish for one.
 * @param {Holder} holder
 */
export function leave(holder) {
  waiting.delete(holder);
  awake.delete(holder);
  void share(false);
}

/** @param {boolean} urgent */
async function share(urgent) {
  for (const holder of waiting.keys()) {
    if (awake.size >= most) break;
    // It has to sleep before it can wake.
    if (drowsy.has(holder)) continue;
    waiting.delete(holder);
    awake.add(holder);
    holder.wake();
  }
  if (drowsy.size >= waiting.size) return;
  const rested = [...awake].filter((holder) => !drowsy.has(holder));
  const idle = rested.find(({ visible }) => !visible) ?? (urgent && rested[0]);
  if (!idle) return;
  drowsy.add(idle);
  await idle.sleep();
  drowsy.delete(idle);
  awake.delete(idle);
  void share(false);
}
