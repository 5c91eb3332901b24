/** Measures of trainings: sessions held, all-staff sessions, legal study, policy training, units reached. */
import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Day, dayOfMonthOf, monthOf } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import {
  defineMeasure,
  type EvidenceRow,
  foldByGroup,
  type Measure,
  type MeasureQuestion,
  type MeasureValue,
} from '#kernel/measure.ts';
import { nameUnits } from '../queries/register.ts';
import { countTrainingPeople } from '../queries/trainings.ts';
import { type TrainingAudience, type TrainingKind, trainingKinds } from '../rules/training.ts';
import { trainingSessions } from '../tables/training.ts';
import { trainingKindTitles } from '../words/training.ts';
import { countOf, isCounted, shareOf } from './evidence.ts';

interface HeldTraining {
  readonly id: string;
  readonly topic: string;
  readonly organiserId: string;
  readonly heldOn: Day;
  readonly minutes: number;
  readonly people: number;
  /** Units somebody came from. */
  readonly unitIds: ReadonlySet<string>;
}

/** Sessions of the period that took place and were not taken back. */
async function listHeldTrainings(
  question: MeasureQuestion,
  kinds: readonly TrainingKind[],
  audience?: TrainingAudience,
): Promise<HeldTraining[]> {
  const { db, jurisdictionId } = question;
  const rows = await db
    .select()
    .from(trainingSessions)
    .where(
      and(
        eq(trainingSessions.jurisdictionId, jurisdictionId),
        inArray(trainingSessions.kind, [...kinds]),
        isNotNull(trainingSessions.heldOn),
        isNull(trainingSessions.cancelledOn),
        audience === undefined ? undefined : sql`${audience} = any (${trainingSessions.audiences})`,
        sql`${trainingSessions.heldOn} >= ${question.from}::date and ${trainingSessions.heldOn} < ${question.until}::date`,
      ),
    );
  const counted = rows.flatMap((row) =>
    row.heldOn !== null && isCounted(question, row.heldOn) ? [{ ...row, heldOn: row.heldOn }] : [],
  );
  const people = await countTrainingPeople(
    db,
    counted.map((row) => row.id),
  );
  return counted
    .map(({ id, topic, organiserId, heldOn, minutes }) => ({
      id,
      topic,
      organiserId,
      heldOn,
      minutes,
      people: people.get(id)?.people ?? 0,
      unitIds: people.get(id)?.unitIds ?? new Set<string>(),
    }))
    .sort((a, b) => (a.heldOn === b.heldOn ? (a.id < b.id ? -1 : 1) : a.heldOn < b.heldOn ? -1 : 1));
}

function evidenceOfTraining(training: HeldTraining, unitId: string): EvidenceRow {
  const { id, topic, heldOn, minutes, people } = training;
  return {
    key: `training:${id}`,
    title: `${monthOf(heldOn)}月${dayOfMonthOf(heldOn)}日“${topic}”，${people}人参加`,
    day: heldOn,
    unitId,
    address: `/organisation/trainings/${id}`,
    digest: `${heldOn}|${minutes}|${people}|${topic}`,
    isPublic: true,
  };
}

const countedFor = z
  .enum(['organised', 'attended'])
  .default('organised')
  .meta({ title: '算谁的场次', choices: { organised: '本单位组织的', attended: '本单位有人参加的' } });
const leastMinutes = z.number().int().min(0).default(0).meta({ title: '每场至少多少分钟' });

/** Sessions in each group: those its units organised, or those somebody of its units came to. A session counts once. */
function countSessions(
  question: MeasureQuestion,
  sessions: readonly HeldTraining[],
  counted: 'organised' | 'attended',
): ReadonlyMap<string, MeasureValue> {
  const rows = sessions.flatMap((training) =>
    counted === 'organised'
      ? [{ unitId: training.organiserId, training }]
      : [...training.unitIds].map((unitId) => ({ unitId, training })),
  );
  return foldByGroup(question, rows, (own) => {
    const once = new Map(own.map((row) => [row.training.id, row]));
    return countOf([...once.values()].map((row) => evidenceOfTraining(row.training, row.unitId)));
  });
}

const trainingSessionsMeasure = defineMeasure({
  id: 'organisation.trainingSessions',
  title: '举办业务培训场次',
  description: '已举办的政务公开业务培训场次；计划中的、取消的和学法、政策培训不算。',
  parameters: z.object({ counted: countedFor, leastMinutes }),
  valueUnit: '次',
  direction: 'atLeast',
  judged: 'byDueDay',
  scope: 'eachUnit',
  usualTarget: 1,
  hints: [
    {
      pattern:
        /(组织|开展|举办|举行|加强)[^。；]{0,20}(业务|专题|政务公开|信息公开|人员|知识|技能)[^。；]{0,6}培训/,
      reason: '任务要求组织业务培训',
    },
    {
      pattern: /培训[^。；]{0,12}(不少于|至少|不低于)[^。；]{0,4}[次期场]/,
      reason: '任务写明培训的最少次数',
    },
    {
      pattern: /(不少于|至少|不低于)[^。；]{0,4}[次期场][^。；]{0,12}培训/,
      reason: '任务写明培训的最少次数',
    },
    {
      pattern: /(按要求|积极)?参加[^。；]{0,20}培训/,
      reason: '任务要求参加培训',
      parameters: { counted: 'attended' },
    },
  ],
  async evaluate(question, { counted, leastMinutes: least }) {
    const sessions = await listHeldTrainings(question, ['business']);
    return countSessions(
      question,
      sessions.filter((training) => training.minutes >= least),
      counted,
    );
  },
});

