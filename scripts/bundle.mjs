/**
 * `npm run bundle`: one archive for a machine without internet. It holds what was built, the packages it needs at run
 * time, migrations, reference data, the example county and the documentation; unpacked, `./start.sh` is all it takes.
 * `--out FOLDER` says where it goes, `--with-node` puts this Node.js in as well.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { buildIfStale, root } from './build.mjs';

const startScript = `#!/bin/sh
# Starts the platform from this folder; uses the Node.js that came with it, else the one installed.
cd "$(dirname "$0")" || exit 1
if [ -x node/bin/node ]; then exec node/bin/node scripts/start.mjs "$@"; fi
exec node scripts/start.mjs "$@"
`;

/** What a running installation reads, beside the packages. */
const kept = [
  'dist',
  'migrations',
  'data',
  'seed',
  'docs',
  'packaging',
  'package.json',
  'README.md',
  'README.zh-CN.md',
  'LICENSE',
  'scripts/build.mjs',
  'scripts/dependencies.mjs',
  'scripts/gongkai.mjs',
  'scripts/start.mjs',
];

/** Not for an installation: its data, tests, and what only the build or the checks need. */
function isLeftOut(file) {
  const name = path.relative(root, file);
  return /^data\/var(\/|$)|\.test\.tsx?$|^seed\/.*\.ts$|^dist\/(.*\.map|metafile\.json|\..*)$/.test(name);
}

/** Folders of the packages a server needs, as npm wrote them down when it installed. */
function listRuntimePackages() {
  const lock = JSON.parse(fs.readFileSync(path.join(root, 'node_modules/.package-lock.json'), 'utf8'));
  return Object.entries(lock.packages)
    .filter(([, entry]) => entry.dev !== true && entry.devOptional !== true)
    .map(([place]) => place);
}

function copyPackage(place, target) {
  const source = path.join(root, place);
  // Packages below this one are listed themselves; source maps are of no use to a server.
  const filter = (file) =>
    !path.relative(source, file).split(path.sep).includes('node_modules') && !file.endsWith('.map');
  fs.cpSync(source, path.join(target, place), { recursive: true, filter, dereference: true });
}

function makeBundle(folder, withNode) {
  const { name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const title = `${name}-${version}-${process.platform}-${process.arch}`;
  const staging = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-bundle-'));
  const target = path.join(staging, title);
  try {
    for (const place of kept) {
      const source = path.join(root, place);
      if (!fs.existsSync(source)) continue;
      fs.cpSync(source, path.join(target, place), { recursive: true, filter: (file) => !isLeftOut(file) });
    }
    for (const place of listRuntimePackages()) copyPackage(place, target);
    fs.writeFileSync(path.join(target, 'start.sh'), startScript, { mode: 0o755 });
    if (withNode) {
      fs.mkdirSync(path.join(target, 'node/bin'), { recursive: true });
      fs.copyFileSync(process.execPath, path.join(target, 'node/bin/node'));
    }
    fs.mkdirSync(folder, { recursive: true });
    const archive = path.join(folder, `${title}.tar.gz`);
    const { status } = spawnSync('tar', ['-czf', archive, '-C', staging, title], { stdio: 'inherit' });
    if (status !== 0) throw new Error('tar could not write the archive');
    return archive;
  } finally {
    fs.rmSync(staging, { recursive: true, force: true });
  }
}

const { values } = parseArgs({
  options: { out: { type: 'string', default: root }, 'with-node': { type: 'boolean', default: false } },
});
await buildIfStale(['server', 'portal', 'desk'], (line) => process.stderr.write(`${line}\n`));
const archive = makeBundle(path.resolve(values.out), values['with-node']);
const megabytes = Math.round(fs.statSync(archive).size / 1024 / 1024);
process.stdout.write(`${archive} (${megabytes} MB)\n`);
