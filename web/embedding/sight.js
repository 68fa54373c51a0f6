/** Whether the frame is scrolled out of sight. */
let away = false;

/** Whether the page can be seen: its tab is not hidden, and it is not in a frame that is scrolled away. */
export function inSight() {
  return !document.hidden && !away;
}

/** Lets a page in a frame rest while it is scrolled away: nobody who waits for an animation frame, the engine
 * included, gets one before the page is in sight again. To be called before anyone has asked for one.
 */
export function restOutOfSight() {
  /** Who waits for an animation frame. @type {Map<number, FrameRequestCallback>} */
  const waiting = new Map();
  const request = window.requestAnimationFrame.bind(window);
  let last = 0;
  const pass = (/** @type {number} */ id) =>
    request((now) => {
      const callback = waiting.get(id);
      waiting.delete(id);
      callback?.(now);
    });
  window.requestAnimationFrame = (callback) => {
    waiting.set(++last, callback);
    if (!away) pass(last);
    return last;
  };
  window.cancelAnimationFrame = (id) => void waiting.delete(id);
  new IntersectionObserver((entries) => {
    away = !entries[entries.length - 1].isIntersecting;
    if (!away) for (const id of [...waiting.keys()]) pass(id);
  }).observe(document.documentElement);
}
