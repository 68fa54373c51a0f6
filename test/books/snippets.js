/** The texts for notes, as the share dialog writes them. */

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A run and how it is to be shown: engine/page/share/snippet says what each is.
 * @typedef {{site: string, fragment: string, query: {key: string, value: string}[], title: string, width: string, height: number, picture: string}} Figure
 */

const root = fileURLToPath(new URL('../..', import.meta.url));

/** All forms of a figure.
 * @param {Figure} figure
 * @returns {{id: string, text: string, path: string, once: string}[]}
 */
export function snippets(figure) {
  return JSON.parse(execFileSync('go', ['run', './scripts/snippets'], { cwd: root, input: JSON.stringify([figure]), encoding: 'utf8' }))[0];
}
