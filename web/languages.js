/** The languages and their own names. */
export const languages = /** @type {const} */ ({ en: "English", "zh-Hans": "简体中文" });

/** @typedef {keyof typeof languages} Code */

/** The language nearest to that of a tag such as zh-TW, zh_CN or en-GB, null where none is near.
 * @param {string} tag
 */
export function nearest(tag) {
  try {
    const { language } = new Intl.Locale(tag.replaceAll("_", "-"));
    return /** @type {Code[]} */ (Object.keys(languages)).find((code) => new Intl.Locale(code).language === language) ?? null;
  } catch {
    return null;
  }
}
