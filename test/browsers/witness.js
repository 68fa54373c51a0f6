/** Put first into a page by test/browser/site.js: tells the server what a browser's console would show in red. */
{
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const tell = (/** @type {unknown} */ fault) => {
    new Image().src = new URL(`fault?${encodeURIComponent(`${location.href}: ${fault}`)}`, src).href;
  };
  addEventListener('error', ({ target, message }) => {
    const { src, href } = /** @type {{src?: string, href?: string}} */ (target);
    tell(target === window ? message : `nothing came from ${src ?? href}`);
  }, true);
  addEventListener('unhandledrejection', ({ reason }) => tell(reason));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => tell(`${violatedDirective} forbids ${blockedURI}`));
  const { error } = console;
  console.error = (...said) => {
    tell(said.join(' '));
    error(...said);
  };
}
