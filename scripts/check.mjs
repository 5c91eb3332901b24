/** `npm run check`: everything that is quick and needs no database: format, lint, types, boundaries, dead code, budgets. */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { root } from './build.mjs';
import { openTally, runCheck } from './steps.mjs';

/** Runs all quick checks into the tally, on two processors at once: the server's types take as long as all the others. */
export async function runChecks(tally) {
  const others = async () => {
    await runCheck(tally, 'format and lint (biome)', 'biome', ['check', '--max-diagnostics=40', '.']);
    if (fs.existsSync(path.join(root, 'src/desk/main.tsx'))) {
      await runCheck(tally, 'types of the desk', 'tsc', ['-p', 'tsconfig.desk.json']);
    }
    const boundaries = ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', 'src'];
    await runCheck(tally, 'boundaries', 'depcruise', boundaries);
    await runCheck(tally, 'dead code (knip)', 'knip', ['--no-progress']);
    await runCheck(tally, 'house rules', process.execPath, ['scripts/house-rules.mjs']);
  };
  await Promise.all([runCheck(tally, 'types of the server', 'tsc', ['-p', '.']), others()]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const tally = openTally();
  await runChecks(tally);
  tally.close();
}
