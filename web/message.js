/** A place of a text: {name}, or as in ICU's messages {name, plural, one {# row} other {# rows}}, where the words
 * depend on a count and # is the count.
 */
const place = /\{(\w+)(?:, plural,((?: \w+ \{[^{}]*\})+))?\}/g;

/** A text with its places filled in; a place without a value stays as it is.
 * @param {string} text
 * @param {Record<string, string | number>} values
 * @param {string} language whose forms for counts the text has
 */
export function fill(text, values, language) {
  return text.replace(place, (all, name, forms) => {
    if (!(name in values)) return all;
    const value = String(values[name]);
    if (!forms) return value;
    const category = new Intl.PluralRules(language).select(Number(value));
    const form = new RegExp(` ${category} \\{([^{}]*)\\}`).exec(forms) ?? / other \{([^{}]*)\}/.exec(forms);
    return (form?.[1] ?? value).replaceAll("#", value);
  });
}
