/** Characters of the query that are read; a whole one is shorter. */
const MOST = 16_384;

/** The query of the address as it stands, but for an & that HTML has escaped: what is needed before there is an engine, which reads
 * all of it as it was before other programs damaged it (engine/link) and says what it means (engine/page/presentation).
 * @param {{search: string}} [address]
 */
export function query({ search } = location) {
  return new URLSearchParams(search.slice(0, MOST).replace(/&(?:amp;)+/gi, "&"));
}
