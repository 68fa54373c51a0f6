/** The program measure, built for this machine and for WebAssembly, and the race of it in a page. */

import { execFileSync } from "node:child_process";
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";

/** Files: measure for this machine, measure for WebAssembly, Go's own shim for that.
 * @typedef {{native: string, wasm: string, shim: string, remove: () => void}} Programs */

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").ExecFileSyncOptions} [options]
 */
export function run(command, args, options) {
  return String(execFileSync(command, args, { stdio: ["ignore", "pipe", "inherit"], ...options }));
}

/** Compiles the program measure. @returns {Programs} */
export function buildPrograms() {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  /** @param {string} name @param {Record<string, string>} environment */
  const build = (name, environment) => {
    const out = join(folder, name);
    run("go", ["build", "-ldflags=-s -w", "-o", out, "./scripts/bench/measure"], { env: { ...process.env, ...environment } });
    return out;
  };
  return {
    native: build("measure", {}),
    wasm: build("measure.wasm", { GOOS: "js", GOARCH: "wasm" }),
    shim: join(run("go", ["env", "GOROOT"]).trim(), "lib", "wasm", "wasm_exec.js"),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Runs the race in a page of its own, and gives what race gives.
 * @param {import("playwright-core").Browser} browser @param {Programs} programs
 * @param {string} [only] the name of one workload: no other is measured
 * @returns {ReturnType<typeof import("./race.js").race>}
 */
export async function raceInPage(browser, { shim, wasm }, only) {
  /** @type {Record<string, string>} */
  const types = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };
  /** @type {Record<string, string>} */
  const files = { "/wasm_exec.js": shim, "/measure.wasm": wasm };
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    const file = files[path] ?? join(".", path);
    const type = /^\/(web|scripts\/bench)\/|^\/[\w.]+$/.test(path) && types[extname(file)];
    if (!type) return void response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": type });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "localhost", () => resolve(null)));
  const page = await browser.newPage();
  try {
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    await page.goto(`http://localhost:${port}/scripts/bench/page.html`);
    return await page.evaluate((name) => Reflect.get(window, "raceOf")(name), only);
  } finally {
    await page.close();
    server.close();
  }
}
