/** What the checks offer to the plan: files checked, and releases in spite of a finding that forbids one. */
import { and, asc, eq, gte, lt, lte } from 'drizzle-orm';
import { z } from 'zod';
import { beijingDayOf, beijingInstant } from '#kernel/clock.ts';
import { addDays } from '#kernel/day.ts';
import { defineMeasure, foldByGroup, type Measure } from '#kernel/measure.ts';
import { checkOverrides, checkRuns } from './tables.ts';

const checks = defineMeasure({
  id: 'checking.checks',
  title: '发布前检测次数',
  description: '期内用发布前检测检查过的文件次数；边写边检的文字不登记，不计算在内。',
  parameters: z.object({}),
  valueUnit: '次',
  direction: 'atLeast',
  judged: 'byDueDay',
  scope: 'eachUnit',
  usualTarget: 1,
  hints: [
    { pattern: /发布前[^。；]{0,8}(?:检测|检查|审查|核查)/u, reason: '任务要求发布前检测' },
    { pattern: /错别字|错链断链|表述错误|错敏/u, reason: '任务要求消除错别字、错误表述' },
    { pattern: /敏感(?:词|信息|内容)/u, reason: '任务要求检查敏感信息' },
    { pattern: /(?:信息|内容|保密|发布)审查/u, reason: '任务要求信息发布审查' },
  ],
  async evaluate(question) {
    const rows = await question.db
      .select()
      .from(checkRuns)
      .where(
        and(
          eq(checkRuns.jurisdictionId, question.jurisdictionId),
          gte(checkRuns.checkedOn, question.from),
          lt(checkRuns.checkedOn, question.until),
          lte(checkRuns.checkedOn, question.today),
        ),
      )
      .orderBy(asc(checkRuns.checkedOn), asc(checkRuns.id));
    return foldByGroup(question, rows, (own) => ({
      known: true,
      value: own.length,
      evidence: own.map((run) => ({
        key: `checkRun:${run.id}`,
        title: `检测“${run.documentName}”`,
        day: run.checkedOn,
        unitId: run.unitId,
        address: '/checking',
        digest: `${run.characters}|${run.blocks}|${run.confirms}|${run.hints}`,
        isPublic: false,
      })),
    }));
  },
});

const blockOverrides = defineMeasure({
  id: 'checking.blockOverrides',
  title: '不得发布的内容放行次数',
  description: '期内对“不得发布”的检测结果说明理由后放行的次数。',
  parameters: z.object({}),
  valueUnit: '次',
  direction: 'atMost',
  judged: 'always',
  scope: 'eachUnit',
  usualTarget: 0,
  hints: [],
  async evaluate(question) {
    const end = question.until <= question.today ? question.until : addDays(question.today, 1);
    const rows = await question.db
      .select()
      .from(checkOverrides)
      .where(
        and(
          eq(checkOverrides.jurisdictionId, question.jurisdictionId),
          eq(checkOverrides.severity, 'block'),
          gte(checkOverrides.createdAt, beijingInstant(question.from, '00:00')),
          lt(checkOverrides.createdAt, beijingInstant(end, '00:00')),
        ),
      )
      .orderBy(asc(checkOverrides.id));
    return foldByGroup(question, rows, (own) => ({
      known: true,
      value: own.length,
      evidence: own.map((row) => ({
        key: `checkOverride:${row.id}`,
        title: `放行“${row.documentName}”：${row.reason.slice(0, 60)}`,
        day: beijingDayOf(row.createdAt),
        unitId: row.unitId,
        address: '/checking/overrides',
        digest: `${row.code}|${row.reason}`,
        isPublic: false,
      })),
    }));
  },
});

export const checkingMeasures: readonly Measure[] = [checks, blockOverrides];
