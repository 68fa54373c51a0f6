/** Milliseconds after a change: the numbers of a run change many times a second. */
const REST = 300;

/** Puts what may be too large for its place, as data-scrolls says and of what kind it is, within reach of the keyboard while it
 * scrolls: a stop for Tab, and a region with a name.
 * @param {import("./language.js").Language} language
 */
export function reachScrollers(language) {
  let timer = 0;
  const later = () => (timer ||= window.setTimeout(reach, REST));
  new MutationObserver(later).observe(document.body, { childList: true, subtree: true });
  addEventListener("resize", later);

  function reach() {
    timer = 0;
    /** @type {Record<string, number>} */
    const numbers = {};
    for (const one of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-scrolls]"))) {
      const kind = one.dataset.scrolls ?? "";
      const named = (one.role ?? "region") !== "region";
      const { overflowX, overflowY } = getComputedStyle(one);
      if ((overflowX === "auto" && one.scrollWidth > one.clientWidth) || (overflowY === "auto" && one.scrollHeight > one.clientHeight)) {
        one.tabIndex = 0;
        if (named) continue;
        numbers[kind] = (numbers[kind] ?? 0) + 1;
        Object.assign(one, { role: "region", ariaLabel: language.text(`scrolls.${kind}`, { number: numbers[kind] }) });
      } else if (one !== document.activeElement) {
        one.removeAttribute("tabindex");
        if (!named) Object.assign(one, { role: null, ariaLabel: null });
      }
    }
  }
}
