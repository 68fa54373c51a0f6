let passed = 0;
let last = performance.now();

/** Milliseconds that have passed, never fewer than before: a clock that is set back goes on from there. */
export function now() {
  const read = performance.now();
  if (read > last) passed += read - last;
  last = read;
  return passed;
}
