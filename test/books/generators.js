/** Notes made by the real generators: where the snippet goes, what builds them, what comes of it. */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { snippets } from './snippets.js';

/** Notes with a figure in them.
 * @typedef {object} Notes
 * @property {string} name
 * @property {string} folder beside this module
 * @property {string} snippet the id of what stands at SNIPPET
 * @property {string} page the file with SNIPPET
 * @property {string} still the folder whose files the generator puts beside the page
 * @property {string[]} command with its arguments, in a copy of the folder; none where the page is as it is
 * @property {string} site the folder that it leaves
 */

/** An address for scripts that a template loads from elsewhere, though these notes need them not. */
const none = 'data:text/javascript,';

/** The slowest first, as two are built at a time.
 * @type {Notes[]}
 */
export const all = [
  {
    name: 'Docusaurus',
    folder: 'docusaurus', snippet: 'mdx', page: 'docs/index.mdx', still: 'static',
    command: ['node_modules/.bin/docusaurus', 'build'], site: 'build',
  },
  {
    name: 'VitePress',
    folder: 'vitepress', snippet: 'iframe', page: 'index.md', still: 'public',
    command: ['node_modules/.bin/vitepress', 'build'], site: '.vitepress/dist',
  },
  {
    name: 'mystmd, as in Jupyter Book 2',
    folder: 'mystmd', snippet: 'myst', page: 'index.md', still: '.',
    command: ['node_modules/.bin/myst', 'build', '--html'], site: '_build/html',
  },
  {
    name: 'Sphinx with MyST-Parser, as in Jupyter Book 1',
    folder: 'sphinx', snippet: 'html', page: 'index.md', still: '.',
    command: ['sphinx-build', '.', '_build'], site: '_build',
  },
  {
    name: 'a Jupyter notebook',
    folder: 'notebook', snippet: 'jupyter', page: 'index.ipynb', still: '.',
    command: ['jupyter', 'nbconvert', '--execute', '--to', 'html', `--HTMLExporter.mathjax_url=${none}`, `--HTMLExporter.require_js_url=${none}`, 'index.ipynb'],
    site: '.',
  },
  {
    name: 'Pandoc, as in Quarto',
    folder: 'pandoc', snippet: 'quarto', page: 'index.md', still: '.',
    command: ['pandoc', '--standalone', '--metadata', 'pagetitle=Notes', '--output', 'index.html', 'index.md'], site: '.',
  },
  {
    name: 'MkDocs with Material',
    folder: 'mkdocs', snippet: 'html', page: 'docs/index.md', still: 'docs',
    command: ['mkdocs', 'build'], site: 'site',
  },
  {
    name: 'Jekyll',
    folder: 'jekyll', snippet: 'html', page: 'index.md', still: '.',
    command: ['jekyll', 'build'], site: '_site',
  },
  {
    name: 'Hugo',
    folder: 'hugo', snippet: 'hugo', page: 'content/_index.md', still: 'static',
    command: ['hugo'], site: 'public',
  },
  {
    name: 'HTML by hand',
    folder: 'html', snippet: 'html', page: 'index.html', still: '.',
    command: [], site: '.',
  },
  {
    name: 'HTML by hand, with a frame',
    folder: 'html', snippet: 'iframe', page: 'index.html', still: '.',
    command: [], site: '.',
  },
];

/** Slides, of two each: a figure, and what comes after it.
 * @type {Notes[]}
 */
export const decks = [
  {
    name: 'reveal.js by Pandoc, as in Quarto',
    folder: 'reveal', snippet: 'html', page: 'index.md', still: '.',
    command: ['pandoc', '--standalone', '--to', 'revealjs', '--variable', 'revealjs-url=node_modules/reveal.js', '--metadata', 'pagetitle=Slides', '--output', 'index.html', 'index.md'],
    site: '.',
  },
  {
    name: 'Marp, with a frame',
    folder: 'marp', snippet: 'iframe', page: 'index.md', still: '.',
    command: ['node_modules/.bin/marp', '--no-stdin', '--html', 'index.md', '--output', 'index.html'], site: '.',
  },
];

/** How long a generator may take on a slow machine; mystmd waits for ever for a server that cannot start. */
const PATIENCE = 240_000;

const here = fileURLToPath(new URL('.', import.meta.url));
const run = promisify(execFile);

/** Builds notes with a figure.
 * @param {Notes} notes
 * @param {import('./snippets.js').Figure} figure
 * @returns {Promise<{folder: string, remove: () => Promise<void>}>} the folder to serve
 */
export async function build({ folder, snippet, page, still, command: [program, ...given], site }, figure) {
  const copy = await mkdtemp(join(tmpdir(), `shallows-${folder}-`));
  const remove = () => rm(copy, { recursive: true });
  await cp(join(here, folder), copy, { recursive: true });
  if ([program, ...given].some((word) => word?.includes('node_modules/'))) await symlink(join(here, 'node_modules'), join(copy, 'node_modules'));
  await mkdir(join(copy, still), { recursive: true });
  await cp(join(here, '../../docs/images', figure.picture), join(copy, still, figure.picture));
  const { text: written, path, once } = snippets(figure).find(({ id }) => id === snippet) ?? assert.fail(snippet);
  if (once) await put(join(copy, path), once);
  const text = page.endsWith('.ipynb') ? JSON.stringify(written).slice(1, -1) : written;
  await put(join(copy, page), (await readFile(join(copy, page), 'utf8')).replace('SNIPPET', () => text));
  if (program) {
    await run(program, given, { cwd: copy, timeout: PATIENCE }).catch(async (error) => {
      await remove();
      throw error;
    });
  }
  return { folder: join(copy, site), remove };
}

/**
 * @param {string} file
 * @param {string} text
 */
async function put(file, text) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
