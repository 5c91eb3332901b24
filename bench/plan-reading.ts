/**
 * Measures plan reading: tasks a second and peak memory for each format on a generated plan of 500 tasks, and how
 * the time grows at 5,000. Run with `npx tsx bench/plan-reading.ts`; each reading has a process of its own.
 */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { readSource } from '#kernel/reading/read-source.ts';
import { readPlan } from '#modules/plan/reader/read-plan.ts';
import {
  type SampleBlock,
  type SampleCell,
  sampleMarkdown,
  sampleOfdFile,
  sampleTabbedText,
  sampleWebPage,
  sampleWordFile,
  sampleWorkbook,
} from '#modules/plan/reader/samples/given/sample-files.ts';

const run = promisify(execFile);
const smallPlan = 500;
const largePlan = 5000;
const tasksOfSection = 25;
const officeTableRows = 50;
const officeTimeLimit = 120_000;
const megabyte = 1024 * 1024;

const subjects = [
  '财政预算',
  '行政许可',
  '公共资源交易',
  '社会救助',
  '义务教育',
  '食品药品',
  '生态环境',
  '征地补偿',
];
const deeds = [
  '分领域公开办理流程和结果',
  '按月更新公开目录',
  '汇总年度数据并作出解读',
  '在专栏集中展示并提供检索',
];
const units = [
  '县财政局',
  '县司法局',
  '县人力资源和社会保障局',
  '县住房和城乡建设局',
  '县自然资源和规划局',
  '各镇街',
];
const deadlines = ['全年', '12月底前', '三季度前', '持续推进', '9月底前完成，长期坚持', '2026年6月30日前'];

const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';

function taskRow(index: number, sectionRows: number): readonly SampleCell[] {
  const lead = pick(units, index);
  const others = `${pick(units, index + 1)}、${pick(units, index + 3)}`;
  const section = { text: `第${Math.floor(index / tasksOfSection) + 1}类任务公开`, rowSpan: sectionRows };
  return [
    { text: String(index + 1) },
    ...(index % tasksOfSection === 0 ? [section] : []),
    {
      text: `围绕${pick(subjects, index)}第${index + 1}项事项，${pick(deeds, index)}，每年自查不少于${(index % 4) + 1}次，确保内容准确完整。`,
    },
    { text: index % 3 === 0 ? `${lead}牵头，${others}配合` : `${lead}、${others}` },
    { text: pick(deadlines, index) },
  ];
}

/** A plan of any length as tables with merged sections, like an issued one. */
function generatedPlan(tasks: number, tasksOfTable: number): readonly SampleBlock[] {
  const header = ['序号', '工作任务', '具体要求', '责任单位', '完成时限'].map(
    (text): SampleCell => ({ text }),
  );
  const rows = Array.from({ length: tasks }, (_, index) =>
    taskRow(index, Math.min(tasksOfSection, tasks - index)),
  );
  const tables = Array.from(
    { length: Math.ceil(tasks / tasksOfTable) },
    (_, table): readonly SampleBlock[] => [
      ...(table === 0 ? [] : [{ text: '（续表）' }]),
      { rows: [header, ...rows.slice(table * tasksOfTable, (table + 1) * tasksOfTable)] },
    ],
  );
  return [
    { text: '望澜县人民政府办公室关于印发2026年望澜县政务公开工作任务分解表的通知', centred: true },
    { text: '望澜县人民政府办公室' },
    { text: '2026年3月10日' },
    { text: '2026年望澜县政务公开工作任务分解表', centred: true },
    ...tables.flat(),
  ];
}

const officeCommand = [
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
].find((candidate) => existsSync(candidate));

async function convertedBy(office: string, docx: string, extension: string): Promise<Uint8Array> {
  const folder = path.dirname(docx);
  const filter = extension === 'doc' ? 'doc:MS Word 97' : extension;
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  await run(office, [profile, '--headless', '--convert-to', filter, '--outdir', folder, docx], {
    timeout: officeTimeLimit,
  });
  return readFileSync(docx.replace(/docx$/u, extension));
}