const allStaffTrainings = defineMeasure({
  id: 'organisation.allStaffTrainings',
  title: '举办全员培训场次',
  description: '培训对象为全体工作人员、已举办的政务公开业务培训场次。',
  parameters: z.object({ counted: countedFor }),
  valueUnit: '次',
  direction: 'atLeast',
  judged: 'byDueDay',
  scope: 'eachUnit',
  usualTarget: 1,
  hints: [
    { pattern: /全员[^。；]{0,12}培训/, reason: '任务要求全员培训' },
    { pattern: /全体[^。；]{0,8}(人员|干部|职工)[^。；]{0,10}培训/, reason: '任务要求全体人员培训' },
  ],
  async evaluate(question, { counted }) {
    return countSessions(question, await listHeldTrainings(question, ['business'], 'allStaff'), counted);
  },
});

const legalStudies = defineMeasure({
  id: 'organisation.legalStudies',
  title: '领导干部学法次数',
  description: '已举办的领导干部学法次数；可限定学习内容，例如只算学习政府信息公开条例的。',
  parameters: z.object({
    law: z.string().max(100).default('').meta({ title: '学习内容须含' }),
  }),
  valueUnit: '次',
  direction: 'atLeast',
  judged: 'byDueDay',
  scope: 'eachUnit',
  usualTarget: 1,
  hints: [
    {
      pattern: /信息公开条例[^。；]{0,20}(领导干部|学法)|学法[^。；]{0,20}信息公开条例/,
      reason: '任务要求把政府信息公开条例列入领导干部学法',
      parameters: { law: '政府信息公开条例' },
    },
    { pattern: /领导干部[^。；]{0,6}学法|学法用法/, reason: '任务要求领导干部学法' },
  ],
  async evaluate(question, { law }) {
    const sessions = await listHeldTrainings(question, ['legalStudy']);
    const studied = law === '' ? sessions : await keepStudies(question.db, sessions, law);
    return countSessions(question, studied, 'organised');
  },
});

async function keepStudies(db: ReadDb, sessions: readonly HeldTraining[], law: string) {
  if (sessions.length === 0) return [];
  const rows = await db
    .select({ id: trainingSessions.id, law: trainingSessions.law })
    .from(trainingSessions)
    .where(
      inArray(
        trainingSessions.id,
        sessions.map((training) => training.id),
      ),
    );
  const fitting = new Set(rows.filter((row) => row.law?.includes(law) === true).map((row) => row.id));
  return sessions.filter((training) => fitting.has(training.id));
}

const policyTrainings = defineMeasure({
  id: 'organisation.policyTrainings',
  title: '面向基层的政策培训场次',
  description: '已举办的、面向基层执行单位的政策培训场次，每场都对应一项政策。',
  parameters: z.object({ counted: countedFor }),
  valueUnit: '场',
  direction: 'atLeast',
  judged: 'byDueDay',
  scope: 'together',
  usualTarget: 1,
  hints: [
    {
      pattern: /(基层|一线|执行机关|经办)[^。；]{0,20}(政策)?[^。；]{0,6}培训/,
      reason: '任务要求面向基层开展政策培训',
    },
    { pattern: /政策[^。；]{0,8}培训/, reason: '任务要求开展政策培训' },
    { pattern: /上级机关对下级机关解读/, reason: '任务要求上级对下级解读政策' },
  ],
  async evaluate(question, { counted }) {
    return countSessions(question, await listHeldTrainings(question, ['policy']), counted);
  },
});

const trainingCoverage = defineMeasure({
  id: 'organisation.trainingCoverage',
  title: '培训覆盖单位比例',
  description: '责任单位中，有人参加过培训的单位占比。',
  parameters: z.object({
    kind: z.enum(trainingKinds).default('business').meta({ title: '培训种类', choices: trainingKindTitles }),
  }),
  valueUnit: '%',
  direction: 'atLeast',
  judged: 'byDueDay',
  scope: 'together',
  usualTarget: 100,
  hints: [
    { pattern: /培训[^。；]{0,20}(全覆盖|覆盖)/, reason: '任务要求培训覆盖到单位或人员' },
    { pattern: /覆盖[^。；]{0,20}(联络员|工作人员|各单位)/, reason: '任务要求培训覆盖到单位或人员' },
  ],
  async evaluate(question, { kind }) {
    const sessions = await listHeldTrainings(question, [kind]);
    const names = await nameUnits(
      question.db,
      question.groups.flatMap((group) => group.unitIds),
    );
    const rows = sessions.flatMap((training) =>
      [...training.unitIds].map((unitId) => ({ unitId, training })),
    );
    return foldByGroup(question, rows, (own, group) => {
      // The first session of each unit is what proves that it was reached.
      const first = new Map<string, HeldTraining>();
      for (const { unitId, training } of own) if (!first.has(unitId)) first.set(unitId, training);
      const evidence = [...first].map(([unitId, training]) => ({
        ...evidenceOfTraining(training, unitId),
        key: `trainedUnit:${unitId}`,
        title: `${names.get(unitId)?.shortName ?? ''}：${trainingKindTitles[kind]}“${training.topic}”`,
        digest: `${training.id}|${training.heldOn}`,
      }));
      const nothing = '任务没有分到单位，算不出比例';
      return shareOf(first.size, new Set(group.unitIds).size, evidence, nothing);
    });
  },
});

export const trainingMeasures: readonly Measure[] = [
  trainingSessionsMeasure,
  allStaffTrainings,
  trainingCoverage,
  legalStudies,
  policyTrainings,
];
