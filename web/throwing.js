/** The engine again, its calls throwing where they report {error}: Go cannot throw.
 * @param {import("./types.js").Engine} engine
 * @returns {import("./types.js").Engine}
 */
export function throwing(engine) {
  const calls = Object.entries(engine).map(([name, call]) => {
    /** @param {unknown[]} args */
    const strict = (...args) => {
      const result = call(...args);
      if (result?.error) throw new TypeError(result.error);
      return result;
    };
    return [name, strict];
  });
  return Object.fromEntries(calls);
}
