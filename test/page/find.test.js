/** The scripts that find what the tests need, on machines that have it, can have it, or have not. */

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const scripts = fileURLToPath(new URL('../../scripts/', import.meta.url));
const TOOLS = ['sh', 'chmod', 'dirname', 'env', 'grep', 'head', 'readlink', 'flock'];

/** A machine with a few tools and commands of its own.
 * @param {(machine: {bin: string, has: (command: string, text?: string) => string, run: (script: string, variables?: Record<string, string>) => {path: string, told: string, status: number | null}}) => void} body
 */
function onAMachine(body) {
  const bin = mkdtempSync(join(tmpdir(), 'shallows-find-'));
  /** @param {string} command @param {string} text what it does */
  const has = (command, text = '') => {
    const file = join(bin, command);
    writeFileSync(file, `#!/bin/sh\n${text}\n`);
    chmodSync(file, 0o755);
    return file;
  };
  try {
    for (const tool of TOOLS) symlinkSync(execFileSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).trim(), join(bin, tool));
    has('id', 'echo 0');
    body({
      bin,
      has,
      run: (script, variables = {}) => {
        const { stdout, stderr, status } = spawnSync(join(scripts, script), { env: { PATH: bin, ...variables }, encoding: 'utf8' });
        return { path: stdout, told: stderr, status };
      },
    });
  } finally {
    rmSync(bin, { recursive: true });
  }
}

/** Installs commands, and talks as it does. @param {string} bin @param {string[]} commands */
const installs = (bin, commands) => `echo "Reading package lists"
case "$*" in *install*) for name in ${commands.join(' ')}; do echo "#!/bin/sh" >"${bin}/$name"; chmod 755 "${bin}/$name"; done ;; esac`;

const finders = [
  { script: 'chromium.sh', variable: 'CHROMIUM', commands: ['chromium'], packages: 'chromium fonts-noto-cjk' },
  { script: 'firefox.sh', variable: 'FIREFOX', commands: ['firefox-esr'], packages: 'firefox-esr' },
  { script: 'webkit.sh', variable: 'WEBKIT', commands: ['WebKitWebDriver'], packages: 'webkit2gtk-driver' },
  { script: 'screen.sh', variable: '', commands: ['xvfb-run', 'xauth'], packages: 'xvfb xauth' },
];

for (const { script, variable, commands, packages } of finders) {
  test(`${script} prints the path of what is there`, () => onAMachine(({ has, run }) => {
    const [path] = commands.map((command) => has(command));
    assert.deepEqual(run(script), { path: `${path}\n`, told: '', status: 0 });
    if (!variable) return;
    const other = has('another');
    assert.deepEqual(run(script, { [variable]: other }), { path: `${other}\n`, told: '', status: 0 });
  }));

  test(`${script} installs what is not there, and prints nothing but its path`, () => onAMachine(({ bin, has, run }) => {
    has('apt-get', installs(bin, commands));
    const { path, told, status } = run(script);
    assert.equal(status, 0, told);
    assert.equal(path, `${join(bin, commands[0] ?? '')}\n`);
    assert.match(told, /Reading package lists/);
  }));

  test(`${script} says in one sentence what is missing`, () => onAMachine(({ run }) => {
    const { path, told, status } = run(script);
    assert.equal(status, 1);
    assert.equal(path, '');
    assert.match(told, /^The [^\n]*\.\n$/);
    assert.ok(told.includes(`apt-get install ${packages}`), told);
  }));
}

test('a Chromium without a window comes before one with', () => onAMachine(({ bin, has, run }) => {
  const window = has('chromium');
  assert.equal(run('chromium.sh').path, `${window}\n`);
  const shell = has('chromium-headless-shell');
  assert.equal(run('chromium.sh').path, `${shell}\n`);
  rmSync(window);
  rmSync(shell);
  has('apt-get', installs(bin, ['chromium-headless-shell', 'chromium']));
  assert.equal(run('chromium.sh').path, `${shell}\n`);
}));

test('a Firefox that is a snap is passed over', () => onAMachine(({ has, run }) => {
  has('firefox', 'exec /snap/bin/firefox "$@"');
  assert.match(run('firefox.sh').told, /not as a snap/);
}));

test('a Python without NumPy is passed over', () => onAMachine(({ has, run }) => {
  const numpy = '[ "$2" = "import numpy" ]';
  const good = has('good', numpy);
  assert.equal(run('python.sh', { PYTHON: good }).path, `${good}\n`);
  has('python3', numpy); // where the system's own has none either
  assert.match(run('python.sh', { PYTHON: has('bad', 'echo "no module"; exit 1') }).path, /^[^\n]*python3\n$/);
}));

test('generators are there, come, or are said to be missing', () => onAMachine(({ bin, has, run }) => {
  const there = join(bin, 'there');
  has('dpkg-query', `[ -e ${there} ] && echo "install ok installed"`);
  const missing = run('generators.sh');
  assert.equal(missing.status, 1);
  assert.match(missing.told, /^The [^\n]* apt-get install hugo jekyll [a-z0-9 -]+\n$/);
  has('apt-get', `echo "Reading package lists"; case "$*" in *"install"*" hugo jekyll"*) : >${there} ;; esac`);
  const installed = run('generators.sh');
  assert.deepEqual([installed.path, installed.status], ['', 0], installed.told);
  assert.deepEqual(run('generators.sh'), { path: '', told: '', status: 0 });
}));
