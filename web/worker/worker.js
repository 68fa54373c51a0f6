/** The service worker: keeps the app, so that it opens at once and without a network.
 *
 * A file's name holds the hash of its content, so what is kept under a name is right for any page that asks for it,
 * and pages of two versions can be open side by side. Only the page itself has no such name; it is kept by its version.
 * A new version comes with a new worker, which takes over as soon as it has all the files: from then on the page opens
 * in the new version, while pages that are open get their own files as before.
 *
 * scripts/build writes this file to sw.js, with version and files before it.
 */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const scope = worker.registration.scope;
const cacheName = `shallows ${scope}`;
const pageKept = new URL(`index.${version}.html`, scope).href;
const pageAddresses = [scope, new URL("index.html", scope).href];
const wanted = new Map(Object.entries(files).map(([name, integrity]) => [new URL(name, scope).href, integrity]));
/** A file with the hash of its content in its name. */
const named = /\.[0-9a-f]{16}\.\w+$/;

worker.addEventListener("install", (event) => event.waitUntil(keepAll()));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
worker.addEventListener("message", (event) => event.waitUntil(hear(event)));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  address.search = address.hash = "";
  if (request.method !== "GET") return;
  if (request.mode === "navigate" && pageAddresses.includes(address.href)) event.respondWith(answer(pageKept, request));
  else if (address.href.startsWith(scope) && named.test(address.pathname)) event.respondWith(answer(address.href, request));
});

/** Keeps what is not yet kept. With a file missing, or another than was built, this fails, the worker before goes on,
 * and the browser tries again at a later visit.
 */
async function keepAll() {
  const cache = await caches.open(cacheName);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const missing = [...wanted].filter(([address]) => !kept.has(address));
  await Promise.all([keepPage(cache), ...missing.map(async ([address, integrity]) => {
    const answer = await fetch(address, { integrity });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    await cache.put(address, answer);
  })]);
  await worker.skipWaiting();
}

/** Keeps the page. Hosts may add to it, but it has to be the one of this version.
 * @param {Cache} cache
 */
async function keepPage(cache) {
  const answer = await fetch(scope, { cache: "no-cache" });
  const html = await answer.text();
  if (!html.includes(`content="${version}"`)) throw new Error(`the page is not of version ${version}`);
  await cache.put(pageKept, new Response(html, { headers: answer.headers }));
}

/** What is kept under an address; a request for all else, or where what is kept cannot be read, goes its way.
 * @param {string} address
 * @param {Request} request
 */
async function answer(address, request) {
  const kept = caches.open(cacheName).then((cache) => cache.match(address, { ignoreVary: true }));
  return (await kept.catch(() => null)) ?? fetch(request);
}

/** Takes the open pages over and tells them of this version. */
async function takeOver() {
  await worker.clients.claim();
  for (const page of await pages()) page.postMessage({ version });
}

/** A page tells its version and hears this one. If it is alone, what other versions had can go.
 * @param {ExtendableMessageEvent} event
 */
async function hear({ source, data }) {
  if (!(source instanceof Client)) return;
  source.postMessage({ version });
  if (data.version !== version || (await pages()).length > 1) return;
  const cache = await caches.open(cacheName);
  const kept = await cache.keys();
  // What a newer version is keeping, or has kept and waits with, is none of the old ones'.
  if (worker.registration.installing || worker.registration.waiting) return;
  for (const request of kept) if (request.url !== pageKept && !wanted.has(request.url)) await cache.delete(request);
}

/** The open pages of this site, frames included. */
async function pages() {
  const all = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter(({ url }) => url.startsWith(scope));
}
