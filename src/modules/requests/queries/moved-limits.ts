/** Which limits of open cases are another day under another calendar; both are computed afresh. */
import type { MovedPeriod, PeriodBases } from '#kernel/module.ts';
import { judgeClocks, replyDueOf } from './clocks.ts';
import { listOpenCases, type OpenCase } from './open-cases.ts';

function movesOf({ row, events, state }: OpenCase, { before, after, today }: PeriodBases): MovedPeriod[] {
  const was = judgeClocks(events, before.calendar, today);
  const is = judgeClocks(events, after.calendar, today);
  return is.periods.flatMap((period, index) => {
    if (period.state === 'over') return [];
    const former = was.periods[index];
    const isReply = period.name === 'foi-reply';
    const dayOfPeriod = (one: typeof former) => (one?.verdict.kind === 'derived' ? one.verdict.due : null);
    const dueBefore = isReply ? replyDueOf(state, was) : dayOfPeriod(former);
    const dueAfter = isReply ? replyDueOf(state, is) : dayOfPeriod(period);
    if (dueBefore === dueAfter) return [];
    const title = period.verdict.kind === 'noCalendar' ? '期限' : period.verdict.rule.title;
    return [
      {
        jurisdictionId: row.jurisdictionId,
        title: `申请${row.number}的${title}`,
        dueBefore,
        dueAfter,
        officerIds: row.officerIds,
        address: `/requests/${row.id}`,
      },
    ];
  });
}

/** Asked by the law's periods after a calendar year changed. */
export async function listMovedCaseLimits(bases: PeriodBases): Promise<MovedPeriod[]> {
  const moved: MovedPeriod[] = [];
  for await (const page of listOpenCases(bases.db))
    moved.push(...page.flatMap((open) => movesOf(open, bases)));
  return moved;
}
