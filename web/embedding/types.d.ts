/** What the page and the page around it say to each other; docs/protocol.md has it all. */

/** A message. */
export interface Message {
  nnpg: 1;
  id: string | number | null;
  type: string;
  payload: unknown;
}

/** A command that waits, or several that are carried out as one and answered alike. */
export interface Waiting {
  type: string;
  payload: any;
  /** Of their messages. */
  ids: (string | number)[];
}

/** What the commands work on. */
export interface Page {
  run: import("../run.js").Run;
  theme: import("../theme.js").Theme;
  paper: import("../figure/paper.js").Paper;
}

/** A command of the page around this one. None can do more than a link and the page's own buttons. */
export interface Command {
  /** Whether a payload is one of its own. */
  takes(payload: any): boolean;
  /** Carries it out, or so many that became one: what is answered. */
  run(page: Page, payload: any, count: number): unknown;
  /** The payload of two that wait as one, undefined where they cannot be; without it none can. */
  join?(earlier: any, later: any): any;
  /** Whether it changes nothing, so that others that change nothing may stand between two that become one. */
  reads?: boolean;
  /** How many may wait that did not become one; without it only all together are counted. */
  most?: number;
}
