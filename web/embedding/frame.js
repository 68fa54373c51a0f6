/** Whether the page stands in a frame of another page. */
export const framed = window.parent !== window;

/** Whether the reader has just done something, not the page around this one. */
export function byReader() {
  return !framed || (navigator.userActivation?.isActive ?? true);
}
