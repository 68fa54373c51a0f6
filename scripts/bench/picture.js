/** What a picture costs: runs the program in picture/ in Chromium. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * @typedef {object} PictureCost
 * @property {number} milliseconds of the processor in Update and Draw, in the median of the frames
 * @property {number} heapBefore bytes on Go's heap before the frames, without garbage
 * @property {number} heapAfter and after them
 * @property {number} bytes allocated in a frame, ebiten's own share included
 */

/**
 * Paints frames as fast as they come, training one update before each.
 * @param {import('playwright-core').Browser} browser
 * @param {{fragment: string, frames: number, width: number, height: number}} options a link's experiment; CSS pixels
 * @returns {Promise<PictureCost>}
 */
export async function measurePicture(browser, options) {
  const scratch = mkdtempSync(join(tmpdir(), 'shallows-picture-'));
  const context = await browser.newContext({ viewport: options });
  try {
    const program = join(scratch, 'picture.wasm');
    const environment = { ...process.env, GOOS: 'js', GOARCH: 'wasm' };
    execFileSync('go', ['build', '-o', program, './scripts/bench/picture'], { cwd: root, env: environment });
    const goroot = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();

    const page = await context.newPage();
    // An isolated page has a clock of 5 microseconds, else of 100.
    const isolated = { 'Content-Type': 'text/html', 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
    const files = new Map([
      ['/', { headers: isolated, body: '<!DOCTYPE html><html><body></body></html>' }],
      ['/picture.wasm', { contentType: 'application/wasm', body: readFileSync(program) }],
      ['/wasm_exec.js', { contentType: 'text/javascript', body: readFileSync(join(goroot, 'lib/wasm/wasm_exec.js')) }],
    ]);
    await page.route('**/*', (route) => route.fulfill(files.get(new URL(route.request().url()).pathname) ?? { status: 404 }));
    page.setDefaultTimeout(0);
    await page.goto('http://localhost/');
    await page.addScriptTag({ url: '/wasm_exec.js' });
    return await page.evaluate(async (given) => {
      const scope = /** @type {any} */ (window);
      const go = new scope.Go();
      const { instance } = await WebAssembly.instantiateStreaming(fetch('/picture.wasm'), go.importObject);
      return new Promise((resolve, reject) => {
        Object.assign(scope, { pictureOptions: given, pictureDone: resolve });
        go.run(instance).then(() => reject(new Error('the program ended')), reject);
      });
    }, options);
  } finally {
    await context.close();
    rmSync(scratch, { recursive: true });
  }
}
