/** Steps of the checks: each a program that is run, timed, shown when it fails, and counted. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { root } from './build.mjs';

/** Runs a program of `node_modules/.bin` (or any other) and returns its code and everything it printed. */
export function runProgram(program, args, { environment = {}, show = false } = {}) {
  const local = path.join(root, 'node_modules/.bin', program);
  return new Promise((resolve) => {
    const child = spawn(fs.existsSync(local) ? local : program, args, {
      cwd: root,
      env: {
        ...process.env,
        ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        output += text;
        if (show) process.stdout.write(text);
      });
    }
    child.once('error', (error) => resolve({ code: 1, output: `${program}: ${error.message}\n` }));
    child.once('exit', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** A tally over all steps. */
export function openTally() {
  const tally = { passed: 0, failed: 0, failures: [] };
  return {
    add(name, passed, failed) {
      tally.passed += passed;
      tally.failed += failed;
      if (failed > 0) tally.failures.push(`${name}: ${failed} failed`);
    },
    /** Prints what failed and, as the very last line, the sum; sets the exit code. */
    close() {
      for (const failure of tally.failures) process.stdout.write(`✗ ${failure}\n`);
      process.stdout.write(`${tally.passed} passed, ${tally.failed} failed\n`);
      process.exitCode = tally.failed === 0 ? 0 : 1;
    },
  };
}

/** Runs one check that passes or fails as a whole; its output is shown only when it fails. */
export async function runCheck(tally, name, program, args) {
  const begun = performance.now();
  const { code, output } = await runProgram(program, args);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n`);
  if (code !== 0) process.stdout.write(`${output.trimEnd()}\n`);
  tally.add(name, code === 0 ? 1 : 0, code === 0 ? 0 : 1);
}
