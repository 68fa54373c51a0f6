/** The engine as WebAssembly offers it, and what the page's modules share. Indices are the lecture's. */

import type { Config, Metrics, State, Warning } from "./embed.js";

export type { Config, Metrics, State, Warning };

export interface Params {
  layers: { W: number[][]; b: number[]; activation: string }[];
}

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

export type SlotName = "network" | "output" | "cost";

/** What is to be painted in a slot, in device pixels; web/figure/shapes.js reads the numbers. */
export interface SlotPicture {
  clip: Box;
  strokes: Float64Array;
  dashes: Float64Array;
  fields: { box: Box; radius: number; pixels: Uint8ClampedArray<ArrayBuffer>; width: number; height: number }[];
  boxes: Float64Array;
}

/** engine/page/figure, Record. */
export interface Figure {
  margin: number;
  width: number;
  height: number;
  ticks: { x: number; y: number; text: string; anchor: "top" | "bottom" | "left" | "right"; room: number }[];
  headings: { x: number; y: number; says: import("./bind.js").Text }[];
  layers: { x: number; y: number; room: number; name: import("./bind.js").Text; activation: import("./bind.js").Text | null }[];
  names: { x: number; y: number; room: number; before: boolean; is: { m: string }; sign: string; called: import("./bind.js").Plain }[];
  legends: { x: number; y: number; room: number; align: "left" | "right" | "center"; entries: { sign: string; low: string; says: import("./bind.js").Plain }[] }[];
  equations: { name: import("./bind.js").Plain[]; lines: { formulas: { m: string }[] }[] }[];
  code: boolean[][];
}

/** engine/page/share, Picture. */
interface Picture {
  kind: "bitmap" | "drawing";
  part: string;
  scale: number;
  theme: string;
  address: string;
  title: string;
  caption: import("./figure/figure.js").Caption | null;
  name: string;
}

