import { byId } from "../dom.js";
import { Lighting } from "./lighting.js";

/** A panel that engine/page fills: its structure is the template of its name.
 * @param {string} id
 * @returns {import("../types.js").Panel}
 */
export function recordPanel(id) {
  let update = () => {};
  let unmount = () => {};
  return {
    id,
    mount(host, { page, pointing }) {
      const kinds = byId(`template-${id}`, HTMLTemplateElement).dataset.class?.split(" ") ?? [];
      host.classList.add(...kinds);
      page.show({ [id]: [host] });
      const lighting = new Lighting(host, pointing);
      page.do("panel", id);
      update = () => {
        page.do("refresh");
        lighting.light();
      };
      let { chosen } = pointing;
      const ignore = pointing.on("change", () => {
        if (pointing.chosen === chosen) return;
        ({ chosen } = pointing);
        update();
      });
      unmount = () => {
        ignore();
        lighting.stop();
        host.classList.remove(...kinds);
        page.hide(id);
        page.do("panel");
      };
    },
    update: () => update(),
    unmount: () => unmount(),
  };
}
