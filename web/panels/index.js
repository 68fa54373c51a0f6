/** The panels in the order of their tabs. */

import { activations } from "./activations.js";
import { collapse } from "./collapse.js";
import { ledger } from "./ledger.js";

/** @type {readonly import("../types.js").Panel[]} */
export const panels = [ledger, activations, collapse];
