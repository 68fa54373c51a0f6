/** Does one thing after the other while there is time for it: a share of the time that passes, and after a rest as much
 * as most at once. What takes longer than is left overdraws it, by no more than most, so that a clock that jumps is soon
 * forgotten. The rest waits and is gone on with by itself.
 * @param {{share: number, most: number, least: number}} time in milliseconds; least is what one thing counts at least
 * @param {() => boolean} waits whether there is something to do
 * @param {() => void} act does the first that waits
 * @returns {() => void} does what waits, as far as there is time
 */
export function turns({ share, most, least }, waits, act) {
  let left = most;
  let seen = performance.now();
  /** @type {ReturnType<typeof setTimeout> | 0} */
  let timer = 0;

  const take = () => {
    const began = performance.now();
    act();
    left = Math.max(-most, left - Math.max(least, performance.now() - began));
  };
  const goOn = () => {
    while (!timer && waits()) {
      const now = performance.now();
      left = Math.min(most, left + Math.max(0, now - seen) * share);
      seen = now;
      if (left > 0) take();
      else timer = setTimeout(due, Math.ceil(-left / share) + 1);
    }
  };
  /** A turn has come whatever the clock says, which may stand still. */
  const due = () => {
    timer = 0;
    if (waits()) take();
    goOn();
  };
  return goOn;
}
