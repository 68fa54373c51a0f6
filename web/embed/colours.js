/** Whether the page is light or dark where an element stands: by the first background behind it that is not
 * transparent, else by its colour scheme.
 * @param {Element} element
 */
export function schemeAround(element) {
  for (let e = /** @type {Element | null} */ (element.parentElement); e; e = e.parentElement) {
    const [red, green, blue, alpha = 1] = (getComputedStyle(e).backgroundColor.match(/^rgba?\((.*)\)$/)?.[1] ?? "0,0,0,0").split(/[,\s/]+/).map(Number);
    if (alpha > 0.5) return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? "dark" : "light";
  }
  const scheme = getComputedStyle(element).colorScheme;
  return scheme.includes("dark") && (!scheme.includes("light") || matchMedia("(prefers-color-scheme: dark)").matches) ? "dark" : "light";
}

/** Calls changed when the page may have got other colours, until the function it returns is called.
 * @param {() => void} changed
 */
export function watchColours(changed) {
  const later = () => setTimeout(changed, 50);
  const observer = new MutationObserver(later);
  for (const e of [document.documentElement, document.body]) observer.observe(e, { attributes: true });
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", later);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", later);
  };
}
