/** The height that a frame of a width should have.
 * @param {string} ui
 * @param {number} width in CSS pixels
 */
function heightFor(ui, width) {
  if (ui === "full") return width < 600 ? 780 : 640;
  const aside = width >= 440;
  if (ui === "min") return Math.round(aside ? Math.min(600, width * 0.6) : width + 260);
  return Math.round(aside ? Math.min(600, width * 0.6) : width + 60);
}

/** Tells the page around this one which height would suit, now and whenever the width changes: in the playground's
 * form, in Embedly's and in that of Canvas (LTI).
 * @param {import("./host.js").Host} host
 * @param {string} ui
 */
export function hintHeight(host, ui) {
  let width = 0;
  const hint = () => {
    if (innerWidth === width || innerWidth === 0) return;
    width = innerWidth;
    const height = heightFor(ui, width);
    host.tell("resize", { height });
    host.post(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
    host.post(JSON.stringify({ subject: "lti.frameResize", height }));
  };
  addEventListener("resize", hint);
  hint();
}
