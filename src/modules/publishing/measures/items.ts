/** Measures of items: how many came out, how soon, in time or not, and what is owed. */
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { countWorkingDays } from '#kernel/calendar/working-calendar.ts';
import { type Day, dayOf } from '#kernel/day.ts';
import { defineMeasure, foldByGroup, type Measure, type MeasureQuestion } from '#kernel/measure.ts';
import { findColumnByCode } from '../queries/columns.ts';
import { deriveOnce, dueOf, mayOwe, readItemClocks } from '../queries/publication-clocks.ts';
import { itemKinds } from '../rules/kinds/all.ts';
import { judgePublication } from '../rules/publication-clock.ts';
import { itemColumns, items } from '../tables/items.ts';
import {
  countedRows,
  evidenceOfItem,
  lastCountedDay,
  type MeasuredItem,
  readMeasuredItems,
  shareOfRows,
  unitsAsked,
} from './rows.ts';

const anyKind = 'any';
const kindChoices: Readonly<Record<string, string>> = {
  [anyKind]: '不限',
  ...Object.fromEntries(itemKinds.map(({ id, title }) => [id, title])),
};

const hintsOfKinds: readonly (readonly [kind: string, pattern: RegExp, reason: string])[] = [
  ['budget', /预决算|预算[^。；]{0,8}公开|预算编制/, '任务要求公开预算、决算和资金'],
  ['project', /重大(建设|工程|项目)[^。；]{0,30}(公开|归集|档案|信息)/, '任务要求公开重大建设项目信息'],
  ['enforcement', /双随机|(行政处罚|行政许可)[^。；]{0,40}(公示|公开)/, '任务要求公示执法和抽查结果'],
  ['serviceGuide', /办事指南/, '任务要求公开办事指南'],
  ['emergencyPlan', /应急预案/, '任务要求公布应急预案'],
  ['progress', /规划[^。；]{0,20}(专栏|执行情况|实施情况|进展)/, '任务要求公开规划执行情况'],
  ['proposalReply', /(建议|提案)[^。；]{0,12}办理[^。；]{0,12}公开/, '任务要求公开建议提案办理结果'],
  ['charges', /(行政事业性收费|收费目录)[^。；]{0,20}公开/, '任务要求公开收费'],
  ['procurement', /政府采购[^。；]{0,20}公开/, '任务要求公开政府采购信息'],
];

const itemsReleased = defineMeasure({
  id: 'publishing.itemsReleased',
  title: '主动公开的信息条数',
  description: '期内首次发布、主动公开且当日没有撤回的信息；可以只计一个类型或一个栏目。',
  parameters: z.object({
    kind: z.string().default(anyKind).meta({ title: '信息类型', choices: kindChoices }),
    columnCode: z.string().max(64).default('').meta({ title: '栏目地址（不填为全部）' }),
  }),
  valueUnit: '条',
  direction: 'atLeast',
  judged: 'byDueDay',
  scope: 'eachUnit',
  usualTarget: 1,
  hints: hintsOfKinds.map(([kind, pattern, reason]) => ({ pattern, reason, parameters: { kind } })),
  async evaluate(question, { kind, columnCode }) {
    const where = kind === anyKind ? undefined : eq(items.kind, kind);
    const rows = await readMeasuredItems(question, { onlyOfPeriod: true, where });
    if (columnCode === '') return foldByGroup(question, rows, countOfItems);
    const placed = await listPlacedItems(question, columnCode);
    return foldByGroup(
      question,
      rows.filter(({ id }) => placed.has(id)),
      countOfItems,
    );
  },
});

const countOfItems = (own: readonly MeasuredItem[]) => countedRows(own.map((item) => evidenceOfItem(item)));

/** Items in a column, be it their own or a further one. */
async function listPlacedItems(
  { db, jurisdictionId }: MeasureQuestion,
  code: string,
): Promise<ReadonlySet<string>> {
  const column = await findColumnByCode(db, jurisdictionId, code);
  if (column === undefined) return new Set();
  const own = await db.select({ id: items.id }).from(items).where(eq(items.columnId, column.id));
  const further = await db
    .select({ id: itemColumns.itemId })
    .from(itemColumns)
    .where(eq(itemColumns.columnId, column.id));
  return new Set([...own, ...further].map(({ id }) => id));
}

const lastDay = dayOf('9999-12-31');

