/** Wires the page together: text and colours at once, the engine when it has come. */

import { keepAddress } from "./address.js";
import { fitBody, graphics, hasWebGL2, makeBackdrop, onContextLost } from "./canvas.js";
import { copyTables } from "./copying.js";
import { byId } from "./dom.js";
import { effect } from "./effects.js";
import { tellEnd } from "./ended.js";
import { framed } from "./embedding/frame.js";
import { Host } from "./embedding/host.js";
import { Shape } from "./embedding/shape.js";
import { restOutOfSight } from "./embedding/sight.js";
import { Paper } from "./figure/paper.js";
import { listenToGrids } from "./grid.js";
import { shortenAddress } from "./history.js";
import { Language } from "./language.js";
import { Loading, styled } from "./loading.js";
import { LoadError, loadEngine } from "./loader.js";
import { keepOffline } from "./offline.js";
import { tellInDialogs } from "./modal.js";
import { Page } from "./page.js";
import { listen } from "./events.js";
import { own } from "./own.js";
import { paintAlong } from "./pictures.js";
import { playground } from "./playground.js";
import { followPointer } from "./pointing.js";
import { preparePrinting } from "./print/printing.js";
import { query } from "./query.js";
import { drive, way } from "./run.js";
import { reachScrollers } from "./scrollers.js";
import { sharing } from "./share.js";
import { tellSlots } from "./slots.js";
import { remembered } from "./storage.js";
import { Theme } from "./theme.js";
import { workers } from "./workers.js";

shortenAddress();
const asked = query();
const host = framed ? new Host(location) : null;
const language = new Language();
const theme = new Theme(language);
const loading = new Loading(language);
const shape = new Shape(asked);
window.playground = playground(start());

/** Starts the page; a failure is told by the page and rejects. */
async function start() {
  try {
    await language.start();
    loading.start();
    if (framed) restOutOfSight();
    const page = new Page(language);
    listen(page);
    if ("first" in document.documentElement.dataset) {
      const records = /** @type {import("./page.js").Answer["records"]} */ (JSON.parse(byId("first", HTMLScriptElement).text));
      // What an earlier visit has made another comes with the engine.
      page.show(records.filter(({ name }) => !remembered({ controls: "folds", opening: "opening" }[name] ?? "")));
    }
    if (asked.get("load") === "click") await loading.ask(host?.asked ?? new Promise(() => {}));
    let webgl2 = false;
    // Asked for when the engine begins: by then what there is to see is painted, and a graphics card takes its time to wake up.
    window.shallowsOptions = { get webgl2() { return (webgl2 = hasWebGL2()); } };
    fitBody();
    loading.waits();
    const { engine, turn, ended } = await loadEngine((loaded, total) => loading.progress(loaded, total));
    makeBackdrop();
    page.engine = engine;
    const end = drive(page, turn);
    void ended.then((cause) => {
      console.error(cause);
      end();
      tellEnd();
      host?.tell("error", { reason: "broken" });
    });
    return open(page, webgl2);
  } catch (error) {
    loading.fail(error);
    host?.tell("error", { reason: error instanceof LoadError ? error.message : "broken" });
    throw error;
  }
}

/** Opens the run of the address and builds what shows and changes it.
 * @param {Page} page
 * @param {boolean} webgl2 whether pictures can be painted
 */
function open(page, webgl2) {
  paintAlong(page, webgl2 ? graphics : () => null);
  tellInDialogs(byId("notices", HTMLElement));
  effect(page);
  workers(page);
  let presented = /** @type {import("./types.js").Effects["presented"]} */ ({});
  page.on("presented", (now) => {
    shape.take(presented = now);
    if (host) host.origin = now.around;
    void language.suggest(now.lang);
  });
  page.on("follow", ({ theme: other }) => theme.follow(other));
  theme.changed = (colours) => page.do("theme", ...Object.entries(colours).flat());
  const reached = page.together(() => {
    page.do("present", String(framed), location.href);
    theme.apply();
    keepAddress(page);
    return way(page, "run open", location.search + location.hash);
  });
  const paper = new Paper(page, theme, () => measure());
  page.together(() => {
    reachScrollers(language);
    if (presented.drawn) own(page);
    copyTables(page);
    page.do("lessons", "reword", language.code);
    language.on("change", (code) => page.do("lessons", "reword", code));
    listenToGrids(page);
    followPointer(page);
    sharing(page, paper);
    preparePrinting(page, paper);
    if (!styled()) page.do("notices", "say", "notice.unstyled");
    for (const words of page.early) page.do(...words);
  });
  if (!webgl2) document.documentElement.dataset.pictures = "none";
  onContextLost(() => page.do("lost"));

  // All that takes room is there only now.
  const measure = tellSlots(page);
  // The engine paints in the next frame what the build has painted before.
  requestAnimationFrame(() => requestAnimationFrame(() => delete document.documentElement.dataset.first));
  const stands = async () => {
    await reached;
    if (presented.lesson) await way(page, "lessons start", presented.lesson, presented.page, String(history.state ?? ""));
    measure();
    document.documentElement.dataset.state = "ready";
    if (host) {
      host.tell("ready", { config: page.engine.config(), metrics: page.engine.metrics() });
      if (!webgl2) host.tell("error", { reason: "noWebGL2" });
      host.open(page, () => paper.snapshot().canvas.toDataURL());
    }
    if (presented.run) page.do("run", "play");
    void keepOffline(page);
  };
  return { page, reached: stands() };
}
