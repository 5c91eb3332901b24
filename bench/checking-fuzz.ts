/**
 * A million random, broken and pathological inputs through all recognisers, some thousand broken files through the readers,
 * and the growth of time on texts of one repeated piece. Fails on a fault, a hang, or time that grows faster than the
 * text. `growth`, `large`, `files` or `texts`
 * run one part alone; `--inputs N`, `--files N` and `--seed N` change the defaults.
 */
import { Document, Packer, Paragraph } from 'docx';
import { givenArchive } from '#kernel/reading/formats/given.ts';
import { givenPdf } from '#kernel/reading/formats/given-pdf.ts';
import { readCheckedFile } from '#modules/checking/reader/read-checked-file.ts';
import { checkDocument } from '#modules/checking/rules/check-document.ts';
import { documentOfText } from '#modules/checking/rules/checked-document.ts';
import { bareContext, type Recogniser } from '#modules/checking/rules/recogniser.ts';
import { loadShippedRecognisers } from '#modules/checking/shipped-recognisers.ts';
import {
  damagedBytes,
  damagedMarkup,
  type Fractions,
  fractionsOfSeed,
  fuzzText,
  pathologicalTexts,
} from '#modules/checking/testing/fuzz-inputs.ts';
import {
  givenPdfWithRemains,
  givenWorkbookWithRemains,
  pageWithRemains,
} from '#modules/checking/testing/given-files.ts';
import { faultsOfFindings } from '#modules/checking/testing/judge-findings.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
function numberGiven(flag: string, fallback: number): number {
  const at = process.argv.indexOf(flag);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
}

const seed = numberGiven('--seed', 20_260_320);
const inputs = numberGiven('--inputs', 1_000_000);
const files = numberGiven('--files', 4_000);
/** What is measured: `growth`, `large`, `files`, `texts`; all when none is named. */
const parts = ['growth', 'large', 'files', 'texts'].filter((part) => process.argv.includes(part));
const isWanted = (part: string) => parts.length === 0 || parts.includes(part);
/** Milliseconds after which one small input counts as a hang. */
const hang = 2_000;
const fileHang = 20_000;
/** Units of the pathological texts. */
const shortestLength = 4_000;
const longestLength = 32_000;
/** More than a call takes arguments. */
const largeLength = 400_000;
/** Time at twice the length over time at once, at both doublings; linear is 2, a square 4, the rest is the machine's. */
const steepest = 2.8;
/** Times below this many milliseconds say nothing. */
const noise = 80;
const mostShown = 20;
let failures = 0;

function fail(what: string): void {
  failures += 1;
  if (failures <= mostShown) say(`  错误：${what}`);
}

function fuzzTexts(recognisers: readonly Recogniser[]): void {
  const next = fractionsOfSeed(seed);
  let units = 0;
  let slowest = 0;
  const begun = performance.now();
  for (let count = 1; count <= inputs; count++) {
    const text = fuzzText(next);
    units += text.length;
    const start = performance.now();
    try {
      for (const fault of faultsOfFindings(documentOfText(text), recognisers))
        fail(`${fault} ${JSON.stringify(text)}`);
    } catch (problem) {
      fail(`${String(problem)} ${JSON.stringify(text)}`);
    }
    const took = performance.now() - start;
    slowest = Math.max(slowest, took);
    if (took > hang) fail(`${took.toFixed(0)} ms for ${JSON.stringify(text)}`);
    if (count % 100_000 === 0)
      say(`  ${count} 个输入，${((performance.now() - begun) / 1000).toFixed(0)} 秒`);
  }
  say(`文本：${inputs} 个输入，${units} 字，最慢一个 ${slowest.toFixed(0)} 毫秒，错误 ${failures}`);
}

async function fuzzFiles(): Promise<void> {
  const next = fractionsOfSeed(seed + 1);
  const lines = ['关于公开的通知', '联系人张三，身份证号11010519491231002X。'];
  const word = await Packer.toBuffer(
    new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }),
  );
  const workbook = await givenWorkbookWithRemains();
  const pdf = givenPdf([lines.map((text, index) => ({ text, x: 60, y: 80 + 30 * index }))]);
  const grown = givenPdfWithRemains();
  const body = `<w:document><w:body>${'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>公开</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>预算</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'.repeat(8)}</w:body></w:document>`;
  const kinds: readonly (readonly [string, (next: Fractions) => Uint8Array])[] = [
    ['a.docx', () => damagedBytes(next, word)],
    ['b.docx', () => givenArchive({ 'word/document.xml': damagedMarkup(next, body) })],
    ['a.xlsx', () => damagedBytes(next, workbook)],
    ['a.pdf', () => damagedBytes(next, pdf)],
    ['b.pdf', () => damagedBytes(next, grown)],
    ['a.html', () => Buffer.from(damagedMarkup(next, pageWithRemains))],
    ['a.txt', () => damagedBytes(next, Buffer.from(lines.join('\n')))],
    [
      'a.bin',
      () =>
        damagedBytes(
          next,
          new Uint8Array(300).map(() => Math.floor(next() * 256)),
        ),
    ],
  ];
  const before = failures;
  let refused = 0;
  let slowest = 0;
  for (let count = 0; count < files; count++) {
    const [name, make] = kinds[count % kinds.length] ?? ['a.bin', () => new Uint8Array()];
    const start = performance.now();
    try {
      const reading = await readCheckedFile(make(next), name);
      if (!reading.ok) refused += 1;
    } catch (problem) {
      fail(`${name} no. ${count}: ${problem instanceof Error ? problem.stack : String(problem)}`);
    }
    const took = performance.now() - start;
    slowest = Math.max(slowest, took);
    if (took > fileHang) fail(`${name} no. ${count} took ${took.toFixed(0)} ms`);
  }
  say(
    `文件：${files} 个损坏的文件，拒绝 ${refused} 个，最慢一个 ${slowest.toFixed(0)} 毫秒，错误 ${failures - before}`,
  );
}

