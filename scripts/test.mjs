/**
 * `npm test`: the whole suite on this machine. Quick checks; all tests on the embedded database; those that touch the
 * database once more on a temporary PostgreSQL, beside them the journeys in a real browser on a built server. Last line:
 * the sum.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { buildIfStale, root } from './build.mjs';
import { runChecks } from './check.mjs';
import { findChromium, installChromium } from './chromium.mjs';
import { checkNodeVersion, ensureDependencies } from './dependencies.mjs';
import { findPostgres, installPostgres, startPostgres } from './postgres.mjs';
import { openTally, runProgram } from './steps.mjs';

const isCi = (process.env.CI ?? '') !== '' && process.env.CI !== 'false';

function say(line) {
  process.stdout.write(`\n── ${line}\n`);
}

let runs = 0;

/** Runs vitest, shows its report and adds its counts; a run that could not even count is one failure. */
async function runTests(tally, name, args, environment = {}) {
  say(name);
  const report = path.join(os.tmpdir(), `gongkai-tests-${process.pid}-${++runs}.json`);
  fs.rmSync(report, { force: true });
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await runProgram('vitest', ['run', ...reporters, ...args], { environment, show: true });
  try {
    const counts = JSON.parse(fs.readFileSync(report, 'utf8'));
    const failed = counts.numFailedTests + counts.testResults.filter(isBrokenFile).length;
    tally.add(name, counts.numPassedTests, Math.max(failed, code === 0 ? 0 : 1));
  } catch {
    tally.add(name, 0, 1);
  } finally {
    fs.rmSync(report, { force: true });
  }
}

/** A file that failed without any of its tests failing could not be loaded. */
function isBrokenFile(file) {
  return file.status === 'failed' && file.assertionResults.every((result) => result.status !== 'failed');
}

/** Opens an application or a database, itself or by a builder of its module. */
const opensDatabase = /\bopen\w*(?:App|Server|Database|Place|County|Desk|Year)\(|\bserverOnTestApp\(/;

/** Processes, nodes and commands that meet each other: what only a database of its own can show. */
const meetsOthers = /two nodes|killed|at the same time|in parallel|Promise\.allSettled/;

/**
 * Test files for the second database. It speaks the same SQL as the embedded one, so what is asked of it is what differs:
 * the kernel with its driver, locks and jobs; what the modules read, change and answer; whatever meets somebody else.
 */
function listDatabaseTests() {
  const files = fs.readdirSync(path.join(root, 'src'), { recursive: true }).map((file) => `src/${file}`);
  return files
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => {
      const text = fs.readFileSync(path.join(root, file), 'utf8');
      if (!opensDatabase.test(text)) return false;
      return /[/\\](?:kernel|queries|routes|service)[/\\]/.test(file) || meetsOthers.test(text);
    })
    .sort();
}

async function testOnPostgres(tally) {
  const name = 'tests on PostgreSQL';
  let missing = findPostgres() === undefined ? 'no PostgreSQL >= 15 on this machine' : undefined;
  if (missing !== undefined && isCi) missing = installPostgres();
  if (missing !== undefined) {
    say(`${name}: ${missing}`);
    if (isCi) tally.add(name, 0, 1);
    else
      process.stdout.write(
        'The embedded database was tested; with CI=1 PostgreSQL is required and installed.\n',
      );
    return;
  }
  const cluster = await startPostgres();
  try {
    // The journeys run beside it and need a processor of their own.
    const workers = `--maxWorkers=${Math.max(1, os.availableParallelism() - 1)}`;
    const environment = { GONGKAI_TEST_DATABASE_URL: cluster.url };
    await runTests(tally, name, [workers, ...listDatabaseTests()], environment);
  } finally {
    await cluster.stop();
  }
}

async function testJourneys(tally) {
  const name = 'journeys in Chromium';
  if (!fs.existsSync(path.join(root, 'journeys'))) return;
  const missing = findChromium() === undefined ? installChromium() : undefined;
  if (missing !== undefined) {
    say(`${name}: ${missing}`);
    tally.add(name, 0, 1);
    return;
  }
  await buildIfStale(['server', 'portal', 'desk'], say);
  await runTests(tally, name, ['--config', 'vitest.journeys.config.ts'], {
    GONGKAI_CHROMIUM: findChromium(),
  });
}

checkNodeVersion();
ensureDependencies();
const tally = openTally();
say('checks');
await runChecks(tally);
await runTests(tally, 'tests on the embedded database', []);
// A journey mostly waits for the browser; the database tests fill the time.
await Promise.all([testOnPostgres(tally), testJourneys(tally)]);
process.stdout.write('\n');
tally.close();
