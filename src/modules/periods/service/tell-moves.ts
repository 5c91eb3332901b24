/**
 * After a calendar year or a local limit changed: every module with open cases says which last days moved, and the officers
 * concerned are told what moved and why, once. Due days themselves are computed whenever they are asked for.
 */
import { z } from 'zod';
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { listCalendarYears } from '#kernel/calendar/calendar-in-force.ts';
import { type HolidayYear, holidayYearSchema } from '#kernel/calendar/holiday-year.ts';
import { loadWorkingCalendar, type WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import { defineJob } from '#kernel/jobs/job.ts';
import type { MovedPeriod, PeriodBases, PeriodBasis } from '#kernel/module.ts';
import { notify } from '#kernel/notices/notify.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact, type Work } from '#kernel/work.ts';
import { listAllTargets, targetLengthOn } from '../queries/targets.ts';
import { periodChanges, periodMoves, type StoredTarget } from '../tables.ts';

export const tellMovesKind = 'periods.tellMoves';

const tellMovesSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('calendar'),
    changeId: idSchema,
    summary: z.string(),
    year: z.int(),
    /** The year as it was; null when it was unknown. */
    before: z.unknown(),
  }),
  z.object({
    kind: z.literal('target'),
    changeId: idSchema,
    summary: z.string(),
    /** The limit that was not there before. */
    added: idSchema.optional(),
    /** The limit that had no end before. */
    reopened: idSchema.optional(),
  }),
]);
export type TellMovesPayload = z.infer<typeof tellMovesSchema>;

export const tellMovesJob = defineJob({
  kind: tellMovesKind,
  payload: tellMovesSchema,
  run: (app, payload) => tellMoves(app, payload),
});

/** Asks for the telling, from the transaction in which a year entered the calendar. */
export async function hearCalendarYear(
  work: Work,
  { year, before }: { readonly year: number; readonly before: HolidayYear | null },
): Promise<void> {
  const summary = before === null ? `${year}年放假安排公布` : `${year}年放假安排有变动`;
  const payload: TellMovesPayload = { kind: 'calendar', changeId: work.newId(), summary, year, before };
  work.enqueue({ kind: tellMovesKind, payload });
}

/** Lines of a notice; the rest stands on the screen it leads to. */
const linesTold = 8;

/** Computes every open period before and after, records the moves and tells the officers. Safe to run again. */
export async function tellMoves(app: App, payload: TellMovesPayload): Promise<void> {
  const bases = await basesOf(app, payload);
  const moves: MovedPeriod[] = [];
  for (const module of app.modules) moves.push(...((await module.listMovedPeriods?.(bases)) ?? []));
  const { changeId, kind, summary } = payload;
  await transact(app, systemActor('期限变动'), async (work) => {
    const [fresh] = await work.db
      .insert(periodChanges)
      .values({ id: changeId, kind, summary, moved: moves.length, madeAt: work.now })
      .onConflictDoNothing()
      .returning({ id: periodChanges.id });
    if (fresh !== undefined) {
      await storeMoves(work, changeId, moves);
      for (const [officerId, own] of groupByOfficer(moves))
        await notifyOfficer(work, changeId, summary, officerId, own);
    }
    work.audit({
      action: 'periods.tellMoves',
      objectKind: 'periodChange',
      objectId: changeId,
      summary: `${summary}：${moves.length}个未办结的期限有变动`,
      after: { moved: moves.length },
      affectsPortal: false,
    });
  });
}

async function basesOf(app: App, payload: TellMovesPayload): Promise<PeriodBases> {
  const db = app.database.read;
  const calendar = await app.calendar();
  const targets = await listAllTargets(db);
  const lengths = (from: readonly StoredTarget[]): PeriodBasis['targetLength'] => {
    return (jurisdictionId, rule, on) => targetLengthOn(from, jurisdictionId, rule, on);
  };
  const after = { calendar, targetLength: lengths(targets) };
  const before =
    payload.kind === 'calendar'
      ? { ...after, calendar: await calendarBefore(app, payload.year, payload.before) }
      : { ...after, targetLength: lengths(targetsBefore(targets, payload)) };
  return { db, today: beijingDayOf(app.clock.now()), before, after };
}

/** The calendar in force without the change of that one year. */
async function calendarBefore(app: App, changed: number, before: unknown): Promise<WorkingCalendar> {
  const years = (await listCalendarYears(app.database.read)).map(({ year }) => year);
  const others = years.filter(({ year }) => year !== changed);
  return loadWorkingCalendar(before === null ? others : [...others, holidayYearSchema.parse(before)]);
}

function targetsBefore(
  targets: readonly StoredTarget[],
  { added, reopened }: TellMovesPayload & { kind: 'target' },
): StoredTarget[] {
  return targets
    .filter(({ id }) => id !== added)
    .map((target) => (target.id === reopened ? { ...target, untilDay: null } : target));
}

async function storeMoves(work: Work, changeId: string, moves: readonly MovedPeriod[]): Promise<void> {
  const size = 500;
  for (let start = 0; start < moves.length; start += size) {
    const rows = moves.slice(start, start + size).map((move, index) => ({
      changeId,
      seq: start + index + 1,
      jurisdictionId: move.jurisdictionId,
      title: move.title,
      dueBefore: move.dueBefore,
      dueAfter: move.dueAfter,
      address: move.address,
      told: [...move.officerIds],
    }));
    await work.db.insert(periodMoves).values(rows);
  }
}

function groupByOfficer(moves: readonly MovedPeriod[]): Map<string, MovedPeriod[]> {
  const byOfficer = new Map<string, MovedPeriod[]>();
  for (const move of moves) {
    for (const officerId of new Set(move.officerIds)) {
      const own = byOfficer.get(officerId);
      if (own === undefined) byOfficer.set(officerId, [move]);
      else own.push(move);
    }
  }
  return byOfficer;
}

function moveWords({ title, dueBefore, dueAfter }: MovedPeriod): string {
  const words = (due: Day | null) => (due === null ? '无法计算' : longDay(due));
  return `${title}：${words(dueBefore)} → ${words(dueAfter)}`;
}

async function notifyOfficer(
  work: Work,
  changeId: string,
  summary: string,
  officerId: string,
  own: readonly MovedPeriod[],
): Promise<void> {
  const more = own.length > linesTold ? [`另有${own.length - linesTold}个，点开查看`] : [];
  const [only] = own;
  await notify(work, {
    officerIds: [officerId],
    title: `${summary}，您经办的${own.length}个期限有变动`,
    detail: [...own.slice(0, linesTold).map(moveWords), ...more].join('；'),
    address: own.length === 1 && only !== undefined ? only.address : `/periods/changes/${changeId}`,
    key: `periods.change:${changeId}`,
  });
}
