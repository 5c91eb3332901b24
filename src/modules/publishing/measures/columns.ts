/** Measures of columns: what is stale or empty, whether topics are kept fresh. */
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Day } from '#kernel/day.ts';
import {
  defineMeasure,
  type EvidenceRow,
  foldByGroup,
  type Measure,
  type MeasureQuestion,
} from '#kernel/measure.ts';
import { type FreshnessVerdict, holdsItems, judgeFreshness } from '../rules/columns.ts';
import { type SiteColumn, siteColumns } from '../tables/columns.ts';
import { itemColumns, items } from '../tables/items.ts';
import { freshnessTitles } from '../words/columns.ts';
import { countedRows, lastCountedDay, shareOfRows } from './rows.ts';

interface JudgedColumn extends FreshnessVerdict {
  readonly unitId: string;
  readonly column: SiteColumn;
  readonly newestOn: Day | null;
}

/** Newest public day of each column up to the day, in its own place and as a further column. */
async function newestDays(question: MeasureQuestion, through: Day): Promise<ReadonlyMap<string, Day>> {
  const fields = {
    homeId: items.columnId,
    furtherId: itemColumns.columnId,
    publishedOn: items.publishedOn,
    updatedOn: items.updatedOn,
    standing: items.standing,
    openness: items.openness,
  };
  const rows = await question.db
    .select(fields)
    .from(items)
    .leftJoin(itemColumns, eq(itemColumns.itemId, items.id))
    .where(eq(items.jurisdictionId, question.jurisdictionId));
  const newest = new Map<string, Day>();
  for (const row of rows) {
    if (row.publishedOn === null || row.publishedOn > through || row.openness !== 'proactive') continue;
    const wasOut =
      row.standing === 'published' ||
      (row.standing === 'withdrawn' && row.updatedOn !== null && row.updatedOn > through);
    if (!wasOut) continue;
    const updated = row.updatedOn !== null && row.updatedOn <= through ? row.updatedOn : row.publishedOn;
    for (const columnId of [row.homeId, row.furtherId]) {
      if (columnId === null) continue;
      const known = newest.get(columnId);
      if (known === undefined || known < updated) newest.set(columnId, updated);
    }
  }
  return newest;
}

/** The columns open on the last counted day with how fresh they were then. */
async function judgeColumns(question: MeasureQuestion): Promise<JudgedColumn[]> {
  const on = lastCountedDay(question);
  const rows = await question.db
    .select()
    .from(siteColumns)
    .where(eq(siteColumns.jurisdictionId, question.jurisdictionId));
  const newest = await newestDays(question, on);
  const open = rows.filter(
    ({ openedOn, closedOn }) => openedOn <= on && (closedOn === null || closedOn > on),
  );
  return open
    .filter((column) => holdsItems(column, open) || newest.has(column.id))
    .map((column) => {
      const newestOn = newest.get(column.id) ?? null;
      return {
        unitId: column.unitId,
        column,
        newestOn,
        ...judgeFreshness({ ...column, newestOn }, on),
      };
    });
}

function evidenceOfColumn({ column, freshness, newestOn, dueOn }: JudgedColumn): EvidenceRow {
  return {
    key: `column:${column.id}`,
    title: `${column.title}（${freshnessTitles[freshness]}）`,
    day: newestOn,
    unitId: column.unitId,
    address: `/publishing/columns/${column.id}`,
    digest: `${freshness}|${newestOn ?? ''}|${dueOn ?? ''}`,
    isPublic: true,
  };
}

const isNeglected = ({ freshness }: JudgedColumn) => freshness === 'stale' || freshness === 'empty';

const staleColumns = defineMeasure({
  id: 'publishing.staleColumns',
  title: '逾期未更新和空白的栏目数',
  description: '责任单位的栏目中，当日已过更新周期没有更新的，和没有内容的；下设栏目的上级栏目不计。',
  parameters: z.object({}),
  valueUnit: '个',
  direction: 'atMost',
  judged: 'always',
  scope: 'eachUnit',
  usualTarget: 0,
  hints: [
    {
      pattern: /(空白|长期不更新|不更新|僵尸|重复)[^。；]{0,12}栏目/,
      reason: '任务要求清理空白和不更新的栏目',
    },
    { pattern: /栏目[^。；]{0,16}(更新周期|及时更新|更新及时)/, reason: '任务要求栏目按周期更新' },
  ],
  async evaluate(question) {
    const neglected = (await judgeColumns(question)).filter(isNeglected);
    return foldByGroup(question, neglected, (own) => countedRows(own.map(evidenceOfColumn)));
  },
});

const topicColumnsFresh = defineMeasure({
  id: 'publishing.topicColumnsFresh',
  title: '专题栏目按时更新的比例',
  description: '责任单位设有更新周期的专题栏目中，当日没有逾期、也不是空白的占比。',
  parameters: z.object({}),
  valueUnit: '%',
  direction: 'atLeast',
  judged: 'always',
  scope: 'eachUnit',
  usualTarget: 100,
  hints: [
    {
      pattern: /(专题|专栏)[^。；]{0,40}(更新|维护|集中公开)|(设置|设立|开设)[^。；]{0,20}(专题|专栏)/,
      reason: '任务要求设置并更新专题专栏',
    },
  ],
  async evaluate(question) {
    const topics = (await judgeColumns(question)).filter(
      ({ column }) => column.kind === 'topic' && column.updateIntervalDays !== null,
    );
    return foldByGroup(question, topics, (own) =>
      shareOfRows(
        own.filter((column) => !isNeglected(column)).length,
        own.length,
        own.map(evidenceOfColumn),
        '责任单位没有设更新周期的专题栏目',
      ),
    );
  },
});

export const columnMeasures: readonly Measure[] = [staleColumns, topicColumnsFresh];
