/** Measures of what stands behind the work: money noted, responsibility for sites and accounts signed. */
import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { yearOf } from '#kernel/day.ts';
import { defineMeasure, foldByGroup, type Measure } from '#kernel/measure.ts';
import { fenOf, showFen } from '#kernel/money.ts';
import { nameUnits } from '../queries/register.ts';
import { listSigningsOf } from '../queries/safeguards.ts';
import { responsibilityOn } from '../rules/safeguards.ts';
import { budgetNotes, onlineOutlets } from '../tables/safeguards.ts';
import { responsibilityStateTitles } from '../words/safeguards.ts';
import { dayAsked, shareOf } from './evidence.ts';

const budgetNoted = defineMeasure({
  id: 'organisation.budgetNoted',
  title: '登记经费保障的单位比例',
  description: '责任单位中，已登记当年政务公开工作经费的占比；登记为零元的也算登记。',
  parameters: z.object({
    moreThanZero: z.boolean().default(false).meta({ title: '金额须大于零' }),
  }),
  valueUnit: '%',
  direction: 'atLeast',
  judged: 'byDueDay',
  scope: 'eachUnit',
  usualTarget: 100,
  hints: [
    { pattern: /经费保障|所需经费|工作经费/, reason: '任务要求经费保障' },
    { pattern: /经费[^。；]{0,10}(纳入|列入)[^。；]{0,10}预算/, reason: '任务要求经费列入预算' },
  ],
  async evaluate(question, { moreThanZero }) {
    const on = dayAsked(question);
    const unitIds = [...new Set(question.groups.flatMap((group) => group.unitIds))];
    const names = await nameUnits(question.db, unitIds);
    const notes =
      unitIds.length === 0
        ? []
        : await question.db
            .select()
            .from(budgetNotes)
            .where(
              and(
                eq(budgetNotes.jurisdictionId, question.jurisdictionId),
                eq(budgetNotes.year, yearOf(question.from)),
                inArray(budgetNotes.unitId, unitIds),
              ),
            );
    const inForce = notes.filter(
      (note) =>
        note.notedOn <= on &&
        (note.replacedOn === null || note.replacedOn > on) &&
        (!moreThanZero || note.amountFen > 0),
    );
    return foldByGroup(question, inForce, (own, group) =>
      shareOf(
        own.length,
        new Set(group.unitIds).size,
        own.map((note) => ({
          key: `budgetNote:${note.unitId}:${note.year}`,
          title: `${names.get(note.unitId)?.shortName ?? ''}：${note.year}年${showFen(fenOf(note.amountFen))}（${note.source}）`,
          day: note.notedOn,
          unitId: note.unitId,
          address: '/organisation/safeguards?view=budget',
          digest: `${note.amountFen}|${note.source}`,
          isPublic: false,
        })),
        '任务没有分到单位，算不出比例',
      ),
    );
  },
});

const responsibilityLedger = defineMeasure({
  id: 'organisation.responsibilityLedger',
  title: '网络意识形态责任制台账完整的单位比例',
  description: '有网站或账号的责任单位中，每个网站和账号都有人签订责任书且在有效期内的占比。',
  parameters: z.object({}),
  valueUnit: '%',
  direction: 'atLeast',
  judged: 'always',
  scope: 'eachUnit',
  usualTarget: 100,
  hints: [{ pattern: /意识形态/, reason: '任务要求落实网络意识形态责任制' }],
  async evaluate(question) {
    const on = dayAsked(question);
    const all = await question.db
      .select()
      .from(onlineOutlets)
      .where(eq(onlineOutlets.jurisdictionId, question.jurisdictionId));
    const open = all.filter(
      (outlet) => outlet.registeredOn <= on && (outlet.closedOn === null || outlet.closedOn > on),
    );
    const signings = await listSigningsOf(
      question.db,
      open.map((outlet) => outlet.id),
    );
    const rows = open.map((outlet) => {
      const own = signings.filter((signing) => signing.outletId === outlet.id);
      return { unitId: outlet.unitId, outlet, own, state: responsibilityOn(own, on) };
    });
    return foldByGroup(question, rows, (own) => {
      const unitIds = [...new Set(own.map((row) => row.unitId))];
      const complete = unitIds.filter((unitId) =>
        own.every((row) => row.unitId !== unitId || row.state === 'inForce'),
      );
      const evidence = own.map(({ unitId, outlet, own: signed, state }) => ({
        key: `onlineOutlet:${outlet.id}`,
        title: `${outlet.name}：${responsibilityStateTitles[state]}`,
        day: signed.at(-1)?.signedOn ?? null,
        unitId,
        address: '/organisation/safeguards?view=outlets',
        digest: `${state}|${signed.at(-1)?.signedOn ?? ''}|${signed.at(-1)?.validThrough ?? ''}`,
        isPublic: false,
      }));
      return shareOf(complete.length, unitIds.length, evidence, '台账里还没有登记这些单位的网站和账号');
    });
  },
});

export const safeguardMeasures: readonly Measure[] = [budgetNoted, responsibilityLedger];
