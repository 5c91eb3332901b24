/**
 * Measures the checks before release: precision, recall and F1 on planted faults with a fixed seed, false marks on clean
 * text, speed. `--show` prints what was missed and marked in vain; `--set NAME` runs one file of `bench/parts/checking/sets`.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { checkDocument } from '#modules/checking/rules/check-document.ts';
import { documentOfText } from '#modules/checking/rules/checked-document.ts';
import { bareContext, type Recogniser } from '#modules/checking/rules/recogniser.ts';
import { loadShippedRecognisers } from '#modules/checking/shipped-recognisers.ts';
import { findingClassTitles } from '#modules/checking/words.ts';
import { type CleanTexts, listCleanTexts } from './parts/checking/clean-texts.ts';
import { measureFiles } from './parts/checking/file-speed.ts';
import { type PlantedSet, type Random, randomOfSeed } from './parts/checking/planted-set.ts';
import { peerSentencesPerSecond, scorePublicTypos } from './parts/checking/public-typos.ts';
import { scoreClean, scoreSet } from './parts/checking/scores.ts';

const recognisers = await loadShippedRecognisers();
const seed = 20_260_320;
const setFolder = path.join(import.meta.dirname, 'parts/checking/sets');
const isShown = process.argv.includes('--show');
const wantedSet = process.argv[process.argv.indexOf('--set') + 1];
const speedBytes = 2 * 1024 * 1024;
/** Time is taken as the best of so many runs: the machine is shared. */
const speedRuns = 3;

