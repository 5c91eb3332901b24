/** What outlets prove of a task: information brought beyond the portal. */
import { and, eq, gte, lt } from 'drizzle-orm';
import { z } from 'zod';
import { beijingDayOf, beijingInstant } from '#kernel/clock.ts';
import { addDays } from '#kernel/day.ts';
import { defineMeasure, foldByGroup } from '#kernel/measure.ts';
import { outletKindSpecs, outletKinds } from './rules/outlet-kinds.ts';
import { outletDeliveries, outlets } from './tables.ts';

const anyKind = 'any';

const deliveriesMade = defineMeasure({
  id: 'outlets.deliveries',
  title: '向其他渠道投递的信息数',
  description:
    '统计期内送达网站以外渠道的信息条数；失败、结果不明和撤下的不计，同一条信息送到几个渠道计几次。',
  parameters: z.object({
    kind: z
      .enum([anyKind, ...outletKinds])
      .default(anyKind)
      .meta({
        title: '渠道',
        choices: {
          [anyKind]: '全部渠道',
          ...Object.fromEntries(outletKinds.map((kind) => [kind, outletKindSpecs[kind].title])),
        },
      }),
  }),
  valueUnit: '条次',
  direction: 'atLeast',
  judged: 'byDueDay',
  scope: 'eachUnit',
  usualTarget: 1,
  hints: [
    { pattern: /同源发布|多渠道发布|同步发布到|新媒体.{0,12}发布/u, reason: '任务要求通过多个渠道发布' },
    {
      pattern: /微信公众号.{0,12}(?:发布|推送)/u,
      reason: '任务写明微信公众号',
      parameters: { kind: 'wechat' },
    },
    { pattern: /公告栏|公开栏.{0,8}张贴/u, reason: '任务写明公告栏', parameters: { kind: 'noticeBoard' } },
  ],
  async evaluate(question, { kind }) {
    const until = question.until <= question.today ? question.until : addDays(question.today, 1);
    const rows = await question.db
      .select({ delivery: outletDeliveries, outletTitle: outlets.title })
      .from(outletDeliveries)
      .innerJoin(outlets, eq(outlets.id, outletDeliveries.outletId))
      .where(
        and(
          eq(outletDeliveries.jurisdictionId, question.jurisdictionId),
          eq(outletDeliveries.act, 'publish'),
          eq(outletDeliveries.state, 'delivered'),
          gte(outletDeliveries.settledAt, beijingInstant(question.from, '00:00')),
          lt(outletDeliveries.settledAt, beijingInstant(until, '00:00')),
          kind === anyKind ? undefined : eq(outlets.kind, kind),
        ),
      );
    const flat = rows.map(({ delivery, outletTitle }) => ({ ...delivery, outletTitle }));
    return foldByGroup(question, flat, (own) => ({
      known: true,
      value: own.length,
      evidence: own.map((row) => ({
        key: `outletDelivery:${row.id}`,
        title: `${row.outletTitle}：${row.title}`,
        day: row.settledAt === null ? null : beijingDayOf(row.settledAt),
        unitId: row.unitId,
        address: `/outlets/deliveries/${row.id}`,
        digest: row.receipt ?? row.detail,
        isPublic: true,
      })),
    }));
  },
});

export const outletMeasures = [deliveriesMade];
