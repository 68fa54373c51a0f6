import { rasterized } from "./bitmap.js";
import { bitmap, drawing, snapshot } from "./figure.js";

/** Makes pictures of the run to keep, in the page's language, notation and colours or in others. */
export class Paper {
  /**
   * @param {import("./figure.js").Speaker} speaker
   * @param {import("../theme.js").Theme} theme
   * @param {() => void} measure finds where the slots are
   */
  constructor(speaker, theme, measure) {
    this.speaker = speaker;
    this.theme = theme;
    this.measure = measure;
  }

  /** Paints a figure.
   * @param {import("./figure.js").Asked & {theme?: string}} options
   */
  bitmap({ theme, ...options }) {
    return bitmap(this.speaker, this.theme.colours(theme), options);
  }

  /** Draws the network in vectors.
   * @param {{caption: import("./figure.js").Caption | null, title: string, theme?: string}} options
   */
  drawing({ theme, ...options }) {
    return drawing(this.speaker, this.theme.colours(theme), options);
  }

  /** Paints a drawing.
   * @param {string} svg
   */
  pixels(svg) {
    return rasterized(svg);
  }

  /** What is painted as a file, null where the browser has no room for it.
   * @param {HTMLCanvasElement} canvas
   * @returns {Promise<Blob | null>}
   */
  png(canvas) {
    return new Promise((resolve) => canvas.toBlob(resolve));
  }

  /** Paints what the page shows, as it shows it. */
  snapshot() {
    this.measure();
    return snapshot(this.speaker, this.theme.colours());
  }
}