const say = (line: string) => process.stdout.write(`${line}\n`);
const percent = (share: number) => share.toFixed(3);
/** Pads to columns of a terminal, where a Chinese sign takes two. */
function padded(text: string, width: number): string {
  const taken = [...text].reduce((sum, sign) => sum + (/[\u1100-\uffef]/u.test(sign) ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(width - taken, 0));
}

interface SetMaker {
  readonly plantSets: (random: Random) => readonly PlantedSet[];
}

function isSetMaker(module: unknown): module is SetMaker {
  return typeof module === 'object' && module !== null && 'plantSets' in module;
}

async function loadSets(): Promise<readonly PlantedSet[]> {
  const files = readdirSync(setFolder)
    .filter((file) => /(?<!\.test)\.ts$/u.test(file))
    .filter((file) => !process.argv.includes('--set') || file === `${wantedSet}.ts`)
    .sort();
  const sets: PlantedSet[] = [];
  for (const file of files) {
    const module: unknown = await import(path.join(setFolder, file));
    if (!isSetMaker(module)) throw new Error(`${file} exports no plantSets`);
    sets.push(...module.plantSets(randomOfSeed(seed)));
  }
  return sets;
}

function reportSets(sets: readonly PlantedSet[]): void {
  say(`植入错误（种子 ${seed}）`);
  say(
    `${padded('集合', 34)}${padded('类别', 16)}   植入   找到   误报   精确率   召回率      F1  误报/2000字`,
  );
  for (const set of sets) {
    for (const [one, score] of scoreSet(set)) {
      const precision = score.found + score.false === 0 ? 1 : score.found / (score.found + score.false);
      const recall = score.planted === 0 ? 1 : score.found / score.planted;
      const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
      const figures = [score.planted, score.found, score.false].map((count) => String(count).padStart(7));
      const shares = [precision, recall, f1].map((share) => percent(share).padStart(9));
      const rate = ((score.false / Math.max(score.units, 1)) * 2000).toFixed(2).padStart(10);
      say(
        `${padded(set.name, 34)}${padded(findingClassTitles[one], 16)}${figures.join('')}${shares.join('')}${rate}`,
      );
      if (isShown) for (const example of score.examples) say(`    ${example}`);
    }
  }
}

function reportClean(rows: readonly CleanTexts[]): void {
  say(
    '\n干净文本：每 2000 字的误报（“不得发布”和“须说明理由”两级合计；真实文本中个别标记可能确有其错，一律按误报计）',
  );
  say(`${padded('文本', 34)}      字数  不得发布  须说明理由    提示  误报/2000字`);
  for (const row of rows) {
    const score = scoreClean(row);
    const rate = ((score.block + score.confirm) / Math.max(score.units, 1)) * 2000;
    say(
      `${padded(row.name, 34)}${String(score.units).padStart(10)}${String(score.block).padStart(10)}${String(score.confirm).padStart(12)}${String(score.hint).padStart(8)}${rate.toFixed(3).padStart(13)}`,
    );
    if (score.byCode.length > 0)
      say(`    ${score.byCode.map(([code, count]) => `${code} ${count}`).join('，')}`);
    if (isShown) for (const example of score.examples) say(`    ${example}`);
  }
}

/** Megabytes (UTF-8) a second of processor time, since others use the machine too; the best of some runs. */
function speedOf(text: string, chosen: readonly Recogniser[]): number {
  const document = documentOfText(text);
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < speedRuns; run++) {
    const start = process.cpuUsage();
    checkDocument(document, bareContext, chosen);
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return Buffer.byteLength(text) / 1024 / 1024 / (best / 1000);
}

function speedText(rows: readonly CleanTexts[]): string {
  const all = rows
    .flatMap((row) => row.texts)
    .map(({ text }) => text)
    .join('\n');
  const repeated = all.repeat(Math.max(1, Math.ceil(speedBytes / Buffer.byteLength(all))));
  return Buffer.from(repeated)
    .subarray(0, speedBytes)
    .toString()
    .replace(/\ufffd+$/u, '');
}

function reportSpeed(rows: readonly CleanTexts[]): void {
  const text = speedText(rows);
  const isTypo = (one: Recogniser) => Object.values(one.kinds).some((kind) => kind.class === 'typo');
  const others = recognisers.filter((one) => !isTypo(one));
  say(`\n速度（按处理器时间，单核，${(Buffer.byteLength(text) / 1024 / 1024).toFixed(1)} MB 中文，UTF-8）`);
  say(`${padded('错别字以外的全部规则', 34)}${speedOf(text, others).toFixed(2).padStart(9)} MB/s`);
  say(`${padded('全部规则', 34)}${speedOf(text, recognisers).toFixed(2).padStart(9)} MB/s`);
  for (const one of recognisers)
    say(`    ${padded(one.name, 30)}${speedOf(text, [one]).toFixed(2).padStart(9)} MB/s`);
}

async function reportFiles(rows: readonly CleanTexts[]): Promise<void> {
  say('\n文件（读取与检测，在产品所用的线程里，含启动）');
  const own = rows[0]?.texts.map(({ text }) => text).join('\n') ?? '';
  for (const { name, units, seconds, processorSeconds, findings, progressCalls } of await measureFiles(own))
    say(
      `${padded(name, 34)}${String(units).padStart(10)} 字${seconds.toFixed(2).padStart(8)} 秒（处理器 ${processorSeconds.toFixed(2)} 秒），结果 ${findings} 处，进度 ${progressCalls} 次`,
    );
}

function reportPublicTypos(): void {
  const scores = (heldOut: boolean, withHints: boolean) =>
    scorePublicTypos(recognisers, { heldOut, withHints });
  const rows = [
    ['未参与调参的一半，不含提示', scores(true, false)],
    ['未参与调参的一半，含提示', scores(true, true)],
    ['全部，不含提示', scores(false, false)],
  ] as const;
  if (rows[0][1].length === 0) return;
  say('\n公开错别字集（整句改对才算对；同行公布的 n-gram 模型按同一口径）');
  say(
    `${padded('集合', 50)}  句数   精确率   召回率      F1  严格F1  只看发现F1  正确句未动    句/秒    同行F1（${peerSentencesPerSecond} 句/秒）`,
  );
  for (const [name, list] of rows)
    for (const one of list) {
      const shares = [one.precision, one.recall, one.f1, one.strictF1, one.detectionF1, one.untouched];
      say(
        `${padded(`${one.title} ${name}`, 50)}${String(one.sentences).padStart(6)}${shares.map((share) => percent(share).padStart(9)).join('')}${one.sentencesPerSecond.toFixed(0).padStart(10)}${percent(one.peerF1).padStart(10)}`,
      );
    }
}

reportSets(await loadSets());
if (!process.argv.includes('--set')) {
  const clean = await listCleanTexts();
  reportPublicTypos();
  reportClean(clean);
  reportSpeed(clean);
  await reportFiles(clean);
}
