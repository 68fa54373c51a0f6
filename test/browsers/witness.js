/** Put first into a page by test/browser/site.js: tells the server what a browser's console would show in red. */
{
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const tell = (/** @type {unknown} */ fault) => {
    new Image().src = new URL(`fault?${encodeURIComponent(`${location.href}: ${fault}`)}`, src).href;
  };
  addEventListener('error', (event) => tell(event.target === window ? event.message : `nothing came from ${event.target.src ?? event.target.href}`), true);
  addEventListener('unhandledrejection', ({ reason }) => tell(reason));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => tell(`${violatedDirective} forbids ${blockedURI}`));
  const { error } = console;
  console.error = (...said) => {
    tell(said.join(' '));
    error(...said);
  };
}
