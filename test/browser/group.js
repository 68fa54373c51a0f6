/**
 * Some of the test files in one process, with one browser and one server: node group.js 8 3 takes the third of each eight.
 * To start both for each file takes a second of a processor.
 */

import { readdirSync } from 'node:fs';

const [groups, group] = process.argv.slice(2).map(Number);
const files = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.test.js')).sort();
for (const [i, file] of files.entries()) if (i % groups === group - 1) await import(`./${file}`);
