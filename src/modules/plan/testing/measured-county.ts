/** A measure over rows that a test keeps by itself: what a module offers, without a module. For tests and benchmarks only. */
import { z } from 'zod';
import type { Day } from '#kernel/day.ts';
import { defineMeasure, type EvidenceRow, foldByGroup, type Measure } from '#kernel/measure.ts';
import { defineModule, type Manifest } from '#kernel/module.ts';

export interface GivenTraining {
  readonly id: string;
  readonly title: string;
  readonly day: Day;
  readonly unitId: string;
  readonly kind?: 'staff' | 'liaison';
  /** Raised by an edit. */
  readonly revision?: number;
}

/** Counts trainings that lie in `rows` at the moment it is asked. */
export function givenTrainingMeasure(rows: () => readonly GivenTraining[]): Measure {
  return defineMeasure({
    id: 'test.trainings',
    title: '业务培训场次',
    description: '统计登记在册、已经举行的业务培训；没有登记的不计。',
    parameters: z.object({
      kind: z
        .enum(['any', 'staff', 'liaison'])
        .default('any')
        .meta({ title: '培训对象', choices: { any: '不限', staff: '工作人员', liaison: '联络员' } }),
    }),
    valueUnit: '次',
    direction: 'atLeast',
    judged: 'byDueDay',
    scope: 'eachUnit',
    usualTarget: 1,
    hints: [{ pattern: /业务培训/u, reason: '任务要求组织业务培训' }],
    async evaluate(question, { kind }) {
      const counted = rows().filter(
        (row) =>
          row.day >= question.from &&
          row.day < question.until &&
          row.day <= question.today &&
          (kind === 'any' || row.kind === kind),
      );
      return foldByGroup(question, counted, (own) => ({
        known: true,
        value: own.length,
        evidence: own.map(evidenceOfTraining),
      }));
    },
  });
}

function evidenceOfTraining({ id, title, day, unitId, revision = 1 }: GivenTraining): EvidenceRow {
  return {
    key: `training:${id}`,
    title,
    day,
    unitId,
    address: `/organisation/trainings/${id}`,
    digest: `${day} ${title} ${revision}`,
    isPublic: true,
  };
}

/** A measure of the task's own rows; it looks at the task, so that each task gets its own answer. */
export function givenLedgerMeasure(countOf: (taskId: string | null) => number): Measure {
  return defineMeasure({
    id: 'test.ledger',
    title: '台账更新',
    description: '统计任务自己的台账。',
    parameters: z.object({}),
    valueUnit: '条',
    direction: 'atLeast',
    judged: 'byDueDay',
    scope: 'together',
    usualTarget: 1,
    hints: [],
    async evaluate(question) {
      const value = countOf(question.taskId);
      return foldByGroup(question, [], () => ({ known: true, value, evidence: [] }));
    },
  });
}

/** A module that offers these measures and nothing else. */
export function moduleOffering(...measures: readonly Measure[]): Manifest {
  return defineModule({ name: 'test', title: '测试模块', measures });
}

/** The module without the measures it offers itself, where a test counts proposals. */
export function withoutMeasures(module: Manifest): Manifest {
  return { ...module, measures: [] };
}
