/** A theme as small as one can be: mystmd fetches the page from here. The page is drawn by myst-to-react, the renderers
 * of the book theme; the theme itself mystmd would fetch from a server that no test should need.
 */

import { createServer } from 'node:http';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { ArticleProvider, ThemeProvider } from '@myst-theme/providers';
import { DEFAULT_RENDERERS, MyST } from 'myst-to-react';

const { HOST, PORT, CONTENT_CDN_PORT } = process.env;

/** Where mystmd puts the pictures: it writes the folder's real name when it has the page.
 * @param {string} _
 * @param {any} value
 */
const placed = (_, value) => value?.type === 'image' ? { ...value, url: `/myst_assets_folder${value.url}` } : value;

const server = createServer(async (_, response) => {
  const content = await fetch(`http://${HOST}:${CONTENT_CDN_PORT}/content/index.json`);
  const { kind, references, frontmatter, mdast } = JSON.parse(await content.text(), placed);
  const article = createElement(ArticleProvider, { kind, references, frontmatter },
    createElement(ThemeProvider, { theme: 'light', setTheme() {}, renderers: DEFAULT_RENDERERS, staticBuild: true },
      createElement(MyST, { ast: mdast })));
  response.end(`<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>${frontmatter.title}</title>
<link rel="stylesheet" href="tailwind.css">${renderToStaticMarkup(article)}</html>`);
});
server.listen(Number(PORT), HOST, () => console.log(`http://${HOST}:${PORT}`));
