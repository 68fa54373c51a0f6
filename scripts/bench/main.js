// Times the engine beside its peers on this machine, in Node and in Chromium, one after the other, and then the page.
//
//   node scripts/bench/main.js docs/performance.json
//
// It prints a table and writes the numbers. CHROMIUM names the browser.
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { launchChromium } from "../../test/browser/chromium.js";
import { buildPrograms, raceInPage, run } from "./programs.js";
import { measureSite } from "./site.js";

const programs = buildPrograms();
const browser = await launchChromium();
try {
  const inChromium = { version: browser.version(), ...(await raceInPage(browser, programs)) };
  const result = {
    machine: cpus()[0].model,
    go: run("go", ["env", "GOVERSION"]).trim(),
    node: process.version,
    native: JSON.parse(run(programs.native, [])),
    inNode: JSON.parse(run(process.execPath, ["scripts/bench/node.js", programs.shim, programs.wasm])),
    inChromium,
    site: await measureSite(browser, programs),
  };
  console.log(table(result));
  if (process.argv[2]) writeFileSync(process.argv[2], JSON.stringify(result, null, 2) + "\n");
} finally {
  await browser.close();
  programs.remove();
}


/** @param {any} result */
function table({ machine, go, node, native, inNode, inChromium, site }) {
  const places = [[go + ", native", native], ["Node " + node, inNode], ["Chromium " + inChromium.version, inChromium]];
  const lines = [`${machine}`];
  for (const [place, { workloads, outputs, seek }] of places) {
    const names = Object.keys(workloads[0].train);
    lines.push("", `| ${place}: thousand examples trained a second | ${names.join(" | ")} |`, `|---|${names.map(() => "---:|").join("")}`);
    for (const w of workloads) lines.push(row(w.name, names.map((n) => Math.round(w.train[n] / 1000).toLocaleString("en"))));
    lines.push("", `| ${place}: all units over 100 x 100 points, ms | ${names.join(" | ")} |`, `|---|${names.map(() => "---:|").join("")}`);
    for (const w of workloads.slice(0, 4)) lines.push(row(w.name, names.map((n) => w.field[n]?.toFixed(2) ?? "")));
    if (outputs) lines.push("", `| ${place}: ns an example | sigmoid | softmax of three | throughput |`, "|---|---:|---:|---:|");
    for (const o of outputs ?? []) lines.push(row(o.name, [o.sigmoid.toFixed(1), o.softmax.toFixed(1), o.share.toFixed(2)]));
    lines.push("", `${place}: steps=10000 of the default: ${seek.total.toFixed(0)} ms of training, longest slice ${seek.longest.toFixed(1)} ms`);
  }
  lines.push("", "| The page in Chromium | |", "|---|---:|");
  for (const [part, numbers] of Object.entries(site)) {
    for (const [name, value] of Object.entries(numbers)) lines.push(row(`${part}: ${name}`, [Number(value.toPrecision(3)).toLocaleString("en")]));
  }
  return lines.join("\n");
}

/** @param {string} head @param {string[]} cells */
function row(head, cells) {
  return `| ${head} | ${cells.join(" | ")} |`;
}
