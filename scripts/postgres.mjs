/**
 * A temporary PostgreSQL cluster for the tests, from the binaries installed on this machine: a folder of its own, a
 * free port on loopback, durability off, gone at the end. Never touches a cluster that is already there.
 */
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const oldestVersion = 15;

/** Folders in which distributions keep the server's programs, newest first. */
function listProgramFolders() {
  const roots = ['/usr/lib/postgresql', '/usr/local/pgsql', '/opt/postgresql', '/opt/homebrew/opt'];
  const versioned = roots.flatMap((root) =>
    fs.existsSync(root) ? fs.readdirSync(root).map((name) => path.join(root, name, 'bin')) : [],
  );
  const onPath = (process.env.PATH ?? '').split(path.delimiter);
  const byVersion = (folder) => Number(/\d+/.exec(path.basename(path.dirname(folder)))?.[0] ?? 0);
  return [
    ...versioned.sort((left, right) => byVersion(right) - byVersion(left)),
    '/usr/pgsql/bin',
    ...onPath,
  ];
}

function versionOf(folder) {
  try {
    const text = execFileSync(path.join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
    return Number(/(\d+)/.exec(text)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** The folder with `initdb` and `postgres` of a version we support; undefined when there is none. */
export function findPostgres() {
  return listProgramFolders().find(
    (folder) => fs.existsSync(path.join(folder, 'initdb')) && versionOf(folder) >= oldestVersion,
  );
}

/** Installs Debian's package when this is root on such a system; says in a sentence why not otherwise. */
export function installPostgres() {
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) {
    return 'PostgreSQL >= 15 is not installed; install the package "postgresql" of your system and run again.';
  }
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  try {
    execFileSync('apt-get', ['update', '-q'], options);
    // Without this the package would start a cluster of its own.
    fs.mkdirSync('/etc/postgresql-common', { recursive: true });
    const settings = '/etc/postgresql-common/createcluster.conf';
    if (!fs.existsSync(settings)) fs.writeFileSync(settings, 'create_main_cluster = false\n');
    execFileSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'postgresql'], options);
  } catch (error) {
    return `PostgreSQL could not be installed with apt-get: ${error.message}`;
  }
  return undefined;
}

function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** PostgreSQL refuses to run as root: the account the package made, else nobody. */
function unprivilegedAccount() {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = ['postgres', 'nobody']
    .map((name) => accounts.find(([account]) => account === name))
    .find(Boolean);
  if (found === undefined)
    throw new Error('root needs an unprivileged account (postgres or nobody) to run PostgreSQL');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/** Starts a cluster; returns its address and a function that stops it and removes its folder. */
export async function startPostgres(programs = findPostgres()) {
  if (programs === undefined) throw new Error('no PostgreSQL binaries found');
  const account = unprivilegedAccount();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-pg-'));
  if (account !== undefined) fs.chownSync(folder, account.uid, account.gid);
  const data = path.join(folder, 'data');
  const port = await findFreePort();
  const options = { ...account, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] };
  const initdb = ['-D', data, '-U', 'gongkai', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(path.join(programs, 'initdb'), initdb, options);
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];
  const server = spawn(
    path.join(programs, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-h',
      '127.0.0.1',
      '-k',
      folder,
      ...settings.flatMap((text) => ['-c', text]),
    ],
    { ...account, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  await new Promise((resolve, reject) => {
    server.stderr.on('data', (text) => {
      log = (log + text).slice(-4000);
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}:\n${log}`)));
  });
  return {
    url: `postgres://gongkai@127.0.0.1:${port}/postgres`,
    async stop() {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await gone;
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `node scripts/postgres.mjs COMMAND …` runs a command with GONGKAI_TEST_DATABASE_URL set to such a cluster. */
async function runBesideCluster([command, ...words]) {
  const cluster = await startPostgres();
  const child = spawn(command, words, {
    stdio: 'inherit',
    env: { ...process.env, GONGKAI_TEST_DATABASE_URL: cluster.url },
  });
  child.once('exit', async (code) => {
    await cluster.stop();
    process.exitCode = code ?? 1;
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await runBesideCluster(process.argv.slice(2));
