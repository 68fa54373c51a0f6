/** Wires the page together: text and colours at once, the engine when it has come. */

import { Address } from "./address.js";
import { fitBody, graphics, hasWebGL2, makeBackdrop, onContextLost } from "./canvas.js";
import { copyTables } from "./copying.js";
import { Diagram } from "./diagram.js";
import { effect } from "./effects.js";
import { byId, element } from "./dom.js";
import { tellEnd } from "./ended.js";
import { askToLoad } from "./embedding/ask.js";
import { framed } from "./embedding/frame.js";
import { hintHeight } from "./embedding/height.js";
import { Host } from "./embedding/host.js";
import { report } from "./embedding/news.js";
import { shape } from "./embedding/shape.js";
import { restOutOfSight } from "./embedding/sight.js";
import { Paper } from "./figure/paper.js";
import { listenToGrids } from "./grid.js";
import { shortenAddress } from "./history.js";
import { Inspector } from "./inspector.js";
import { Formulas } from "./formulas.js";
import { Language } from "./language.js";
import { languages } from "./languages.js";
import { Lessons } from "./lessons/lessons.js";
import { Loading } from "./loading.js";
import { LoadError, loadEngine } from "./loader.js";
import { keepOffline } from "./offline.js";
import { Notation } from "./notation.js";
import { Notices, quote, shorten } from "./notices.js";
import { NumberField } from "./number.js";
import { writeWith } from "./numerals.js";
import { Output } from "./output.js";
import { Page } from "./page.js";
import { listen } from "./events.js";
import { Own } from "./own/own.js";
import { Lighting } from "./panels/lighting.js";
import { dragSeparator } from "./panels/separator.js";
import { Pictures } from "./pictures.js";
import { Playground } from "./playground.js";
import { Pointing } from "./pointing.js";
import { preparePrinting } from "./print/printing.js";
import { asked, keys } from "./query.js";
import { wordsOf } from "./references.js";
import { Presentation } from "./presentation.js";
import { Run } from "./run.js";
import { reachScrollers } from "./scrollers.js";
import { scrub } from "./scrubber.js";
import { sharing } from "./share.js";
import { Seen } from "./seen.js";
import { Slots } from "./slots.js";
import { Theme } from "./theme.js";
import { Tooltip } from "./tooltip.js";
import { Travel } from "./travel.js";
import { UnitValues } from "./unitvalues.js";

shortenAddress();
const presentation = new Presentation(asked());
const host = framed && presentation.origin !== null ? new Host(presentation.origin) : null;
const language = new Language();
const theme = new Theme(language);
const loading = new Loading(language);
shape(presentation, language);
window.playground = new Playground(start());

/** Starts the page; a failure is told by the page and rejects. */
async function start() {
  try {
    await language.start();
    loading.start();
    chooseLanguage();
    if (framed) restOutOfSight();
    if (presentation.get("load") === "click") await askToLoad(language, host?.asked ?? new Promise(() => {}));
    const webgl2 = hasWebGL2();
    fitBody();
    loading.waits();
    const { engine, turn, ended } = await loadEngine({ webgl2 }, (loaded, total) => loading.progress(loaded, total));
    loading.came();
    writeWith(engine);
    makeBackdrop();
    const run = new Run(engine, turn, new Page(engine, language));
    void ended.then((cause) => {
      console.error(cause);
      tellEnd(run, language);
      host?.tell("error", { reason: "broken" });
    });
    return open(run, webgl2);
  } catch (error) {
    loading.fail(error);
    host?.tell("error", { reason: error instanceof LoadError ? error.reason : "broken" });
    throw error;
  }
}

/** Opens the run of the address and builds what shows and changes it.
 * @param {Run} run
 * @param {boolean} webgl2 whether pictures can be painted
 */
