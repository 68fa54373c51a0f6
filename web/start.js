/** A classic script that starts the page in the way its origin allows. The document does not wait for it, so that its
 * sentence can show where this never comes. Of an opaque origin (a sandboxed frame, a
 * file opened from disk) browsers load modules and answer fetch only where the server sends a header, so there the
 * page comes sealed: as classic scripts that scripts/build makes of it.
 */
{
  // The page's policy takes effect from here. It names the site, because in a frame of an opaque origin Safari of 2026
  // and before takes 'self' for nothing at all.
  const { protocol, origin } = new URL(/** @type {HTMLScriptElement} */ (document.currentScript).src);
  const rules = /** @type {HTMLMetaElement} */ (document.querySelector('meta[name="policy"]')).content;
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = rules.replaceAll("'self'", origin === "null" ? protocol : origin);
  document.head.append(policy);

  const sealed = self.origin === "null";
  const script = document.createElement("script");
  script.src = /** @type {HTMLLinkElement} */ (document.getElementById(sealed ? "sealed" : "main")).href;
  if (!sealed) script.type = "module";
  const root = document.documentElement;
  const fail = () => {
    root.dataset.state = "failed";
    /** @type {HTMLElement} */ (document.getElementById("problem")).hidden = false;
  };
  script.addEventListener("error", fail);
  // One that was cut short loads, but does nothing.
  script.addEventListener("load", () => window.playground || fail());
  const begin = () => {
    const retry = /** @type {HTMLElement} */ (document.getElementById("retry"));
    retry.onclick = () => location.reload();
    retry.hidden = false;
    document.head.append(script);
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
  // Nothing is painted before all styles have come. What has not by now is left out.
  setTimeout(() => {
    const late = [...document.querySelectorAll("link")].filter(({ rel, sheet }) => rel === "stylesheet" && !sheet);
    for (const link of late) link.remove();
    if (late.length > 0 || root.dataset.started === undefined) fail();
  }, 30_000);

  // What is needed next is on its way while the document is being read.
  const hint = document.createElement("link");
  hint.rel = sealed ? "preload" : "modulepreload";
  hint.as = "script";
  hint.href = script.src;
  document.head.append(hint);
  const wasm = /** @type {HTMLLinkElement} */ (document.getElementById("wasm"));
  if (!sealed && !/[?&;]load=click\b/.test(location.search)) wasm.rel = "preload";
}