/** What engine/page asks of the browser. */
export interface Effects {
  /** Give an element the focus, or what in it the Tab key stops at first. */
  focus: { id: string };
  /** Give it the focus unless something else has it. */
  return: { id: string };
  /** Light the symbols of formulas that a selector finds, and no others. */
  light: { symbols: string };
  /** Select what an element holds. */
  select: { id: string };
  /** Bring an element into sight, "center" in the middle of what scrolls sideways around it. */
  sight: { id: string; inline?: ScrollLogicalPosition };
  /** Show what is out of sight of an element, on by so many screens or back; do an intent where there is nothing more. */
  onward: { id: string; by: number; then: string };
  /** Write a key of the address's query, or take it away. */
  query: { key: string; value: string; push: boolean };
  /** Copy a text; where that is not allowed select it in an element, by its id, if there is one. A part of the page hears what came of it. */
  copy: { text: string; shown: string; part: string };
  /** Save a file. */
  save: { name: string; type: string; text: string };
  /** Save a drawing, as SVG, in pixels. */
  saveDrawing: { name: string; svg: string };
  /** Do an intent after some time, once neither pointer nor focus are in an element, where it is there. */
  later: { milliseconds: number; intent: string; unused: string };
  /** The run is presented so; a picture or panel is shown without the rest of the page. */
  presented: { shape: string; show: string[]; drawn: boolean; run: boolean; lesson: string; page: string; lang: string; title: string; around: string };
  /** Tell the page around messages of a type, in answer to those of some ids or as an event to null: what a call gives or what is said. */
  post: { to: (string | number | null)[]; type: string; call: "" | "metrics" | "predict" | "snapshot"; given: any; says: unknown };
  /** Open another page beside this one, or copy a link to it. */
  visit: { address: string };
  /** Whether commands of the page around wait. */
  waits: { more: boolean };
  /** Go along with the theme of the page around, or of the address. */
  follow: { theme: string };
  /** Tell the page around which height would suit. */
  height: { height: number };
  /** Scroll a grid, in rem. */
  scroll: { key: string; left: string; top: string };
  /** A text to be copied. */
  text: { text: string };
  /** Keep a text under a key; bring back the texts of some keys to an intent, "" where there is none. */
  keep: { key: string; text: string };
  recall: { keys: string[]; then: string };
  /** Keep a text with the entry of the history. */
  entry: { text: string };
  /** Read files of web/ and hand what is in them to an intent, "" for one that does not come. */
  fetch: { files: string[]; then: string };
  /** Write a fragment into the address in place of another, as another entry of the history where push says so. */
  address: { from: string; fragment: string; push: boolean };
  /** Load the page anew, with a fragment. */
  reload: { fragment: string };
  /** Tell that the run has entered a state. */
  state: { state: State };
  /** Tell that it has trained a slice, or gone to another step. */
  stepped: null;
  /** Tell whoever has the ticket that a way, to a step or to a lesson, has ended, or a bench, which has rows; none of a name: all have, with the engine. */
  ended: { ticket: string; reached: boolean; rows: BenchRow[] | null; problem: string; beyond: boolean };
  /** Tell that the run has changed. */
  changed: RunEvents["change"];
  /** There are to be so many workers that train benches, as far as there are cores; none any more where it says so. */
  workers: { most: number };
  /** A text for one of them. */
  order: { worker: string; text: string };
  /** Tell how the bench of a name gets on that a script has asked for. */
  bench: { name: string; ended: number; runs: number };
  /** Close a dialog. */
  close: { element: string };
  /** Put a text into a field that has the focus then, and select a line of it, counted from 1, 0 for none. */
  fill: { element: string; text: string; line: number };
  /** An event meant nothing here: a browser is to do what it does with it. */
  pass: {};
  /** Open a dialog; a selector finds what gets the focus. */
  dialog: { element: string; first: string };
  /** Put a text into words and hand them to an intent. */
  words: { text: import("./bind.js").Value; then: string };
  /** Copy, save the picture on show. */
  copyPicture: {};
  savePicture: { name: string };
  /** Paint a picture of the run, which the share dialog shows; none where there is no kind. */
  paint: Picture;
  /** Paint one and save it. */
  still: Picture;
}

export interface Engine {
  /** Does what the words of an intent say: the answer of engine/page as JSON. */
  do(...words: string[]): string;
  /** Lets what is open go on for so many milliseconds: the answer as JSON. */
  work(milliseconds: number): string;
  /** Takes a message of the page around: why its command is refused, if it is, and whether commands wait. */
  hear(message: string): { refusal: string; waits: boolean };
  config(): Config;
  /** Changes settings, starts the run of a link: the answer of engine/page as JSON, and what could not be taken. */
  set(change: Partial<Config> | string): { answer: string; warnings: Warning[] };
  hash(): string;
  /** The first and the last step of the run so far. */
  reach(): { first: number; last: number };
  metrics(): Metrics;
  params(): Params;
  predict(points: number[][]): number[];
  data(): { train: number[][]; test: number[][] };
  /** Starts over with other own data: the answer of engine/page as JSON, and what they are. */
  setData(points: number[][]): Opened & { answer: string };
  /** Opens the table of a file: the answer as JSON. */
  file(bytes: Uint8Array): string;
  /** A picture to keep, of package figure, with so many pixels to a CSS pixel and the colours of tokens: what it says, and what
   * is to be painted in slots of its own. */
  figure(part: string, pixels: number, theme: Record<string, string>, address: string): { says: string; pictures: Partial<Record<SlotName, SlotPicture>> };
}

/** Points that have become own data: how many, whether the plane shows what they cover instead of -6 to 6, and as
 * outOfScale.
 */
export interface Opened {
  points: number;
  fitted: boolean;
  outOfScale: boolean;
}

/** Goes on with the run for so many milliseconds, elapsed seconds after the last time: the updates made, or -1 less that
 * number where there is more to tell. An export of the module. */
export type Turn = (elapsed: number, budgetMs: number) => number;

