/**
 * The house rules no linter knows: budgets of length, names, words that must not stay, one name for one function.
 * Returns sentences that say what to do; `npm run check` prints them.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { root } from './build.mjs';

const sourceBudget = 300;
const testBudget = 500;
const isCode = (file) => /\.(ts|tsx|mjs|cjs)$/.test(file);
const isTest = (file) => /\.test\.tsx?$|^journeys\//.test(file);

/** Words that must not be committed, with what to do instead. Written so that this file does not find itself. */
const banned = [
  [/\b(TOD[O]|FIXM[E]|XX[X])\b/, 'finish it or write down the decision; no reminders in the code'],
  [
    /\b(test|it|describe)\.(skip|only|todo)\b/,
    'a test runs or is deleted; use describe.runIf for what a machine may lack',
  ],
  [/@ts-(ignore|expect-error|nocheck)|\bas an[y]\b/, 'let the types say the truth'],
  [/eslin[t]-|prettie[r]-/, 'this house uses biome'],
];
/** Folders of one machine, and where packages are downloaded from. */
const machinePaths = /(^|[\s"'`(=:])\/(work|home|root|Users)\/[a-z]/;
const forbiddenNames = /(^|[-.])(utils?|helpers?|common|managers?|misc)([-.]|$)/;

function listFiles() {
  const output = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return output.split('\0').filter((file) => file !== '' && fs.existsSync(path.join(root, file)));
}

function checkBudget(file, lines) {
  const budget = isTest(file) ? testBudget : sourceBudget;
  if (lines.length <= budget) return [];
  return [
    `${file}: ${lines.length} lines, the budget is ${budget}. Make it a folder of that name with a file per subject.`,
  ];
}

function checkOpening(file, text) {
  if (isTest(file) || !file.startsWith('src/') || /^(#!.*\n)?\/\*\*/.test(text)) return [];
  return [
    `${file}:1: a file opens with one to three sentences on what lives here and what must not (/** … */).`,
  ];
}

function checkWords(file, lines) {
  return lines.flatMap((line, index) => {
    const found = banned.filter(([pattern]) => pattern.test(line)).map(([, advice]) => advice);
    if (machinePaths.test(line))
      found.push('no path of one machine; derive it from the installation or the configuration');
    return found.map((advice) => `${file}:${index + 1}: ${line.trim().slice(0, 80)} — ${advice}.`);
  });
}

/**
 * Exported functions have one name in the whole repository, so that a search finds one place. Components may meet their
 * twin: the portal and the desk draw the same thing.
 */
function checkUniqueFunctions(sources) {
  const places = new Map();
  for (const [file, text] of sources) {
    if (isTest(file) || !/^(src|seed)\//.test(file)) continue;
    for (const [, name] of text.matchAll(/^export (?:async )?function\*? ([a-z][A-Za-z0-9_]*)/gm)) {
      const files = places.get(name) ?? new Set();
      places.set(name, files.add(file));
    }
  }
  return [...places]
    .filter(([, files]) => files.size > 1)
    .map(
      ([name, files]) =>
        `${[...files].join(', ')}: ${name} is exported twice. Let the name carry the domain.`,
    );
}

/** Two people who take the same number at the same time find out here and not when a database is opened. */
function checkMigrations(files) {
  return files
    .filter((file) => file.startsWith('migrations/'))
    .sort()
    .filter((file, index) => Number(path.basename(file).slice(0, 4)) !== index + 1)
    .map((file) => `${file}: migrations are numbered without gaps and doubles. Take the next free number.`);
}

function checkLock() {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  return /"resolved": "https?:/.test(lock)
    ? ['package-lock.json: holds download addresses. Run npm install with the .npmrc of this repository.']
    : [];
}

/** All faults, one sentence each. */
export function findHouseFaults() {
  const files = listFiles();
  const names = files
    .filter((file) => isCode(file) && forbiddenNames.test(path.basename(file)))
    .map((file) => `${file}: the name says nothing. Name the file by its subject.`);
  const sources = files.filter(isCode).map((file) => [file, fs.readFileSync(path.join(root, file), 'utf8')]);
  const perFile = sources.flatMap(([file, text]) => {
    const lines = text.trimEnd().split('\n');
    return [...checkBudget(file, lines), ...checkOpening(file, text), ...checkWords(file, lines)];
  });
  return [...names, ...perFile, ...checkUniqueFunctions(sources), ...checkMigrations(files), ...checkLock()];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const faults = findHouseFaults();
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
