/** The address of the playground's site, seen from this script in its folder web/. */
export const site = new URL("..", /** @type {HTMLScriptElement} */ (document.currentScript).src);
