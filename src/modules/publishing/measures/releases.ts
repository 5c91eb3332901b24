/** Measures of how releases were made: interpretation beside the document, checks overridden by named reasons. */
import { and, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { beijingDayOf, instantOf } from '#kernel/clock.ts';
import {
  defineMeasure,
  type EvidenceRow,
  foldByGroup,
  type Measure,
  type MeasureQuestion,
} from '#kernel/measure.ts';
import { listOverrides } from '#modules/checking/index.ts';
import { items, releaseDemands } from '../tables/items.ts';
import {
  countedRows,
  evidenceOfItem,
  lastCountedDay,
  readMeasuredItems,
  shareOfRows,
  unitsAsked,
} from './rows.ts';

const companions = alias(items, 'companion');

const interpretedTogether = defineMeasure({
  id: 'publishing.interpretedTogether',
  title: '政策解读与文件同步发布的比例',
  description: '期内发布、须有解读的文件中，解读同日或者更早发布的占比；负责人写明不需要解读原因的不计。',
  parameters: z.object({}),
  valueUnit: '%',
  direction: 'atLeast',
  judged: 'always',
  scope: 'eachUnit',
  usualTarget: 100,
  hints: [
    {
      pattern: /解读[^。；]{0,40}(一并|同步|同时)[^。；]{0,6}(发布|公开)|(一并|同步|同时)[^。；]{0,12}解读/,
      reason: '任务要求解读与文件同步发布',
    },
  ],
  async evaluate(question) {
    const released = await readMeasuredItems(question, { onlyOfPeriod: true });
    const demands =
      released.length === 0
        ? []
        : await question.db
            .select({
              itemId: releaseDemands.itemId,
              waivedOn: releaseDemands.waivedOn,
              companionOn: companions.publishedOn,
            })
            .from(releaseDemands)
            .leftJoin(companions, eq(companions.id, releaseDemands.companionItemId))
            .where(
              and(
                eq(releaseDemands.kind, 'interpretation'),
                inArray(
                  releaseDemands.itemId,
                  released.map(({ id }) => id),
                ),
              ),
            );
    const asked = new Map(
      demands.flatMap((one) => (one.waivedOn === null ? [[one.itemId, one.companionOn] as const] : [])),
    );
    const rows = released.filter(({ id }) => asked.has(id));
    return foldByGroup(question, rows, (own) => {
      const judged = own.map((item) => {
        const companionOn = asked.get(item.id) ?? null;
        return { item, isTogether: companionOn !== null && companionOn <= item.publishedOn };
      });
      return shareOfRows(
        judged.filter(({ isTogether }) => isTogether).length,
        own.length,
        judged.map(({ item, isTogether }) => evidenceOfItem(item, isTogether ? '同步解读' : '没有同步解读')),
        '期内没有发布须解读的文件',
      );
    });
  },
});

interface OverrideRow {
  readonly unitId: string;
  readonly evidence: EvidenceRow;
}

/** Reasons given for findings within the period, newest first, page by page until the period begins. */
async function readOverrides(question: MeasureQuestion): Promise<OverrideRow[]> {
  const through = lastCountedDay(question);
  const scope = { jurisdictionId: question.jurisdictionId, unitIds: unitsAsked(question) };
  const found: OverrideRow[] = [];
  let after: readonly [string] | undefined;
  for (;;) {
    const page = await listOverrides(question.db, scope, {
      limit: 200,
      ...(after === undefined ? {} : { after: [after[0]] }),
    });
    for (const { id, unitId, documentName, createdByName, createdAt, severity } of page.rows) {
      const day = beijingDayOf(instantOf(createdAt));
      if (day < question.from) return found;
      if (day > through) continue;
      found.push({
        unitId,
        evidence: {
          key: `override:${id}`,
          title: `${documentName}（${severity === 'block' ? '不得发布' : '须说明理由'}，${createdByName}放行）`,
          day,
          unitId,
          address: '/checking/overrides',
          digest: severity,
          isPublic: false,
        },
      });
    }
    const last = page.rows.at(-1);
    if (page.next === null || last === undefined) return found;
    after = [last.id];
  }
}

const overriddenChecks = defineMeasure({
  id: 'publishing.overriddenChecks',
  title: '发布前检测放行次数',
  description: '期内对“不得发布”“须说明理由”的检测结果写明理由放行的次数。',
  parameters: z.object({
    severity: z
      .enum(['all', 'block'])
      .default('block')
      .meta({ title: '计哪些', choices: { all: '全部', block: '只计“不得发布”的' } }),
  }),
  valueUnit: '次',
  direction: 'atMost',
  judged: 'always',
  scope: 'eachUnit',
  usualTarget: 0,
  hints: [
    {
      pattern: /(发布前|上网前)(检测|检查|审查)[^。；]{0,60}(不得|脱敏)/,
      reason: '任务要求发布前检测出的问题改正后再发布',
    },
  ],
  async evaluate(question, { severity }) {
    const rows = (await readOverrides(question)).filter(
      ({ evidence }) => severity === 'all' || evidence.digest === 'block',
    );
    return foldByGroup(question, rows, (own) => countedRows(own.map(({ evidence }) => evidence)));
  },
});

export const releaseMeasures: readonly Measure[] = [interpretedTogether, overriddenChecks];
