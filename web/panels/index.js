/** The panels in the order of their tabs. */

import { activations } from "./activations.js";
import { collapse } from "./collapse.js";
import { graph } from "./graph.js";
import { ledger } from "./ledger.js";
import { symmetry } from "./symmetry.js";
import { update } from "./update.js";

/** @type {readonly import("../types.js").Panel[]} */
export const panels = [ledger, update, graph, activations, collapse, symmetry];
