/** The element that web/embed.js defines; docs/protocol.md describes it. The file stands alone, as it is served so. */

/** All settings of an experiment, by their keys in a link. */
export interface Config {
  data: string;
  n: number;
  noise: number;
  factor: number;
  clusters: number;
  dseed: number;
  test: number;
  scaling: string;
  yscaling: string;
  in: string[];
  net: number[];
  act: string[];
  slope: number;
  out: string;
  loss: string;
  init: string;
  scale: number;
  seed: number;
  lr: number;
  opt: string;
  batch: number;
  bseed: number;
  l1: number;
  l2: number;
  steps: number;
}

export interface Metrics {
  step: number;
  epoch: number;
  /** Null where it is not finite. */
  cost: number | null;
  testCost: number | null;
  accuracy: number | null;
  testAccuracy: number | null;
  diverged: boolean;
}

/** What of a link or a change was not taken as given, and what was used instead. */
export interface Warning {
  key: string;
  value: string;
  used: string;
  reason: string;
}

export type State = "paused" | "playing" | "seeking";

export interface PlaygroundElement extends HTMLElement {
  /** Loads the playground if it is not, in place of another one in sight if need be; resolves when its run stands. */
  load(): Promise<void>;
  run(): Promise<null>;
  pause(): Promise<null>;
  /** Trains n more updates, 1 without. */
  step(n?: number): Promise<Metrics>;
  reset(): Promise<null>;
  getConfig(): Promise<Config>;
  /** Changes some settings, or opens the run of a link's fragment. Calls that wait become one: merged is their number. */
  setConfig(config: Partial<Config> | string): Promise<{ warnings: Warning[]; merged?: number }>;
  getMetrics(): Promise<Metrics>;
  /** The outputs for at most 1,000 points of the plane. */
  predict(points: number[][]): Promise<number[]>;
  /** The pictures on show with their words, the data URL of a PNG. */
  snapshot(): Promise<string>;
  /** A link that opens this run on a page of its own. */
  getShareUrl(): Promise<string>;
  focus(): Promise<null>;
  /** Takes the element out of the page. */
  destroy(): Promise<void>;
}

/** The details of the element's events, which bubble. */
export interface PlaygroundEvents {
  "nn-ready": CustomEvent<{ config: Config; metrics: Metrics }>;
  "nn-change": CustomEvent<{ cause: string; restarted: boolean; config: Config }>;
  /** At most four times a second. */
  "nn-metrics": CustomEvent<Metrics>;
  /** asleep: it has given up its graphics context and shows its last picture. */
  "nn-state": CustomEvent<{ state: State | "asleep" }>;
  /** The height that would suit, in CSS pixels. */
  "nn-resize": CustomEvent<{ height: number }>;
  "nn-error": CustomEvent<{ reason: "noWebGL2" | "noWebAssembly" | "forbidden" | "offline" | "missing" | "altered" | "broken" | "timeout" }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "nn-playground": PlaygroundElement;
  }
  interface HTMLElementEventMap extends PlaygroundEvents {}
}
