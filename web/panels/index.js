/** The panels in the order of their tabs. */

import { recordPanel } from "./record.js";

/** @type {readonly import("../types.js").Panel[]} */
export const panels = [recordPanel("ledger"), recordPanel("update"), recordPanel("vectorise"), recordPanel("graph"), recordPanel("activations"), recordPanel("collapse"), recordPanel("symmetry"), recordPanel("check"), recordPanel("numpy")];
