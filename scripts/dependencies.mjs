/** Installs the packages of the lock file when they are not there: a fresh clone, or a lock that changed since. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { root } from './build.mjs';

function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** Whether every package of the lock is installed in that very version (those for other systems may be absent). */
function isInstalled() {
  const installed = readPackages('node_modules/.package-lock.json');
  return Object.entries(readPackages('package-lock.json')).every(([place, { version, optional, link }]) => {
    if (place === '' || link === true) return true;
    const found = installed[place];
    return found === undefined ? optional === true : found.version === version;
  });
}

/** Refuses a Node that is too old, in one sentence. */
export function checkNodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(
    `需要 Node.js 20.19 或更新版本，当前是 ${process.versions.node}。请先升级 Node.js。\n`,
  );
  process.exit(2);
}

/** Runs `npm ci` when packages are missing or differ from the lock. */
export function ensureDependencies() {
  if (!fs.existsSync(path.join(root, 'package-lock.json')) || isInstalled()) return;
  const folder = path.join(root, 'node_modules');
  if (fs.lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) {
    // Someone shares one folder between checkouts on purpose; npm would empty it for all of them.
    process.stderr.write('node_modules 是指向别处的链接，且与 package-lock.json 不一致；未自动安装依赖。\n');
    return;
  }
  process.stderr.write('正在安装依赖（npm ci）…\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-fund', '--no-audit'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status === 0) return;
  process.stderr.write(
    '依赖安装失败：请检查网络或 npm 镜像设置，或使用离线安装包（npm run bundle 生成）。\n',
  );
  process.exit(1);
}
