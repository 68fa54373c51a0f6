/** The panels in the order of their tabs. */

import { graph } from "./graph.js";
import { recordPanel } from "./record.js";
import { update } from "./update.js";
import { vectorise } from "./vectorise.js";

/** @type {readonly import("../types.js").Panel[]} */
export const panels = [recordPanel("ledger"), update, vectorise, graph, recordPanel("activations"), recordPanel("collapse"), recordPanel("symmetry"), recordPanel("check"), recordPanel("numpy")];
