/** A function of the engine, which throws where that reports {error}, as Go cannot throw, and once the engine has ended, in
 * this call or before: then over is called.
 * @template {unknown[]} A
 * @template R
 * @param {(...args: A) => R} call
 * @param {{exited: boolean}} program
 * @param {(cause: unknown) => void} over
 * @returns {(...args: A) => R}
 */
export function living(call, program, over) {
  return (...args) => {
    let result;
    try {
      result = call(...args);
      if (program.exited) throw new Error("the engine has ended");
    } catch (error) {
      // Go throws nothing: it trapped, or was over already.
      over(error);
      throw error;
    }
    const { error } = /** @type {{error?: string}} */ (result ?? {});
    if (error) throw new TypeError(error);
    return result;
  };
}