function timeOf(recogniser: Recogniser, text: string, runs: number): number {
  const document = documentOfText(text);
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    recogniser.find(document, bareContext);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Texts of a length, built once. */
const textsOfLength = new Map<number, ReadonlyMap<string, string>>();
function textOf(piece: string, length: number): string {
  const texts = textsOfLength.get(length) ?? pathologicalTexts(length);
  textsOfLength.set(length, texts);
  return texts.get(piece) ?? '';
}

/**
 * Times at one, two and four times a length that grows until the times say something: so a steep growth shows before it
 * takes hours.
 */
function growthOf(recogniser: Recogniser, piece: string, runs: number): readonly number[] {
  for (let length = shortestLength; ; length *= 2) {
    const times = [1, 2, 4].map((times) => timeOf(recogniser, textOf(piece, length * times), runs));
    if ((times[2] ?? 0) >= noise || length >= longestLength) return times;
  }
}

/** The times where they grow faster than the text; measured again before it is believed. */
function steepGrowth(recogniser: Recogniser, piece: string): string | null {
  for (let attempt = 1; ; attempt++) {
    const times = growthOf(recogniser, piece, attempt);
    const [once = 0, twice = 0, fourfold = 0] = times;
    const steps = [twice / Math.max(once, 0.5), fourfold / Math.max(twice, 0.5)];
    if (fourfold < noise || steps.some((step) => step < steepest)) return null;
    if (attempt === 4) return times.map((time) => time.toFixed(1)).join(' → ');
  }
}

function measureGrowth(recognisers: readonly Recogniser[]): void {
  const before = failures;
  const pieces = [...pathologicalTexts(shortestLength).keys()];
  for (const recogniser of recognisers) {
    let slowest = ['', 0] as [string, number];
    for (const piece of pieces) {
      const steep = steepGrowth(recogniser, piece);
      if (steep !== null) fail(`${recogniser.name} 在 ${JSON.stringify(piece)} 上超线性：${steep} 毫秒`);
      const took = timeOf(recogniser, textOf(piece, shortestLength), 1);
      if (took > slowest[1]) slowest = [piece, took];
    }
    const speed = shortestLength / 1000 / (slowest[1] / 1000);
    say(`  ${recogniser.name}：最慢的是 ${JSON.stringify(slowest[0])}，${speed.toFixed(0)} 千字/秒`);
  }
  say(`增长：${recognisers.length} 个规则 × ${pieces.length} 种病态文本，超线性 ${failures - before}`);
}

/** One long text of each piece: what fails only when there is very much of it. */
function checkLargeTexts(recognisers: readonly Recogniser[]): void {
  const before = failures;
  let slowest = ['', 0] as [string, number];
  for (const [piece, text] of pathologicalTexts(largeLength)) {
    const document = documentOfText(text);
    const start = performance.now();
    try {
      checkDocument(document, bareContext, recognisers);
    } catch (problem) {
      fail(`${JSON.stringify(piece)} × ${largeLength}：${String(problem)}`);
    }
    const took = performance.now() - start;
    if (took > slowest[1]) slowest = [piece, took];
  }
  say(
    `长文：各种病态文本，每种 ${largeLength} 字，最慢的是 ${JSON.stringify(slowest[0])}，${(slowest[1] / 1000).toFixed(1)} 秒，错误 ${failures - before}`,
  );
}

const recognisers = await loadShippedRecognisers();
say(`模糊测试（种子 ${seed}）`);
if (isWanted('growth')) measureGrowth(recognisers);
if (isWanted('large')) checkLargeTexts(recognisers);
if (isWanted('files')) await fuzzFiles();
if (isWanted('texts')) fuzzTexts(recognisers);
process.exitCode = failures === 0 ? 0 : 1;
