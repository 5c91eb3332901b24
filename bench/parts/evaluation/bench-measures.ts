/** Three measures over one table of the benchmark: a count, a share, and one of the task's own rows. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { dayOf } from '#kernel/day.ts';
import { defineMeasure, type EvidenceRow, foldByGroup, type MeasureQuestion } from '#kernel/measure.ts';
import { defineModule, type Manifest } from '#kernel/module.ts';

/** The table as it is created by the benchmark. */
export const benchTableSql = `create table bench_evidence (
  id integer primary key,
  unit_id uuid not null,
  task_id uuid,
  kind text not null,
  day date not null,
  in_time boolean not null,
  title text not null
);
create index bench_evidence_day on bench_evidence (day);
create index bench_evidence_task on bench_evidence (task_id)`;

const rowSchema = z.object({
  id: z.number(),
  unit_id: z.string(),
  day: z.string().transform((day) => dayOf(day)),
  in_time: z.boolean(),
  title: z.string(),
});
type BenchRow = z.infer<typeof rowSchema> & { readonly unitId: string };

async function readRows(question: MeasureQuestion, kind: string, taskId: string | null): Promise<BenchRow[]> {
  const ofTask = taskId === null ? sql`kind = ${kind}` : sql`task_id = ${taskId}`;
  const { rows } = await question.db.execute(sql`select id, unit_id, day::text as day, in_time, title
    from bench_evidence where ${ofTask} and day >= ${question.from}::date and day < ${question.until}::date
    and day <= ${question.today}::date`);
  return rows.map((row) => {
    const read = rowSchema.parse(row);
    return { ...read, unitId: read.unit_id };
  });
}

const evidenceOf = (row: BenchRow): EvidenceRow => ({
  key: `bench:${row.id}`,
  title: row.title,
  day: row.day,
  unitId: row.unitId,
  address: `/bench/${row.id}`,
  digest: `${row.day} ${row.in_time}`,
  isPublic: true,
});

const shape = {
  description: '只用于测速。',
  direction: 'atLeast',
  judged: 'byDueDay',
  usualTarget: 1,
  hints: [],
} as const;
const kind = z.object({ kind: z.enum(['a', 'b', 'c', 'd']).default('a').meta({ title: '种类' }) });

const count = defineMeasure({
  ...shape,
  id: 'bench.count',
  title: '公开条数',
  parameters: kind,
  valueUnit: '条',
  scope: 'eachUnit',
  evaluate: async (question, parameters) =>
    foldByGroup(question, await readRows(question, parameters.kind, null), (own) => ({
      known: true,
      value: own.length,
      evidence: own.map(evidenceOf),
    })),
});

const share = defineMeasure({
  ...shape,
  id: 'bench.share',
  title: '按时公开率',
  parameters: kind,
  valueUnit: '%',
  scope: 'together',
  evaluate: async (question, parameters) =>
    foldByGroup(question, await readRows(question, parameters.kind, null), (own) =>
      own.length === 0
        ? { known: false, reason: '没有记录' }
        : {
            known: true,
            value: (100 * own.filter((row) => row.in_time).length) / own.length,
            evidence: own.filter((row) => !row.in_time).map(evidenceOf),
          },
    ),
});

const ledger = defineMeasure({
  ...shape,
  id: 'bench.ledger',
  title: '台账更新',
  parameters: z.object({}),
  valueUnit: '条',
  scope: 'together',
  evaluate: async (question) =>
    foldByGroup(question, await readRows(question, '', question.taskId), (own) => ({
      known: true,
      value: own.length,
      evidence: own.map(evidenceOf),
    })),
});

export const benchMeasures = [count, share, ledger];
export const benchModule: Manifest = defineModule({ name: 'bench', title: '测速', measures: benchMeasures });
