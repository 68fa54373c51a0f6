import { byId } from "../dom.js";
import { clone } from "../bind.js";
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
    mount(host, { page, language, pointing }) {
      const template = byId(`template-${id}`, HTMLTemplateElement);
      const kinds = template.dataset.class?.split(" ") ?? [];
      host.append(clone(template, language));
      host.classList.add(...kinds);
      page.show(id, host);
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
