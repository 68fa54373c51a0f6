/** From the plane of the output to pixels of a screenshot, and what colour they are. */

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {[number, number]} Point */

/**
 * Where the plane is, read off the texts at its ticks: so its axes are tested too.
 * @param {Page} page
 * @returns {Promise<{
 *   pixel: (x1: number, x2: number) => Point,
 *   point: (x: number, y: number) => Point,
 *   onAxis: (x: number, y: number) => boolean,
 * }>} all in device pixels of the window
 */
export async function planeOf(page) {
  const { horizontal, vertical, ratio } = await page.evaluate(() => {
    const slot = /** @type {Element} */ (document.querySelector('#slot-output')).getBoundingClientRect();
    const ticks = [...document.querySelectorAll('#slot-output *')]
      .filter((e) => e.childElementCount === 0 && e.checkVisibility() && /^[−-]?\d+$/.test(e.textContent?.trim() ?? ''))
      .map((e) => {
        const { left, right, top, bottom } = e.getBoundingClientRect();
        return { value: Number(e.textContent?.trim().replace('−', '-')), x: (left + right) / 2, y: (top + bottom) / 2 };
      });
    // The texts of the horizontal axis share a height, those of the vertical one do not.
    const lowest = Math.max(...ticks.map(({ y }) => y));
    const below = ticks.filter(({ y }) => Math.abs(y - lowest) < 2 && y > slot.top);
    return {
      horizontal: below.map(({ value, x }) => [value, x]),
      vertical: ticks.filter((tick) => !below.includes(tick)).map(({ value, y }) => [value, y]),
      ratio: devicePixelRatio,
    };
  });
  const x = line(horizontal, ratio);
  const y = line(vertical, ratio);
  return {
    pixel: (x1, x2) => [x.at(x1), y.at(x2)],
    point: (left, top) => [x.value(left), y.value(top)],
    onAxis: (left, top) => Math.abs(left - x.at(0)) < 3 || Math.abs(top - y.at(0)) < 3,
  };
}

/**
 * The straight line through the outermost ticks of an axis.
 * @param {number[][]} ticks of value and position
 * @param {number} ratio device pixels to a CSS pixel
 */
function line(ticks, ratio) {
  const sorted = ticks.toSorted(([a], [b]) => a - b);
  const [v0, p0] = sorted[0];
  const [v1, p1] = sorted[sorted.length - 1];
  const slope = ((p1 - p0) * ratio) / (v1 - v0);
  return {
    at: (/** @type {number} */ value) => p0 * ratio + slope * (value - v0),
    value: (/** @type {number} */ position) => v0 + (position - p0 * ratio) / slope,
  };
}

/**
 * The ramp that engine/scene documents at its field: a tone in [-1, 1] goes
 * 0.66 of its size from the neutral colour to the negative or the positive one,
 * a tone of 2 + 2k + share that much of the share to the colour of class k.
 * @param {Page} page
 * @returns {Promise<(tone: number) => number[]>} channels from 0 to 255
 */
export async function rampOf(page) {
  const [neutral, negative, positive, ...more] = await page.evaluate(() => ['--neutral', '--negative', '--positive', '--class2'].map((token) => {
    const text = getComputedStyle(document.documentElement).getPropertyValue(token).trim().slice(1);
    const digits = text.length === 3 ? [...text].map((d) => d + d).join('') : text;
    return [0, 2, 4].map((i) => parseInt(digits.slice(i, i + 2), 16));
  }));
  const classes = [negative, positive, ...more];
  return (tone) => {
    const [end, share] = tone < 2 ? [tone < 0 ? negative : positive, Math.abs(tone)] : [classes[Math.floor(tone / 2) - 1], tone % 2];
    return neutral.map((from, i) => from + 0.66 * share * (end[i] - from));
  };
}

/**
 * The colours of pixels as they are on the screen.
 * @param {Page} page
 * @param {Point[]} points in device pixels of the window
 * @returns {Promise<number[][]>} red, green and blue of each
 */
export async function readPixels(page, points) {
  const png = (await page.screenshot()).toString('base64');
  const context = page.context();
  // The page's own policy lets in no such picture.
  const decoder = decoders.get(context) ?? await context.newPage();
  decoders.set(context, decoder);
  return decoder.evaluate(async ({ png, points }) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    return points.map(([x, y]) => [...data.slice(4 * (y * image.width + x), 4 * (y * image.width + x) + 3)]);
  }, { png, points });
}

/** The page of each profile that reads pictures, which goes with it. @type {WeakMap<import('playwright-core').BrowserContext, Page>} */
const decoders = new WeakMap();
