import { answers, events, like } from "./answers.js";

/** How long a frame may take to answer, in milliseconds. */
export const PATIENCE = 15000;

/** The messages to and from one playground's frame; docs/protocol.md. Only its own window is heard, and what it says only
 * where it is like what a playground says.
 * @param {HTMLIFrameElement} frame
 * @param {string} home the origin of its document, "null" where that is opaque
 * @param {(type: string, payload: any) => void} heard an event
 */
export function pipe(frame, home, heard) {
  let last = 0;
  /** Who waits for an answer, by id. @type {Map<number, {example: unknown, resolve: (payload: any) => void, reject: (error: Error) => void}>} */
  const open = new Map();

  /** @param {MessageEvent} event */
  const listen = ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== home || data?.nnpg !== 1) return;
    const { id, type, payload } = data;
    if (id === null && typeof type === "string" && Object.hasOwn(events, type) && like(payload, events[type])) heard(type, payload);
    const waiting = open.get(id);
    open.delete(id);
    if (type === "result" && like(payload, waiting?.example)) waiting?.resolve(payload);
    else waiting?.reject(new Error(like(payload, { message: "" }) ? payload.message : "no answer"));
  };
  addEventListener("message", listen);

  return {
    /** Sends a command; the promise is for its result.
     * @param {string} type
     * @param {object | null} [payload]
     * @returns {Promise<any>}
     */
    send: (type, payload = null) =>
      new Promise((resolve, reject) => {
        open.set(++last, { example: answers[type], resolve, reject });
        frame.contentWindow?.postMessage({ nnpg: 1, id: last, type, payload }, home === "null" ? "*" : home);
      }),

    close() {
      removeEventListener("message", listen);
      for (const { reject } of open.values()) reject(new Error("put away"));
    },
  };
}
