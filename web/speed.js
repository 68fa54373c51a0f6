/** How fast a run plays: by the second, by the frame, or as fast as frames allow.
 * @typedef {{name: string, perSecond?: number, perFrame?: number}} Speed
 */

/** @type {readonly Speed[]} */
export const speeds = [
  { name: "1", perSecond: 1 },
  { name: "5", perSecond: 5 },
  { name: "20", perSecond: 20 },
  { name: "60", perSecond: 60 },
  { name: "frame", perFrame: 10 },
  { name: "full", perFrame: Infinity },
];

export const usualSpeed = speeds[4];

/** Turns passing time into whole updates. */
export class Pace {
  #owed = 1;

  /** The updates due after elapsed seconds at a speed. The first one is due at once.
   * @param {Speed} speed
   * @param {number} elapsed
   */
  due(speed, elapsed) {
    if (speed.perFrame) return speed.perFrame;
    this.#owed += elapsed * (speed.perSecond ?? 0);
    const whole = Math.floor(this.#owed);
    this.#owed -= whole;
    return whole;
  }
}
