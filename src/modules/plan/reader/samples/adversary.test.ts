import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readSource } from '#kernel/reading/read-source.ts';
import { foldText } from '../fields/index.ts';
import { readPlan } from '../read-plan.ts';
import type { TaskReading } from '../reading.ts';
import {
  type SampleBlock,
  sampleMarkdown,
  sampleOfdFile,
  sampleTabbedText,
  sampleWebPage,
  sampleWordFile,
  sampleWorkbook,
} from './given/sample-files.ts';
import { nestedHeadings, roleColumns } from './given/word-samples.ts';

const folder = new URL('./adversary/', import.meta.url);
const names = z.array(z.string());

const expectedTask = z.strictObject({
  no: z.number().optional(),
  section: z.string().optional(),
  subsection: z.string().optional(),
  item: z.string().optional(),
  requirement: z.string().optional(),
  requirementContains: z.string().optional(),
  lead: names.optional(),
  responsible: names.optional(),
  cooperating: names.optional(),
  deadline: z.strictObject({
    kind: z.string(),
    date: z.string().optional(),
    thenOngoing: z.boolean().optional(),
    milestones: names.optional(),
  }),
  quotas: names.optional(),
  inherited: names.optional(),
  mustFlag: names.optional(),
});
type ExpectedTask = z.infer<typeof expectedTask>;

const expectedPlan = z.strictObject({
  title: z.string(),
  jurisdiction: z.string(),
  year: z.number(),
  docNumber: z.string().nullable(),
  issuer: z.string().nullable(),
  issuedOn: z.string().nullable(),
  collectives: z.record(z.string(), z.number()).optional(),
  /** A last paragraph with duties but no number may be read as a task or left out. */
  mayHaveClosingTask: z.boolean().optional(),
  tasks: z.array(expectedTask),
});

const expectationOf = (name: string) =>
  expectedPlan.parse(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')));

// Compared as a person would: a heading's mark and width do not matter, its words do.
const words = (text: string | null | undefined) =>
  foldText(text ?? '').replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、])/u, '');

/** What is compared of a task: only the fields the expectation names. */
function shownTask(task: TaskReading, expected: ExpectedTask) {
  const shown: Record<string, unknown> = {
    no: task.no,
    section: words(task.section),
    subsection: words(task.subsection),
    item: words(task.item),
    requirement: words(task.requirement),
    lead: task.lead,
    responsible: task.responsible,
    cooperating: task.cooperating,
    kind: task.deadline.kind,
    date: task.deadline.date,
    thenOngoing: task.deadline.thenOngoing,
    milestones: task.deadline.milestones.map((milestone) => milestone.date),
    quotas: task.quotas.map((quota) => `${quota.count}${quota.counter}/${quota.per}`),
  };
  const { mustFlag: _mustFlag, inherited: _inherited, requirementContains, deadline, ...plain } = expected;
  const wanted: Record<string, unknown> = {
    lead: [],
    responsible: [],
    cooperating: [],
    quotas: [],
    ...plain,
    kind: deadline.kind,
    date: deadline.date ?? null,
    thenOngoing: deadline.thenOngoing ?? false,
    milestones: deadline.milestones ?? [],
  };
  for (const key of ['section', 'subsection', 'item', 'requirement']) {
    const text = wanted[key];
    if (typeof text === 'string') wanted[key] = words(text);
  }
  const compared = Object.fromEntries(Object.keys(wanted).map((key) => [key, shown[key]]));
  if (
    requirementContains !== undefined &&
    !shown.requirement?.toString().includes(words(requirementContains))
  ) {
    return {
      compared: { ...compared, requirement: shown.requirement },
      wanted: { ...wanted, requirement: requirementContains },
    };
  }
  return { compared, wanted };
}

async function readBytes(bytes: Uint8Array, fileName: string) {
  const source = await readSource(bytes, { fileName });
  if (!source.ok) throw new Error(source.refusal.sentence);
  return readPlan(source.document);
}

async function expectReading(bytes: Uint8Array, fileName: string, name: string) {
  const verdict = await readBytes(bytes, fileName);
  if (!verdict.ok) throw new Error(verdict.notAPlan.sentence);
  const { plan } = verdict;
  const { tasks: _tasks, collectives, mayHaveClosingTask, ...head } = expectationOf(name);
  const { tasks } = expectationOf(name);
  expect(plan).toMatchObject(head);
  for (const [phrase, count] of Object.entries(collectives ?? {})) {
    expect(plan.collectives[phrase], phrase).toHaveLength(count);
  }
  const read = mayHaveClosingTask === true ? plan.tasks.slice(0, tasks.length) : plan.tasks;
  expect(read.map((task) => task.requirement.slice(0, 12))).toHaveLength(tasks.length);
  for (const [index, expected] of tasks.entries()) {
    const task = read[index];
    if (task === undefined) throw new Error(`task ${index + 1} is missing`);
    const { compared, wanted } = shownTask(task, expected);
    expect(compared, `task ${index + 1}`).toEqual(wanted);
    for (const field of expected.mustFlag ?? []) {
      expect(
        task.flags.map((flag) => flag.field),
        `flags of task ${index + 1}`,
      ).toContain(field);
    }
    for (const field of expected.inherited ?? []) {
      expect(task.inherited, `inherited of task ${index + 1}`).toContain(field);
    }
  }
}

const files = readdirSync(folder).filter(
  (file) => /\.(?:txt|md|htm)$/u.test(file) && file !== 'not-a-plan.txt',
);

describe('plans in layouts the reader was not written for', () => {
  it.each(files)('%s', async (file) => {
    await expectReading(readFileSync(new URL(file, folder)), file, file.replace(/\.[a-z]+$/u, ''));
  });

  const writers: readonly (readonly [
    string,
    (blocks: readonly SampleBlock[]) => Promise<Uint8Array> | Uint8Array,
  ])[] = [
    ['docx', sampleWordFile],
    ['xlsx', sampleWorkbook],
    ['html', sampleWebPage],
    ['md', sampleMarkdown],
    ['txt', sampleTabbedText],
    ['ofd', (blocks) => sampleOfdFile(blocks, [12, 30, 70, 40, 22])],
  ];
  it.each(writers)('nested headings in %s', async (extension, write) => {
    await expectReading(await write(nestedHeadings), `plan.${extension}`, 'nested-headings');
  });

  // Formats without merged cells cannot say whether a blank cell was merged, so only those that can are compared.
  it.each(writers.slice(0, 3))('role columns and two heading rows in %s', async (extension, write) => {
    await expectReading(await write(roleColumns), `plan.${extension}`, 'role-columns');
  });

  it('says why a news report is no plan', async () => {
    const verdict = await readBytes(readFileSync(new URL('not-a-plan.txt', folder)), 'not-a-plan.txt');
    expect(verdict.ok).toBe(false);
    if (!verdict.ok) expect(verdict.notAPlan.reasons).not.toEqual([]);
  });
});
