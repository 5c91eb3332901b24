/**
 * Traces of an officer at the desk: forms half filled in, notices read. Nobody decides anything by them and a form is
 * kept every few seconds, so they leave no audit row and never wait in its line.
 */
import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import type { App } from '#kernel/app.ts';
import { notices } from '#kernel/notices/tables.ts';
import { leaveTrace } from '#kernel/traces.ts';
import { deskDrafts } from '../tables.ts';
import { systemRefusals } from '../words.ts';

const mostDraftCharacters = 256 * 1024;

type TracePlace = Pick<App, 'database' | 'clock'>;

/** Whose form it is, and which. */
export interface DraftPlace {
  readonly officerId: string;
  readonly screen: string;
  readonly key: string;
}

function isDraftAt({ officerId, screen, key }: DraftPlace) {
  return and(eq(deskDrafts.officerId, officerId), eq(deskDrafts.screen, screen), eq(deskDrafts.key, key));
}

/** Keeps what is typed so far; the last one counts. */
export async function saveDraft(app: TracePlace, place: DraftPlace, content: unknown): Promise<void> {
  if (JSON.stringify(content).length > mostDraftCharacters) {
    throw systemRefusals.refuse('system.draftTooLarge', {});
  }
  const { officerId, screen, key } = place;
  const kept = { content, savedAt: app.clock.now() };
  await leaveTrace(app, (db) =>
    db
      .insert(deskDrafts)
      .values({ officerId, screen, key, ...kept })
      .onConflictDoUpdate({ target: [deskDrafts.officerId, deskDrafts.screen, deskDrafts.key], set: kept }),
  );
}

/** Drops a draft; dropping none is no fault. */
export async function dropDraft(app: TracePlace, place: DraftPlace): Promise<void> {
  await leaveTrace(app, (db) => db.delete(deskDrafts).where(isDraftAt(place)));
}

/** Marks one notice of the officer as read; the first reading counts. */
export async function readNotice(app: TracePlace, officerId: string, noticeId: string): Promise<void> {
  const own = and(eq(notices.id, noticeId), eq(notices.officerId, officerId));
  const [found] = await app.database.read.select({ id: notices.id }).from(notices).where(own);
  if (found === undefined) throw systemRefusals.refuse('system.noticeNotFound', {});
  const readAt = app.clock.now();
  await leaveTrace(app, (db) =>
    db
      .update(notices)
      .set({ readAt })
      .where(and(own, isNull(notices.readAt))),
  );
}

/** Marks all notices of the officer as read. */
export async function readAllNotices(app: TracePlace, officerId: string): Promise<void> {
  const readAt = app.clock.now();
  await leaveTrace(app, (db) =>
    db
      .update(notices)
      .set({ readAt })
      .where(and(eq(notices.officerId, officerId), isNull(notices.readAt))),
  );
}

/** Drops drafts after 60 days and notices a year after they were read. */
export async function sweepDeskTraces(app: TracePlace): Promise<void> {
  const before = (days: number) => new Date(app.clock.now().getTime() - days * 86_400_000);
  await leaveTrace(app, async (db) => {
    await db.delete(deskDrafts).where(lt(deskDrafts.savedAt, before(60)));
    await db.delete(notices).where(and(isNotNull(notices.readAt), lt(notices.readAt, before(365))));
  });
}
