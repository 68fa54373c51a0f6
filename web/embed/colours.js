const dark = matchMedia("(prefers-color-scheme: dark)");

/** Whether the page is light or dark where an element stands: by the first background behind it that is not
 * transparent, else by its colour scheme.
 * @param {Element} element
 */
export function schemeAround(element) {
  for (let e = /** @type {Element | null} */ (element.parentElement); e; e = e.parentElement) {
    const colour = getComputedStyle(e).backgroundColor;
    const [first, green, blue, alpha = 1] = colour.replace(/^\w+\(([a-z]\S* )?|\)/g, "").split(/[,\s/]+/).map(Number);
    if (!(alpha > 0.5)) continue;
    // rgb() counts to 255 and color() to 1; the others begin with a lightness, lab() and lch() to 100, oklch() to 1.
    const light = /^[rc]/.test(colour) ? (first + 2 * green + blue) / 4 : first;
    return light < ({ r: 128, l: 50 }[colour[0]] ?? 0.5) ? "dark" : "light";
  }
  const scheme = getComputedStyle(element).colorScheme;
  return scheme.includes("dark") && (!scheme.includes("light") || dark.matches) ? "dark" : "light";
}

/** Calls changed when the page may have got other colours, until the function it returns is called.
 * @param {() => void} changed
 */
export function watchColours(changed) {
  const later = () => setTimeout(changed, 50);
  const observer = new MutationObserver(later);
  for (const e of [document.documentElement, document.body]) observer.observe(e, { attributes: true });
  dark.addEventListener("change", later);
  return () => {
    observer.disconnect();
    dark.removeEventListener("change", later);
  };
}
