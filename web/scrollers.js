/** What may be too large for its place and then scrolls by itself, by what it is called. */
const kinds = {
  formula: ".formula, .lesson-formulas, .in-full",
  table: ".panel-scroll",
  picture: ".graph-picture",
  code: ".vectorise pre",
};

/** Milliseconds after a change: the numbers of a run change many times a second. */
const REST = 300;

/** Puts what scrolls within reach of the keyboard while it does: a stop for Tab, and a region with a name.
 * @param {import("./language.js").Language} language
 */
export function reachScrollers(language) {
  let timer = 0;
  const later = () => (timer ||= window.setTimeout(reach, REST));
  new MutationObserver(later).observe(document.body, { childList: true, subtree: true });
  addEventListener("resize", later);

  function reach() {
    timer = 0;
    for (const [kind, selector] of Object.entries(kinds)) {
      let number = 0;
      for (const one of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector))) {
        const named = (one.role ?? "region") !== "region";
        if (scrolls(one)) {
          one.tabIndex = 0;
          if (!named) Object.assign(one, { role: "region", ariaLabel: language.text(`scrolls.${kind}`, { number: ++number }) });
        } else if (one !== document.activeElement) {
          one.removeAttribute("tabindex");
          if (!named) Object.assign(one, { role: null, ariaLabel: null });
        }
      }
    }
  }
}

/** @param {HTMLElement} one */
function scrolls(one) {
  const { overflowX, overflowY } = getComputedStyle(one);
  return (overflowX === "auto" && one.scrollWidth > one.clientWidth) || (overflowY === "auto" && one.scrollHeight > one.clientHeight);
}
