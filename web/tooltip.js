import { byId } from "./dom.js";

const GAP = 14;

/** A note beside the pointer. Screen readers get the same from the inspector. */
export class Tooltip {
  #box = byId("tooltip", HTMLElement);

  /** Shows content beside a point of the viewport.
   * @param {{x: number, y: number}} point
   * @param {...(Node | string)} content
   */
  show({ x, y }, ...content) {
    this.#box.replaceChildren(...content);
    this.#box.hidden = false;
    const { width, height } = this.#box.getBoundingClientRect();
    const left = x + GAP + width < innerWidth ? x + GAP : x - GAP - width;
    const top = y + GAP + height < innerHeight ? y + GAP : y - GAP - height;
    this.#box.style.left = `${Math.max(4, left)}px`;
    this.#box.style.top = `${Math.max(4, top)}px`;
  }

  hide() {
    this.#box.hidden = true;
  }
}
