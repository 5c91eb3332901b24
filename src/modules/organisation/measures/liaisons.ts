/** Measures of liaison officers: units whose liaison is filed, changes that were handed over or filed too late. */
import { z } from 'zod';
import { type Day, dayOfMonthOf, monthOf } from '#kernel/day.ts';
import { defineMeasure, foldByGroup, type Measure, type MeasureQuestion } from '#kernel/measure.ts';
import { isChangeLate, loadAppointments } from '../queries/liaisons.ts';
import { listUnits, nameUnits } from '../queries/register.ts';
import { filingStatusTitles } from '../words/liaison.ts';
import { dayAsked, shareOf } from './evidence.ts';

const dayInWords = (day: Day) => `${monthOf(day)}月${dayOfMonthOf(day)}日`;

/** Units that can have a liaison: a government or a leading group as such has none. */
async function listOfficeUnits(question: MeasureQuestion) {
  const all = await listUnits(question.db, question.jurisdictionId);
  return all.filter((unit) => unit.kind !== 'government' && unit.kind !== 'leadingGroup');
}

const liaisonFiled = defineMeasure({
  id: 'organisation.liaisonFiled',
  title: '联络员已备案的单位比例',
  description: '责任单位中，现任政务公开联络员已经政府办公室受理备案的占比；只报备、未受理的不算。',
  parameters: z.object({}),
  valueUnit: '%',
  direction: 'atLeast',
  judged: 'always',
  scope: 'eachUnit',
  usualTarget: 100,
  hints: [
    {
      pattern: /联络员[^。；]{0,40}(备案|报备)|(备案|报备)[^。；]{0,20}联络员/,
      reason: '任务要求联络员备案',
    },
    {
      pattern: /(明确|配齐|配强|配备|选取|确定|指定|担任)[^。；]{0,40}联络员/,
      reason: '任务要求配备联络员',
    },
    { pattern: /工作人员[^。；]{0,20}变动[^。；]{0,30}备案/, reason: '任务要求人员变动后备案' },
  ],
  async evaluate(question) {
    const on = dayAsked(question);
    const units = await listOfficeUnits(question);
    const loaded = await loadAppointments(question.db, {
      jurisdictionId: question.jurisdictionId,
      through: on,
    });
    const inOffice = new Map(
      loaded.appointments.flatMap((row) =>
        row.untilDay === null || row.untilDay > on ? [[row.unitId, row] as const] : [],
      ),
    );
    const rows = units.map((unit) => ({ unitId: unit.id, unit, row: inOffice.get(unit.id) }));
    return foldByGroup(question, rows, (own) => {
      const filed = own.flatMap(({ unit, row }) => {
        const filing = row === undefined ? undefined : loaded.filingOf(row.id);
        if (row === undefined || filing?.acceptedOn == null) return [];
        return [
          {
            key: `liaison:${unit.id}`,
            title: `${unit.shortName}：联络员${filingStatusTitles[filing.status]}（${dayInWords(filing.acceptedOn)}）`,
            day: filing.acceptedOn,
            unitId: unit.id,
            address: `/organisation/liaisons/${unit.id}`,
            digest: `${row.id}|${filing.acceptedOn}`,
            isPublic: true,
          },
        ];
      });
      return shareOf(filed.length, own.length, filed, '责任单位中没有设联络员的单位');
    });
  },
});

const lateHandovers = defineMeasure({
  id: 'organisation.lateLiaisonChanges',
  title: '联络员变动逾期交接、报备的次数',
  description:
    '期内联络员变动中，没有在期限内逐项交接完毕并报备的次数。期限是本级政府定的工作日数；没有变动的单位不算逾期，尚未到期的也不算。',
  parameters: z.object({}),
  valueUnit: '次',
  direction: 'atMost',
  judged: 'always',
  scope: 'eachUnit',
  usualTarget: 0,
  hints: [
    { pattern: /逐项交接/, reason: '任务要求人员变动时逐项交接' },
    {
      pattern: /(联络员|工作人员)[^。；]{0,16}(变动|调整|变更)[^。；]{0,30}(交接|备案|报备)/,
      reason: '任务要求人员变动后交接、备案',
    },
  ],
  async evaluate(question) {
    const on = dayAsked(question);
    const loaded = await loadAppointments(question.db, {
      jurisdictionId: question.jurisdictionId,
      through: on,
    });
    const changes = loaded.appointments.filter(
      (row) =>
        row.formerId !== null &&
        row.fromDay >= question.from &&
        row.fromDay < question.until &&
        row.filingDue !== null,
    );
    const names = await nameUnits(
      question.db,
      changes.map((row) => row.unitId),
    );
    const rows = changes.flatMap((row) => {
      const filing = loaded.filingOf(row.id);
      const handover = loaded.handoverOf(row.id);
      const completedOn =
        handover?.completedOn == null || handover.completedOn > on ? null : handover.completedOn;
      const late = isChangeLate(row, filing, { completedOn }, on);
      const settled = filing.filedOn !== null && completedOn !== null;
      return late || settled ? [{ unitId: row.unitId, row, filing, completedOn, late }] : [];
    });
    return foldByGroup(question, rows, (own) => ({
      known: true,
      value: own.filter(({ late }) => late).length,
      evidence: own.map(({ unitId, row, filing, completedOn, late }) => ({
        key: `liaisonChange:${row.id}`,
        title: `${names.get(unitId)?.shortName ?? ''}：${dayInWords(row.fromDay)}变动，${late ? '逾期' : '按期'}交接报备`,
        day: row.fromDay,
        unitId,
        address: `/organisation/liaisons/${unitId}`,
        digest: `${row.filingDue}|${filing.filedOn ?? '未报备'}|${completedOn ?? '未交接'}`,
        isPublic: false,
      })),
    }));
  },
});

export const liaisonMeasures: readonly Measure[] = [liaisonFiled, lateHandovers];