/** Files of one plan in every format that can be made here, by extension. */
async function generatedFiles(folder: string, tasks: number): Promise<ReadonlyMap<string, string>> {
  const blocks = generatedPlan(tasks, tasks);
  const files = new Map<string, string>();
  const keep = (extension: string, bytes: Uint8Array) => {
    const file = path.join(folder, `plan-${tasks}.${extension}`);
    writeFileSync(file, bytes);
    files.set(extension, file);
  };
  keep('docx', await sampleWordFile(blocks));
  if (officeCommand !== undefined) {
    // The office suite takes minutes over one table of thousands of rows, so it is given many small ones.
    const source = path.join(folder, `converted-${tasks}.docx`);
    writeFileSync(source, await sampleWordFile(generatedPlan(tasks, officeTableRows)));
    for (const extension of ['doc', 'pdf']) {
      const bytes = await convertedBy(officeCommand, source, extension).catch(() => undefined);
      if (bytes !== undefined) keep(extension, bytes);
    }
  }
  keep('xlsx', await sampleWorkbook(blocks));
  keep('ofd', sampleOfdFile(blocks, [12, 30, 70, 40, 22]));
  keep('html', sampleWebPage(blocks));
  keep('md', sampleMarkdown(blocks));
  keep('txt', sampleTabbedText(blocks));
  return files;
}

const measurement = z.object({
  tasks: z.number(),
  milliseconds: z.number(),
  peak: z.number(),
  idle: z.number(),
  failure: z.string().nullable(),
});
type Measurement = z.infer<typeof measurement>;

/** Reads one file in this process and tells time and memory; run in a child. */
async function measureHere(file: string): Promise<Measurement> {
  const bytes = readFileSync(file);
  const idle = process.memoryUsage().rss;
  const started = performance.now();
  const source = await readSource(bytes, { fileName: path.basename(file) });
  const verdict = source.ok ? readPlan(source.document) : undefined;
  const milliseconds = performance.now() - started;
  const failure = source.ok
    ? verdict?.ok === false
      ? verdict.notAPlan.sentence
      : null
    : source.refusal.sentence;
  return {
    tasks: verdict?.ok === true ? verdict.plan.tasks.length : 0,
    milliseconds,
    peak: process.resourceUsage().maxRSS * 1024,
    idle,
    failure,
  };
}

function measureInChild(file: string): Measurement {
  const script = fileURLToPath(import.meta.url);
  const output = execFileSync(process.execPath, ['--import', 'tsx', script, '--measure', file], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return measurement.parse(JSON.parse(output));
}

function reportRow(extension: string, small: Measurement, large: Measurement): string {
  const perSecond = (one: Measurement) => Math.round((one.tasks / one.milliseconds) * 1000);
  const ratio = large.milliseconds / small.milliseconds;
  const found = (one: Measurement, wanted: number) =>
    one.tasks === wanted ? '' : ` found ${one.tasks} of ${wanted}`;
  const cells = [
    extension.padEnd(6),
    small.milliseconds.toFixed(0).padStart(9),
    String(perSecond(small)).padStart(9),
    ((small.peak - small.idle) / megabyte).toFixed(0).padStart(9),
    large.milliseconds.toFixed(0).padStart(11),
    String(perSecond(large)).padStart(11),
    ((large.peak - large.idle) / megabyte).toFixed(0).padStart(11),
    `${ratio.toFixed(1)}x`.padStart(7),
  ];
  const trouble = [small.failure, large.failure].filter((failure) => failure !== null).join('; ');
  return `${cells.join(' ')} ${found(small, smallPlan)}${found(large, largePlan)} ${trouble}`.trimEnd();
}

async function compareFormats(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-plan-reading-'));
  try {
    console.log(`Plan reading: ${smallPlan} and ${largePlan} generated tasks, one fresh process a file.`);
    console.log(
      'MB is peak memory above the idle process; x is time at 5,000 over time at 500 (linear: 10).\n',
    );
    console.log('format   ms(500) tasks/s(500) MB  ms(5000) tasks/s(5000) MB      x');
    const small = await generatedFiles(folder, smallPlan);
    const large = await generatedFiles(folder, largePlan);
    for (const [extension, file] of small) {
      const largeFile = large.get(extension);
      if (largeFile !== undefined)
        console.log(reportRow(extension, measureInChild(file), measureInChild(largeFile)));
    }
    for (const extension of ['doc', 'pdf'].filter((one) => !large.has(one))) {
      console.log(
        `${extension.padEnd(6)} not measured: LibreOffice is missing or took too long to make the file`,
      );
    }
    if (officeCommand === undefined)
      console.log('doc, pdf: not measured, no LibreOffice here to make the files');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [mode, file] = process.argv.slice(2);
if (mode === '--measure' && file !== undefined) console.log(JSON.stringify(await measureHere(file)));
else await compareFormats();
