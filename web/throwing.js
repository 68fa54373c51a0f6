/** A function of the engine, which throws once the engine has ended, in this call or before: then over is called.
 * @template {unknown[]} A
 * @template R
 * @param {(...args: A) => R} call
 * @param {{exited: boolean}} program
 * @param {(cause: unknown) => void} over
 * @returns {(...args: A) => R}
 */
export function living(call, program, over) {
  return (...args) => {
    try {
      const result = call(...args);
      if (!program.exited) return result;
    } catch (error) {
      // Go throws nothing: it trapped, or was over already.
      over(error);
      throw error;
    }
    const error = new Error("the engine has ended");
    over(error);
    throw error;
  };
}

/** The engine again, its calls throwing where they report {error}: Go cannot throw.
 * @param {import("./types.js").Engine} engine
 * @param {(call: (...args: unknown[]) => any) => (...args: unknown[]) => any} guard
 * @returns {import("./types.js").Engine}
 */
export function throwing(engine, guard) {
  const calls = Object.entries(engine).map(([name, call]) => {
    const guarded = guard(call);
    /** @param {unknown[]} args */
    const strict = (...args) => {
      const result = guarded(...args);
      if (result?.error) throw new TypeError(result.error);
      return result;
    };
    return [name, strict];
  });
  return Object.fromEntries(calls);
}
