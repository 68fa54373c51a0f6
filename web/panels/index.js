/** The panels in the order of their tabs. */

import { activations } from "./activations.js";
import { check } from "./check.js";
import { collapse } from "./collapse.js";
import { graph } from "./graph.js";
import { ledger } from "./ledger.js";
import { numpy } from "./numpy.js";
import { symmetry } from "./symmetry.js";
import { update } from "./update.js";
import { vectorise } from "./vectorise.js";

/** @type {readonly import("../types.js").Panel[]} */
export const panels = [ledger, update, vectorise, graph, activations, collapse, symmetry, check, numpy];
