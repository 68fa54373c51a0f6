/** The panels in the order of their tabs. */

import { ledger } from "./ledger.js";

/** @type {readonly import("../types.js").Panel[]} */
export const panels = [ledger];
