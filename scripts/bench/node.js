// Runs the race in Node and prints what it measured.
//
//   node scripts/bench/node.js wasm_exec.js measure.wasm
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { race } from "./race.js";

const [shim, program] = process.argv.slice(2);
await import(pathToFileURL(shim).href);
console.log(JSON.stringify(await race(readFileSync(program))));
process.exit(0); // Go still waits to be called
