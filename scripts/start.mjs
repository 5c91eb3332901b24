/**
 * `npm start`: from a fresh clone to a running platform. Installs packages and builds when needed, migrates, puts the
 * example county into an empty database, listens. `--dev` runs the sources and starts anew when they change;
 * `--production` leaves the example county out.
 */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { buildIfStale, root } from './build.mjs';
import { checkNodeVersion, ensureDependencies } from './dependencies.mjs';

checkNodeVersion();
ensureDependencies();
const given = process.argv.slice(2);
const seed = given.includes('--production') ? [] : ['--seed'];
const words = ['start', ...seed, ...given.filter((word) => word !== '--dev' && word !== '--production')];

if (given.includes('--dev')) {
  const run = (args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
  const server = run(['--watch', '--import', 'tsx', 'src/cli.ts', ...words]);
  const desk = run([
    'node_modules/vite/bin/vite.js',
    'build',
    '--watch',
    '--outDir',
    'dist/desk',
    '--emptyOutDir',
  ]);
  server.once('exit', () => desk.kill());
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
} else {
  await buildIfStale(['server', 'portal', 'desk'], (line) => process.stderr.write(`${line}\n`));
  process.argv.splice(2, process.argv.length, ...words);
  // React draws several times slower without it.
  process.env.NODE_ENV ??= 'production';
  await import(pathToFileURL(`${root}/dist/cli.js`).href);
}
