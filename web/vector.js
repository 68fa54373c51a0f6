/** Functions of one module: it exports them as 0, 1, 2 and so on. */
const FUNCTIONS = 7;

/** A module that exports a table of functions without parameters and call(place), which calls one of them. What
 * it does could be written here, but a call from one module into another never leaves WebAssembly, which is
 * several times faster.
 */
// prettier-ignore
const SWITCHBOARD = new Uint8Array([
  0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
  1, 8, 2, 0x60, 0, 0, 0x60, 1, 0x7f, 0, // types: () and (i32)
  3, 2, 1, 1, // one function, of the second type
  4, 4, 1, 0x70, 0, 0, // one table, empty
  7, 16, 2, 4, 0x63, 0x61, 0x6c, 0x6c, 0, 0, 5, 0x74, 0x61, 0x62, 0x6c, 0x65, 1, 0, // exports: call, table
  10, 9, 1, 7, 0, 0x20, 0, 0x11, 0, 0, 0x0b, // call_indirect by the parameter
]);

/** What the engine imports to instantiate the modules that it writes for its networks, see wasm/vector. They work in the
 * engine's own memory.
 * @param {() => WebAssembly.Memory} memory the engine's, asked for when the engine runs
 */
export function vectors(memory) {
  const { call, table } = /** @type {any} */ (new WebAssembly.Instance(new WebAssembly.Module(SWITCHBOARD)).exports);
  /** First places of modules that were released. @type {number[]} */
  const free = [];

  /** Returns the place of the module's first function, or -1 where it cannot be: old browsers have no vectors, or
   * compile nothing at once that is not tiny. The engine then does the same by itself.
   * @param {number} pointer @param {number} length
   */
  function compile(pointer, length) {
    try {
      const bytes = new Uint8Array(memory().buffer, pointer, length);
      const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory: memory() } });
      const first = free.pop() ?? table.grow(FUNCTIONS);
      for (let i = 0; i < FUNCTIONS; i++) table.set(first + i, exports[i]);
      return first;
    } catch {
      return -1;
    }
  }

  /** @param {number} first */
  function release(first) {
    for (let i = 0; i < FUNCTIONS; i++) table.set(first + i, null);
    free.push(first);
  }

  return { vector: { compile, call, release } };
}
