/** Whether the page stands in a frame of another page. */
export const framed = window.parent !== window;
