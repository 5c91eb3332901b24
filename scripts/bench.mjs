/** `npm run bench`: runs every file of `bench/`, each in a process of its own so that figures do not touch each other. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { buildIfStale, root } from './build.mjs';
import { checkNodeVersion, ensureDependencies } from './dependencies.mjs';

checkNodeVersion();
ensureDependencies();
await buildIfStale(['server', 'portal', 'desk'], (line) => process.stderr.write(`${line}\n`));
const folder = path.join(root, 'bench');
const wanted = process.argv.slice(2);
const files = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)));
let failed = 0;
for (const file of files.sort()) {
  process.stdout.write(`\n── ${path.basename(file, '.ts')}\n`);
  const { status } = spawnSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', path.join(folder, file)],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
