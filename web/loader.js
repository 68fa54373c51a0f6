import { addressOf, runScript } from "./assets.js";
import { now } from "./clock.js";
import { byId } from "./dom.js";
import { living } from "./throwing.js";
import { vectors } from "./vector.js";

/** Why the engine could not be started: offline, missing, altered, noWebAssembly, forbidden or broken, each a sentence of
 * the locales.
 */
export class LoadError extends Error {}

/** The engine; ended resolves with the cause when it is over: out of memory, or by a mistake in it.
 * @typedef {{engine: import("./types.js").Engine, turn: import("./types.js").Turn, ended: Promise<unknown>}} Started
 */

/** Fetches the engine, telling how many bytes have come, and starts it.
 * @param {(loaded: number, total: number) => void} progress
 * @returns {Promise<Started>}
 */
export async function loadEngine(progress) {
  /** @type {WebAssembly.Memory} */
  let memory;
  let beside;
  try {
    beside = vectors(() => memory);
  } catch (error) {
    throw new LoadError(typeof WebAssembly === "object" ? "forbidden" : "noWebAssembly", { cause: error });
  }
  const total = Number(/** @type {HTMLMetaElement} */ (document.querySelector('meta[name="wasm-size"]')).content);
  let loaded = 0;
  /** Compiles while loading, and counts the bytes as they come, decompressed: Content-Length may count compressed ones, so
   * the total comes from the build.
   * @param {Response} answer @param {WebAssembly.Imports} imports
   */
  const compile = (answer, imports) => {
    loaded = 0;
    /** @type {TransformStream<Uint8Array, Uint8Array>} */
    const counter = new TransformStream({
      transform(chunk, out) {
        loaded += chunk.byteLength;
        progress(loaded, total);
        out.enqueue(chunk);
      },
    });
    return WebAssembly.instantiateStreaming(new Response(answer.body?.pipeThrough(counter), { headers: { "Content-Type": "application/wasm" } }), imports);
  };
  const [answer] = await Promise.all([fetchEngine("default"), loadGo()]);
  if (!window.Go) throw new LoadError("altered");
  const go = new window.Go();
  // ebiten ends the program where the clock goes back.
  go.importObject.gojs["runtime.nanotime1"] = (/** @type {number} */ sp) =>
    go.mem.setBigInt64((sp >>> 0) + 8, BigInt(Math.round((performance.timeOrigin + now()) * 1e6)), true);
  const imports = { ...go.importObject, ...beside };
  try {
    const { instance } = await compile(answer, imports).catch(async (error) => {
      if (!(error instanceof TypeError)) throw error;
      // Chromium fails a frame that reads what another one is just writing to a full cache.
      return compile(await fetchEngine("no-store"), imports);
    });
    memory = /** @type {WebAssembly.Memory} */ (instance.exports.mem);
    return await start(go, instance);
  } catch (error) {
    throw new LoadError(!navigator.onLine ? "offline" : loaded !== total ? "altered" : "broken", { cause: error });
  }
}

/** @param {unknown} cause @returns {never} */
function missing(cause) {
  throw new LoadError(navigator.onLine ? "missing" : "offline", { cause });
}

/** @param {RequestCache} cache */
async function fetchEngine(cache) {
  if (window.shallowsSealed) return unseal(window.shallowsSealed);
  const answer = await fetch(byId("wasm", HTMLLinkElement).href, { cache }).catch(missing);
  if (!answer.ok) throw new LoadError("missing", { cause: answer.status });
  return answer;
}

/** The engine that a sealed page has as compressed text, or gets in a script.
 * @param {NonNullable<Window["shallowsSealed"]>} sealed
 */
async function unseal(sealed) {
  if (!sealed.engine) await runScript("sealed-engine.js").catch(missing);
  const bytes = Uint8Array.from(atob(sealed.engine ?? ""), (letter) => letter.charCodeAt(0));
  delete sealed.engine;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}

/** Runs Go's own shim, a classic script that defines window.Go; a sealed page has it. */
async function loadGo() {
  if (window.Go) return;
  const address = addressOf("wasm_exec.js");
  await import(address).catch(async (error) => {
    // A browser does not tell a script that did not come from one that is none.
    const came = await fetch(address).then(({ ok }) => ok, () => false);
    if (came) throw new LoadError("altered", { cause: error });
    missing(error);
  });
}

/** Runs Go until it hands over its engine.
 * @param {InstanceType<NonNullable<Window["Go"]>>} go
 * @param {WebAssembly.Instance} instance
 * @returns {Promise<Started>}
 */
function start(go, instance) {
  return new Promise((resolve, reject) => {
    /** @type {(cause: unknown) => void} */
    let over = () => {};
    const ended = new Promise((resolve) => (over = resolve));
    window.shallowsStart = (engine) =>
      resolve({
        engine: /** @type {any} */ (Object.fromEntries(Object.entries(engine).map(([name, call]) => [name, living(call, go, over)]))),
        turn: living(/** @type {import("./types.js").Turn} */ (instance.exports.turn), go, over),
        ended,
      });
    // The browser calls Go too, at each frame: a trap there is the end as well, though Go does not know.
    go._resume = living(go._resume.bind(go), { exited: false }, over);
    // ebiten asks for gamepads, in every frame; a browser that was once asked goes on looking for them.
    navigator.getGamepads = () => [];
    // It asks for every frame too; it gets those in which there is something to paint, so that a page at rest does rest.
    const frame = window.requestAnimationFrame;
    window.requestAnimationFrame = (turn) => ((window.shallowsFrame = () => frame(turn)), 0);
    go.run(instance).then(() => over(new Error("the engine ended")), over);
    window.requestAnimationFrame = frame;
    void ended.then(reject);
  });
}
