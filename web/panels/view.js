/** A panel that is one view, made anew at each mount.
 * @param {string} id
 * @param {new (host: HTMLElement, context: import("../types.js").PanelContext) => {show(): void, stop(): void}} View
 * @returns {import("../types.js").Panel}
 */
export function panelOf(id, View) {
  /** @type {InstanceType<typeof View> | null} */
  let view = null;
  return {
    id,
    mount(host, context) {
      view = new View(host, context);
    },
    update: () => view?.show(),
    unmount: () => view?.stop(),
  };
}
