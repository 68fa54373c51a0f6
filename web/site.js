/** Where others find this page. A file opened from disk may name the site it was made for; nobody else could follow
 * its own address.
 * @returns {URL}
 */
export function publicAddress() {
  const site = document.querySelector('link[rel="canonical"]');
  const address = new URL(location.href);
  if (address.protocol !== "file:" || !(site instanceof HTMLLinkElement)) return address;
  return new URL(address.search + address.hash, site.href);
}
