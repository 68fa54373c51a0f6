/** How long a frame may take to answer, in milliseconds. */
export const PATIENCE = 15000;

/** The messages to and from one playground's frame; docs/protocol.md. Only its own window is heard. */
export class Pipe {
  #last = 0;
  /** @type {Map<number, {resolve: (payload: any) => void, reject: (error: Error) => void}>} */
  #open = new Map();

  /**
   * @param {HTMLIFrameElement} frame
   * @param {string} origin of its document, "null" where that is opaque
   * @param {(type: string, payload: any) => void} heard an event
   */
  constructor(frame, origin, heard) {
    this.frame = frame;
    this.origin = origin;
    this.heard = heard;
    addEventListener("message", this);
  }

  /** Sends a command; the promise is for its result.
   * @param {string} type
   * @param {object | null} [payload]
   * @returns {Promise<any>}
   */
  send(type, payload = null) {
    return new Promise((resolve, reject) => {
      this.#open.set(++this.#last, { resolve, reject });
      this.frame.contentWindow?.postMessage({ nnpg: 1, id: this.#last, type, payload }, this.origin === "null" ? "*" : this.origin);
    });
  }

  /** @param {MessageEvent} event */
  handleEvent({ source, origin, data }) {
    if (source !== this.frame.contentWindow || origin !== this.origin || data?.nnpg !== 1) return;
    const { id, type, payload } = data;
    if (id === null) return this.heard(type, payload);
    const waiting = this.#open.get(id);
    this.#open.delete(id);
    if (type === "result") waiting?.resolve(payload);
    else waiting?.reject(new Error(payload?.message));
  }

  close() {
    removeEventListener("message", this);
    for (const { reject } of this.#open.values()) reject(new Error("put away"));
    this.#open.clear();
  }
}
