// Times the engine beside its peers on this machine, in Node and in Chromium, one after the other, and then the page.
//
//   node scripts/bench/main.js docs/performance.json
//
// It prints a table and writes the numbers. CHROMIUM names the browser.
import { execFileSync } from "node:child_process";
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { cpus, tmpdir } from "node:os";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";
import { measureSite } from "./site.js";

const folder = mkdtempSync(join(tmpdir(), "bench-"));
try {
  const native = build("measure", {});
  const program = build("measure.wasm", { GOOS: "js", GOARCH: "wasm" });
  const shim = join(run("go", ["env", "GOROOT"]).trim(), "lib", "wasm", "wasm_exec.js");
  const browser = await inChromium(shim, program);
  const result = {
    machine: cpus()[0].model,
    go: run("go", ["env", "GOVERSION"]).trim(),
    node: process.version,
    native: JSON.parse(run(native, [])),
    inNode: inNode(shim, program),
    inChromium: browser,
    site: await measureSite(browser.workloads.at(-1).train.vectors),
  };
  console.log(table(result));
  if (process.argv[2]) writeFileSync(process.argv[2], JSON.stringify(result, null, 2) + "\n");
} finally {
  rmSync(folder, { recursive: true });
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").ExecFileSyncOptions} [options]
 */
function run(command, args, options) {
  return String(execFileSync(command, args, { stdio: ["ignore", "pipe", "inherit"], ...options }));
}

/** Compiles the program measure. @param {string} name @param {Record<string, string>} environment */
function build(name, environment) {
  const out = join(folder, name);
  run("go", ["build", "-ldflags=-s -w", "-o", out, "./scripts/bench/measure"], { env: { ...process.env, ...environment } });
  return out;
}

/** @param {string} shim Go's own @param {string} program */
function inNode(shim, program) {
  return JSON.parse(run(process.execPath, ["scripts/bench/node.js", shim, program]));
}

/** @param {string} shim @param {string} program */
async function inChromium(shim, program) {
  /** @type {Record<string, string>} */
  const types = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };
  /** @type {Record<string, string>} */
  const files = { "/wasm_exec.js": shim, "/measure.wasm": program };
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    const file = files[path] ?? join(".", path);
    const type = /^\/(web|scripts\/bench)\/|^\/[\w.]+$/.test(path) && types[extname(file)];
    if (!type) return void response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": type });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "localhost", () => resolve(null)));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    await page.goto(`http://localhost:${port}/scripts/bench/page.html`);
    return { version: browser.version(), ...(await page.evaluate("window.result")) };
  } finally {
    await browser.close();
    server.close();
  }
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
