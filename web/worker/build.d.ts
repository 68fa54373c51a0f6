/** What scripts/build/worker.go writes before worker.js. */

/** The version of the page. */
declare const version: string;
/** What the worker keeps, relative to the site, with the digest of each for fetch to check. */
declare const files: Record<string, string>;