/** Why settings or weights changed: a control, a slider still moving, a link, the start again, new initial
 * weights, a weight typed in, own points changed, a step gone back or on to where they were others. */
export type Cause = "set" | "drag" | "open" | "reset" | "draw" | "type" | "points" | "travel";

/** What a run tells its listeners. */
export interface RunEvents {
  /** Settings or weights are others now. */
  change: { cause: Cause; restarted: boolean; warnings: Warning[] };
  /** Training went on, or the run went to a step where it had been. */
  step: void;
  state: State;
}

/** What is to be reached: one of these, at most so high a cost or at least so high an accuracy. */
export interface Goal {
  cost?: number;
  accuracy?: number;
  testCost?: number;
  testAccuracy?: number;
}

/** Which runs a bench makes, as docs/scripting.md describes it. */
export interface BenchPlan {
  vary?: { [K in keyof Config]?: Config[K][] | string };
  seeds?: number | number[];
  draw?: "weights" | "points" | "both";
  steps?: number;
  from?: string;
  goal?: Goal & { stop?: boolean };
  /** Aborted, it ends the bench, whose promise rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Is called each time that runs have ended. */
  onProgress?: (now: { ended: number; runs: number }) => void;
}

/** A configuration with what has come of its runs; its fragment is that of a link to it, at step 0. */
export interface BenchRow {
  config: Config;
  fragment: string;
  runs: (Omit<Metrics, "epoch"> & { seed: number; reached: number | null })[];
}

/** window.playground, as docs/scripting.md describes it. */
export interface Playground {
  /** Resolves when the run of the address stands, trained as far as it says. */
  ready: Promise<void>;
  /** All settings. */
  get(): Config;
  /** The fragment of a link to this run. */
  hash(): string;
  metrics(): Metrics;
  params(): Params;
  /** The outputs for points of the plane. */
  predict(points: number[][]): number[];
  data(): { train: number[][]; test: number[][] };
  /** The first and the last step of the run so far. */
  reach(): { first: number; last: number };
  play(): void;
  pause(): void;
  reset(): void;
  /** Starts over with points of your own, of two classes: [x1, x2, y], y being 0 or 1, or else -1 or 1. */
  setData(points: number[][]): Opened;
  /** Changes some settings, or opens the run of a fragment. */
  set(change: Partial<Config> | string): { warnings: Warning[] };
  /** Trains n more updates; resolves when they are done or training stopped. */
  step(n?: number): Promise<void>;
  /** Goes to a step of the run so far, or to the nearest there is, as it was then; resolves when it is there or
   * something stopped it. */
  goTo(step: number): Promise<void>;
  /** Trains up to a step, or until a goal is reached, whichever comes first; resolves with whether the goal was reached or, without
   * one, the step. */
  until(where: Goal & { step?: number }): Promise<boolean>;
  /** Trains many runs, in workers where there can be some, beside the run on the page. */
  bench(plan: BenchPlan): Promise<{ rows: BenchRow[] }>;
  /** Calls listener at each event until the function it returns is called. */
  on<K extends "change" | "step" | "state">(event: K, listener: (detail: K extends "step" ? Metrics : RunEvents[K]) => void): () => void;
}

declare global {
  interface Window {
    shallowsStart(engine: Engine): void;
    shallowsOptions: { webgl2: boolean };
    /** Asks for a frame of the browser for the engine. */
    shallowsFrame(): void;
    /** What a page of an opaque origin is made of, see scripts/build/sealed.go: JSON files by their paths in web/, and
     * main.wasm as base64 of gzip; in a single file pictures as data URLs too. */
    shallowsSealed?: { files: Record<string, any>; pictures?: Record<string, string>; engine?: string };
    playground: Playground;
    Go?: new () => { importObject: WebAssembly.Imports; mem: DataView; exited: boolean; _resume(): void; run(instance: WebAssembly.Instance): Promise<void> };
  }
}
