/** What a WebAssembly module of Go consists of. */

import { readFileSync } from 'node:fs';

const CUSTOM = 0;
const IMPORT = 2;
const CODE = 10;
const DATA = 11;

/** Reads a module byte by byte. */
class Reader {
  at = 0;

  /** @param {Buffer} bytes */
  constructor(bytes) {
    this.bytes = bytes;
  }

  get more() {
    return this.at < this.bytes.length;
  }

  /** An unsigned LEB128 number. */
  number() {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  }

  /** @param {number} length */
  take(length) {
    this.at += length;
    return new Reader(this.bytes.subarray(this.at - length, this.at));
  }

  text() {
    return this.take(this.number()).bytes.toString('utf8');
  }
}

/**
 * The bytes of code by package, of data, and of all else.
 * @param {string} file a module with the names of its functions
 * @returns {Map<string, number>}
 */
export function packages(file) {
  const module = new Reader(readFileSync(file));
  module.take(8);
  let imported = 0;
  /** @type {number[]} */
  const bodies = [];
  /** @type {Map<number, string>} */
  const names = new Map();
  const sizes = new Map([['(data: types, tables, texts)', 0], ['(other sections)', 0]]);
  /** @param {string} part @param {number} bytes */
  const add = (part, bytes) => sizes.set(part, (sizes.get(part) ?? 0) + bytes);
  while (module.more) {
    const id = module.number();
    const section = module.take(module.number());
    if (id === CODE) {
      for (let count = section.number(); count > 0; count--) bodies.push(section.take(section.number()).bytes.length);
    } else if (id === DATA) {
      add('(data: types, tables, texts)', section.bytes.length);
    } else if (id !== CUSTOM || section.text() !== 'name') {
      add('(other sections)', section.bytes.length);
      // Go imports nothing but functions, which take the first numbers.
      if (id === IMPORT) imported = section.number();
    } else {
      readNames(section, names);
    }
  }
  bodies.forEach((bytes, i) => add(packageOf(names.get(imported + i) ?? ''), bytes));
  return sizes;
}

/** @param {Reader} section @param {Map<number, string>} names */
function readNames(section, names) {
  while (section.more) {
    const kind = section.number();
    const part = section.take(section.number());
    if (kind !== 1) continue;
    for (let count = part.number(); count > 0; count--) {
      const number = part.number();
      names.set(number, part.text());
    }
  }
}

/** @param {string} name of a function: the package's path with _ for /, a dot, the rest */
function packageOf(name) {
  return /^(?:type:\.\w+\.)?((?:[a-z]+\.(?:com|org)_)?[\w-]+)/.exec(name)?.[1] ?? '(generated)';
}
