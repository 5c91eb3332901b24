/** Measures of attribute dynamics (条例第十八条): whether what is not proactively disclosed was assessed again. */
import { and, eq, gte, inArray, lt, lte } from 'drizzle-orm';
import { z } from 'zod';
import { defineMeasure, foldByGroup, type Measure } from '#kernel/measure.ts';
import { judgeReviewEntry } from '../rules/openness-review.ts';
import { items } from '../tables/items.ts';
import { opennessReviewItems, opennessReviews } from '../tables/openness-reviews.ts';
import { entryStateTitles } from '../words/openness-reviews.ts';
import { lastCountedDay, shareOfRows, unitsAsked } from './rows.ts';

const opennessReviewed = defineMeasure({
  id: 'publishing.opennessReviewed',
  title: '未主动公开信息的复核率',
  description: '期内开始的公开属性复核中，有结论并经第二人确认的信息的占比；没有这类信息的单位不计。',
  parameters: z.object({}),
  valueUnit: '%',
  direction: 'atLeast',
  judged: 'byDueDay',
  scope: 'eachUnit',
  usualTarget: 100,
  hints: [
    {
      pattern:
        /(未主动公开|不予公开)[^。；，]{0,8}(复核|评估)|(定期|每年)[^。；]{0,12}(评估|复核|审查)[^。；]{0,16}公开属性|公开属性[^。；]{0,10}动态调整/,
      reason: '任务要求定期复核未主动公开的信息',
    },
  ],
  async evaluate(question) {
    const unitIds = unitsAsked(question);
    const on = lastCountedDay(question);
    const found =
      unitIds.length === 0
        ? []
        : await question.db
            .select({ entry: opennessReviewItems, review: opennessReviews, title: items.title })
            .from(opennessReviewItems)
            .innerJoin(opennessReviews, eq(opennessReviews.id, opennessReviewItems.reviewId))
            .innerJoin(items, eq(items.id, opennessReviewItems.itemId))
            .where(
              and(
                eq(opennessReviews.jurisdictionId, question.jurisdictionId),
                gte(opennessReviews.openedOn, question.from),
                lt(opennessReviews.openedOn, question.until),
                lte(opennessReviews.openedOn, on),
                inArray(opennessReviewItems.unitId, [...unitIds]),
              ),
            );
    const rows = found.map(({ entry, review, title }) => {
      // What was confirmed after the day asked for was open on that day.
      const isKnown = entry.confirmedOn !== null && entry.confirmedOn <= on;
      const verdict = entry.judgedOn !== null && entry.judgedOn <= on ? entry.verdict : null;
      const confirmedOn = isKnown ? entry.confirmedOn : null;
      const state = judgeReviewEntry({ verdict, confirmedOn }, review.dueOn, on);
      return { unitId: entry.unitId, entry, review, title, state };
    });
    return foldByGroup(question, rows, (own) =>
      shareOfRows(
        own.filter(({ state }) => state === 'kept' || state === 'converted').length,
        own.length,
        own.map(({ entry, review, title, state }) => ({
          key: `opennessReview:${review.id}:${entry.itemId}`,
          title: `${title}（${entryStateTitles[state]}）`,
          day: entry.judgedOn,
          unitId: entry.unitId,
          address: `/publishing/openness-reviews/${review.id}`,
          digest: `${state}|${entry.judgedOn ?? ''}`,
          // Titles of what is withheld are not for the public page of the plan.
          isPublic: false,
        })),
        '期内没有需要复核的信息',
      ),
    );
  },
});

export const opennessMeasures: readonly Measure[] = [opennessReviewed];
