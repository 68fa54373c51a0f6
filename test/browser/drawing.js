/** What the canvas draws, counted: a picture is what it should be once there is nothing left to draw. */

import assert from 'node:assert/strict';
import { eventually } from './panel.js';

/** @typedef {import('playwright-core').Page} Page */

/**
 * Counts what the canvas draws, in window.drawn, and the frames that are asked for, in window.asked; to be called before the
 * page is opened.
 * @param {Page} page
 */
export async function countDrawing(page) {
  await page.addInitScript(() => {
    const scope = /** @type {any} */ (window);
    scope.drawn = 0;
    const draw = WebGL2RenderingContext.prototype.drawElements;
    WebGL2RenderingContext.prototype.drawElements = function (...call) {
      scope.drawn++;
      return draw.apply(this, call);
    };
    scope.asked = 0;
    const request = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => {
      scope.asked++;
      return request(callback);
    };
  });
}

/**
 * Waits until the page has drawn and draws no more, in more frames than any animation of it lasts.
 * @param {Page} page whose drawing is counted
 */
export async function seeRest(page) {
  await eventually(async () => assert.ok(await page.evaluate(async () => {
    const scope = /** @type {any} */ (window);
    const before = scope.drawn;
    for (let i = 0; i < 60; i++) await new Promise(requestAnimationFrame);
    return before > 0 && scope.drawn === before;
  }), 'the page never comes to rest'));
}