function open(run, webgl2) {
  const { engine, page } = run;
  NumberField.read = engine.number;
  const pictures = new Pictures(run, webgl2 ? graphics : () => null);
  const notices = new Notices(language, presentation.get("ui") === "full");
  const pointing = new Pointing();
  const tooltip = new Tooltip();
  const settings = engine.settings().map(({ key }) => key);
  const withheld = { hidden: presentation.settings("hide", settings), locked: presentation.settings("lock", settings) };
  page.on("notice", (notice) => notices.hear(notice, page));
  page.on("dismiss", ({ name }) => notices.dismiss(name));
  effect(page);
  theme.changed = (colours) => page.do("theme", ...Object.entries(colours).flat());
  const { address, reached } = page.together(() => {
    page.do("withhold", ...withheld.hidden);
    page.do("lock", ...withheld.locked);
    theme.apply();
    return { address: new Address(page), reached: run.open(asked().fragment).reached };
  });
  const ignored = presentation.ignored.filter(({ reason, key }) => reason !== "unknown" || engine.misspelt(key, keys))
    .map(({ reason, key, value }) => language.text(`presentation.${reason === "unknown" && settings.some((setting) => setting === key) ? "setting" : reason}`, { key: shorten(key), value: shorten(value), quoted: quote(value, language) }));
  notices.tell([...notices.sentences(run.warnings), ...ignored]);
  run.on("change", ({ warnings }) => notices.warn(warnings));

  const { slots, lay, paper, lessons } = page.together(() => {
    const slots = new Slots(page);
    const notation = new Notation();
    const formulas = new Formulas(notation);
    const inspector = new Inspector(run, language, pointing, notices, formulas);
    const diagram = new Diagram(run, language, slots, pointing, tooltip, formulas, (target, opener) => inspector.open(target, opener));
    const values = new UnitValues(run, slots, pointing);
    byId("settings", HTMLFormElement).addEventListener("submit", (event) => event.preventDefault());
    reachScrollers(language);
    const output = new Output(run, language, slots, pointing, tooltip, formulas);
    const drawn = presentation.get("ui") !== "figure" && !withheld.hidden.has("data") && !withheld.locked.has("data");
    const own = drawn ? new Own(run, language, slots, pointing, tooltip, notices, !withheld.locked.has("scaling")) : null;
    byId("copy-link", HTMLElement).addEventListener("click", () => page.do("share", "link", address.link()));
    for (const button of document.querySelectorAll("#copy-link, #share")) button.removeAttribute("disabled");
    copyTables();

    new Seen(run, language, slots, pointing, () => output.shown);

    scrub(page);
    const lay = () => {
      const layout = engine.layout();
      diagram.show(layout);
      values.lay(layout);
      own?.lay(layout);
    };
    slots.measured = lay;
    pictures.on("picture", lay);
    run.on("view", lay);
    run.on("change", ({ restarted }) => {
      if (restarted) pointing.clear(engine.data().train.length);
      lay();
    });
    pointing.on("change", ({ reference, chosen }) => {
      engine.select(chosen);
      page.do("point", ...wordsOf(reference));
    });
    pointing.on("example", (example) => page.do("example", String(example ?? 0)));
    page.on("point", (reference) => pointing.point(reference.name === "" ? null : reference));
    page.on("example", ({ example }) => pointing.chooseExample(example || null));
    const write = () => page.do("notation", notation.layers, notation.targets);
    notation.on("change", write);
    write();
    page.on("notation", ({ layers, targets }) => notation.write(layers, targets));
    page.on("inspect", (part) => pointing.choose(part.kind ? part : null));
    const travel = new Travel(engine);
    page.on("travel", (way) => travel.start(way));
    listen(page);
    listenToGrids(page);
    const context = { engine, run, page, pointing, language, notation, formulas };
    const paper = new Paper(context, theme, slots);
    sharing(page, paper);
    preparePrinting(page, paper, address);
    for (const id of ["panel", "side-lessons"]) new Lighting(byId(id, HTMLElement), pointing);
    dragSeparator(page);
    const only = presentation.shown()?.panel;
    if (only) page.do("strip", "only", only);
    else page.do("panel", asked().query.get("panel") ?? "");
    const lessons = new Lessons(page, language);
    return { slots, lay, paper, lessons };
  });
  if (!webgl2) slots.apologise(language);
  if (!loading.styled()) {
    notices.show(language.text("notice.unstyled"), { lasting: true, action: { label: language.text("problem.retry"), run: () => page.do("reload") } });
  }
  onContextLost(() => {
    run.pause();
    notices.show(language.text("notice.contextLost"), { lasting: true, action: { label: language.text("notice.resume"), run: () => page.do("reload") } });
  });

  // All that takes room is there only now.
  if (!slots.measure()) lay();
  loading.done();
  const stands = async () => {
    await reached;
    await lessons.start();
    slots.measure();
    loading.ready();
    if (host) embed(host, { run, theme, paper }, webgl2);
    if (presentation.get("run") === "1") run.play();
    void keepOffline(page, language, notices);
  };
  return { run, reached: stands() };
}

/** Lets the page around this one follow and drive the run.
 * @param {Host} host
 * @param {import("./embedding/host.js").Page} page
 * @param {boolean} webgl2
 */
function embed(host, page, webgl2) {
  const { run } = page;
  host.tell("ready", { config: run.engine.config(), metrics: run.metrics() });
  if (!webgl2) host.tell("error", { reason: "noWebGL2" });
  report(host, run);
  hintHeight(host, presentation.get("ui"));
  host.open(page);
}

function chooseLanguage() {
  const select = byId("language", HTMLSelectElement);
  for (const [code, name] of Object.entries(languages)) select.append(element("option", { value: code, lang: code }, name));
  select.value = language.code;
  select.addEventListener("change", () => void language.choose(/** @type {import("./languages.js").Code} */ (select.value)));
}
