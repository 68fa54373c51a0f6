import { bitmap, drawing, snapshot } from "./figure.js";

/** Makes pictures of the run to keep, in the page's language, notation and colours or in others. */
export class Paper {
  /**
   * @param {import("./words.js").Speaker} speaker
   * @param {import("../theme.js").Theme} theme
   */
  constructor(speaker, theme) {
    this.speaker = speaker;
    this.theme = theme;
  }

  /** Paints a figure.
   * @param {{part: import("./figure.js").Part, scale: number, caption: import("./figure.js").Caption | null, theme?: string}} options
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

  /** Paints what the page shows, as it shows it. */
  snapshot() {
    return snapshot(this.speaker, this.theme.colours());
  }
}
