/** @typedef {"en" | "zh-Hans"} Code */

/** The languages that there are; index.html has their names. @type {Code[]} */
const codes = ["en", "zh-Hans"];

/** The language nearest to that of a tag such as zh-TW, zh_CN or en-GB, null where none is near.
 * @param {string} tag
 */
export function nearest(tag) {
  try {
    const { language } = new Intl.Locale(tag.replaceAll("_", "-"));
    return codes.find((code) => new Intl.Locale(code).language === language) ?? null;
  } catch {
    return null;
  }
}
