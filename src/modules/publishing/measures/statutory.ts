/** Measures of the statutory contents (条例第二十条): which of them each unit has out. */
import { and, inArray, lte } from 'drizzle-orm';
import { z } from 'zod';
import { defineMeasure, type EvidenceRow, foldByGroup, type Measure } from '#kernel/measure.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import { dutyOfItem, type StatutoryDuty, statutoryDuties } from '../rules/statutory.ts';
import { siteColumns, statutoryAbsences } from '../tables/columns.ts';
import { statutoryDutyTitles } from '../words/columns.ts';
import { lastCountedDay, readMeasuredItems, shareOfRows, unitsAsked } from './rows.ts';

interface DutyRow {
  readonly unitId: string;
  readonly duty: StatutoryDuty;
  readonly items: number;
}

const statutoryPresent = defineMeasure({
  id: 'publishing.statutoryPresent',
  title: '法定主动公开内容齐全率',
  description:
    '条例第二十条规定的内容中，责任单位当日已有主动公开信息的占比；单位写明没有这项内容及原因的不计入。',
  parameters: z.object({}),
  valueUnit: '%',
  direction: 'atLeast',
  judged: 'byDueDay',
  scope: 'eachUnit',
  usualTarget: 100,
  hints: [
    { pattern: /法定(主动)?公开内容/, reason: '任务要求法定主动公开内容齐全' },
    {
      pattern: /政府信息公开(专栏|平台)[^。；]{0,30}(规范|完善|齐全|建设|维护)/,
      reason: '任务要求建好政府信息公开专栏',
    },
  ],
  async evaluate(question) {
    const unitIds = unitsAsked(question);
    if (unitIds.length === 0) return new Map();
    const columns = await question.db
      .select({ id: siteColumns.id, duty: siteColumns.duty })
      .from(siteColumns);
    const dutyOfColumn = new Map(columns.map(({ id, duty }) => [id, duty]));
    const items = await readMeasuredItems(question, { onlyOfPeriod: false });
    const absences = await question.db
      .select()
      .from(statutoryAbsences)
      .where(
        and(
          inArray(statutoryAbsences.unitId, [...unitIds]),
          lte(statutoryAbsences.declaredOn, lastCountedDay(question)),
        ),
      );
    const names = await nameUnits(question.db, unitIds);
    const counts = new Map<string, number>();
    for (const item of items) {
      const duty = dutyOfItem(item.kind, dutyOfColumn.get(item.columnId) ?? null);
      if (duty === undefined) continue;
      const key = `${item.unitId}|${duty}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const absent = new Set(absences.map(({ unitId, duty }) => `${unitId}|${duty}`));
    const rows = unitIds.flatMap((unitId) =>
      statutoryDuties.flatMap((duty): DutyRow[] => {
        const count = counts.get(`${unitId}|${duty}`) ?? 0;
        return count === 0 && absent.has(`${unitId}|${duty}`) ? [] : [{ unitId, duty, items: count }];
      }),
    );
    const evidence = ({ unitId, duty, items: count }: DutyRow): EvidenceRow => ({
      key: `duty:${unitId}:${duty}`,
      title: `${names.get(unitId)?.shortName ?? ''}：${statutoryDutyTitles[duty]}（${count === 0 ? '缺' : `${count}条`}）`,
      day: null,
      unitId,
      address: `/publishing/statutory?unit=${unitId}`,
      digest: String(count),
      isPublic: true,
    });
    return foldByGroup(question, rows, (own) =>
      shareOfRows(
        own.filter(({ items: count }) => count > 0).length,
        own.length,
        own.map(evidence),
        '责任单位写明没有任何一项法定公开内容',
      ),
    );
  },
});

export const statutoryMeasures: readonly Measure[] = [statutoryPresent];
