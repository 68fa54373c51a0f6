/** The panels in the order of their tabs. */

import { recordPanel } from "./record.js";

/** @type {readonly import("../types.js").Panel[]} */
export const panels = ["ledger", "update", "vectorise", "graph", "activations", "collapse", "symmetry", "check", "numpy"].map(recordPanel);