const releasedInTime = defineMeasure({
  id: 'publishing.releasedInTime',
  title: '按期公开的信息比例',
  description:
    '期内首次发布的主动公开信息中，在法定期限（一般为形成之日起20个工作日）内公开的占比；没有形成日期的算作没有按期。',
  parameters: z.object({}),
  valueUnit: '%',
  direction: 'atLeast',
  judged: 'always',
  scope: 'eachUnit',
  usualTarget: 100,
  hints: [
    {
      pattern: /(法定|规定)(时限|期限)[^。；]{0,12}(内)?[^。；]{0,6}公开|20个工作日内[^。；]{0,8}公开/,
      reason: '任务要求在法定时限内公开',
    },
    {
      pattern: /(及时|按时|按期)[^。；]{0,6}(主动)?公开[^。；]{0,10}(法定|应当)/,
      reason: '任务要求及时公开',
    },
  ],
  async evaluate(question) {
    const rows = await readMeasuredItems(question, { onlyOfPeriod: true });
    const derive = deriveOnce(question.calendar);
    const dueDay = (item: MeasuredItem): Day | null => {
      if (item.formedOn === null) return null;
      const verdict = derive(item.period, item.formedOn);
      return verdict.kind === 'derived' ? verdict.due : lastDay;
    };
    return foldByGroup(question, rows, (own) => {
      const judged = own.map((item) => ({ item, due: dueDay(item) }));
      const inTime = judged.filter(({ item, due }) => due !== null && item.publishedOn <= due);
      const evidence = judged.map(({ item, due }) =>
        evidenceOfItem(
          item,
          due === null ? '没有形成日期' : item.publishedOn <= due ? '按期' : `逾期，应于${due}前`,
        ),
      );
      return shareOfRows(inTime.length, own.length, evidence, '期内没有发布过信息');
    });
  },
});

const daysToRelease = defineMeasure({
  id: 'publishing.daysToRelease',
  title: '信息从形成到公开的平均工作日',
  description:
    '期内首次发布的信息，从形成之日的次日到发布之日的工作日数的平均值，向上取整；没有形成日期的不计。',
  parameters: z.object({}),
  valueUnit: '天',
  direction: 'atMost',
  judged: 'always',
  scope: 'eachUnit',
  usualTarget: 20,
  hints: [
    { pattern: /(形成|变更)之日起[^。；]{0,6}20个工作日/, reason: '任务写明形成之日起20个工作日' },
    { pattern: /公开(时效|时长)|缩短[^。；]{0,10}公开[^。；]{0,6}(时间|时限)/, reason: '任务要求公开更快' },
  ],
  async evaluate(question) {
    const rows = await readMeasuredItems(question, { onlyOfPeriod: true });
    return foldByGroup(question, rows, (own) => {
      const counted = own.flatMap((item) => {
        if (item.formedOn === null) return [];
        const taken = countWorkingDays(question.calendar, item.formedOn, item.publishedOn);
        return taken.kind === 'counted' ? [{ item, days: Math.max(0, taken.days) }] : [];
      });
      if (counted.length === 0) return { known: false, reason: '期内没有写明形成日期的信息' };
      return {
        known: true,
        value: Math.ceil(counted.reduce((sum, { days }) => sum + days, 0) / counted.length),
        evidence: counted.map(({ item, days }) => evidenceOfItem(item, `${days}个工作日`)),
      };
    });
  },
});

const overdueItems = defineMeasure({
  id: 'publishing.overdueItems',
  title: '逾期未公开的信息条数',
  description: '已过法定期限还没有公开，或者没有形成日期、无法计算期限的主动公开信息；只看当日的情况。',
  parameters: z.object({}),
  valueUnit: '条',
  direction: 'atMost',
  judged: 'always',
  scope: 'eachUnit',
  usualTarget: 0,
  hints: [
    {
      pattern: /应公开未公开|逾期未公开|应当?公开[^。；]{0,6}未公开/,
      reason: '任务要求没有应公开未公开的信息',
    },
  ],
  async evaluate(question) {
    const on = lastCountedDay(question);
    const place = { jurisdictionId: question.jurisdictionId, unitIds: unitsAsked(question) };
    const derive = deriveOnce(question.calendar);
    const rows = (await readItemClocks(question.db, mayOwe(place))).flatMap((clock) => {
      const due = dueOf(derive, clock);
      const state = judgePublication(clock.start, due, on);
      if (state !== 'overdue' && state !== 'noDate') return [];
      const { id, title, unitId } = clock.row;
      return [
        {
          unitId,
          evidence: {
            key: `item:${id}`,
            title: `${title}（${state === 'noDate' ? '没有形成日期' : `应于${due}前公开`}）`,
            day: due,
            unitId,
            address: `/publishing/items/${id}`,
            digest: `${state}|${due ?? ''}`,
            isPublic: false,
          },
        },
      ];
    });
    return foldByGroup(question, rows, (own) => countedRows(own.map(({ evidence }) => evidence)));
  },
});

export const itemMeasures: readonly Measure[] = [itemsReleased, releasedInTime, daysToRelease, overdueItems];
