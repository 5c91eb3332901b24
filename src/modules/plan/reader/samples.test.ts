/** Reads the hand-written samples, each in a layout of its own, and compares every field with what a person expects. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSource } from '#kernel/reading/read-source.ts';
import { readPlan } from './read-plan.ts';
import type { DeadlineReading, PlanReading, TaskReading } from './reading.ts';

const samples = new URL('./samples/', import.meta.url);

interface ExpectedTask {
  readonly no: number | null;
  readonly section?: string;
  readonly subsection?: string;
  readonly item?: string;
  readonly requirement: string;
  readonly lead?: readonly string[];
  readonly responsible?: readonly string[];
  readonly cooperating?: readonly string[];
  /** Left out where the text is no cell of its own; then only the deadline itself is compared. */
  readonly deadlineText?: string;
  /** Kind, day, and `then` for a duty that goes on. */
  readonly deadline: string;
  readonly milestones?: readonly string[];
  readonly inherited?: readonly string[];
  /** Exactly the fields that carry a flag. */
  readonly flagged?: readonly string[];
}

interface Expected {
  readonly title: string;
  readonly jurisdiction?: string;
  readonly year: number;
  readonly docNumber?: string;
  readonly issuer?: string;
  readonly issuedOn?: string;
  readonly collectives?: Readonly<Record<string, readonly string[]>>;
  readonly differences?: PlanReading['differences'];
  readonly tasks: readonly ExpectedTask[];
}

const squeeze = (text: string | null) => (text ?? '').replace(/\s+/gu, '');
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

function shortDeadline({ kind, date, thenOngoing }: DeadlineReading): string {
  return [kind, date, thenOngoing ? 'then' : null].filter((part) => part !== null).join(' ');
}

function comparable(task: TaskReading, expected: ExpectedTask | undefined): unknown {
  return {
    no: task.no,
    section: squeeze(task.section),
    subsection: squeeze(task.subsection),
    item: squeeze(task.item),
    requirement: squeeze(task.requirement),
    lead: task.lead,
    responsible: task.responsible,
    cooperating: task.cooperating,
    deadlineText: expected?.deadlineText === undefined ? '' : task.deadlineText,
    deadline: shortDeadline(task.deadline),
    milestones: task.deadline.milestones.map((milestone) => milestone.date),
    inherited: sorted(task.inherited),
    flagged: sorted(task.flags.map((flag) => flag.field)),
  };
}

function wanted(task: ExpectedTask): unknown {
  return {
    no: task.no,
    section: squeeze(task.section ?? null),
    subsection: squeeze(task.subsection ?? null),
    item: squeeze(task.item ?? null),
    requirement: squeeze(task.requirement),
    lead: task.lead ?? [],
    responsible: task.responsible ?? [],
    cooperating: task.cooperating ?? [],
    deadlineText: task.deadlineText ?? '',
    deadline: task.deadline,
    milestones: task.milestones ?? [],
    inherited: sorted(task.inherited ?? []),
    flagged: sorted(task.flagged ?? []),
  };
}

async function readSample(file: string): Promise<PlanReading> {
  const source = await readSource(readFileSync(new URL(file, samples)), { fileName: file });
  if (!source.ok) throw new Error(source.refusal.sentence);
  const verdict = readPlan(source.document);
  if (!verdict.ok) throw new Error([verdict.notAPlan.sentence, ...verdict.notAPlan.reasons].join('；'));
  return verdict.plan;
}

describe('hand-written samples', () => {
  const files = readdirSync(samples).filter(
    (file) => /\.(?:txt|md|htm)$/u.test(file) && !file.startsWith('not-'),
  );
  for (const file of files) {
    it(file, async () => {
      const expected: Expected = JSON.parse(
        readFileSync(new URL(file.replace(/\.\w+$/u, '.expected.json'), samples), 'utf8'),
      );
      const plan = await readSample(file);
      expect(plan.tasks.map((task, index) => comparable(task, expected.tasks[index]))).toEqual(
        expected.tasks.map(wanted),
      );
      const { tasks: _tasks, ...head } = expected;
      expect(plan).toMatchObject(head);
    });
  }
});

describe('documents that are no plan', () => {
  const reasons: Readonly<Record<string, string>> = JSON.parse(
    readFileSync(new URL('not-reasons.json', samples), 'utf8'),
  );
  for (const [file, word] of Object.entries(reasons)) {
    it(`${file} is refused for its ${word}`, async () => {
      const source = await readSource(readFileSync(new URL(file, samples)), { fileName: file });
      if (!source.ok) throw new Error(source.refusal.sentence);
      const verdict = readPlan(source.document);
      if (verdict.ok) throw new Error(`read as a plan: ${JSON.stringify(verdict.plan.tasks)}`);
      expect(verdict.notAPlan.reasons.join('；')).toContain(word);
      expect(verdict.notAPlan.sentence).toContain('不像年度工作计划');
    });
  }
});
