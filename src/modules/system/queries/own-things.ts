/** What one officer keeps and is told: views, drafts, notices, and the duties gathered from all modules. */
import { and, asc, count, desc, eq, isNull, lt } from 'drizzle-orm';
import type { z } from 'zod';
import type { OfficerActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { notices } from '#kernel/notices/tables.ts';
import type { draftSchema, NoticeView, noticeQuerySchema, SavedView, TodoView } from '../contract.ts';
import { deskDrafts, savedViews } from '../tables.ts';

/** The officer's views of a screen (of all without one), in the order they were saved. */
export async function listSavedViews(
  db: ReadDb,
  officerId: string,
  screen: string | undefined,
): Promise<SavedView[]> {
  return db
    .select({ id: savedViews.id, screen: savedViews.screen, name: savedViews.name, state: savedViews.state })
    .from(savedViews)
    .where(
      and(
        eq(savedViews.officerId, officerId),
        screen === undefined ? undefined : eq(savedViews.screen, screen),
      ),
    )
    .orderBy(asc(savedViews.id));
}

/** The officer's draft; empty when nothing was kept. */
export async function findDraft(
  db: ReadDb,
  officerId: string,
  place: { readonly screen: string; readonly key: string },
): Promise<z.infer<typeof draftSchema>> {
  const [row] = await db
    .select({ content: deskDrafts.content, savedAt: deskDrafts.savedAt })
    .from(deskDrafts)
    .where(
      and(
        eq(deskDrafts.officerId, officerId),
        eq(deskDrafts.screen, place.screen),
        eq(deskDrafts.key, place.key),
      ),
    );
  return row === undefined
    ? { content: null, savedAt: null }
    : { content: row.content, savedAt: row.savedAt.toISOString() };
}

/** A page of the officer's notices, the newest first. */
export async function listNotices(
  db: ReadDb,
  officerId: string,
  query: z.infer<typeof noticeQuerySchema>,
): Promise<PageOfRows<NoticeView>> {
  const rows = await db
    .select()
    .from(notices)
    .where(
      and(
        eq(notices.officerId, officerId),
        query.after === undefined ? undefined : lt(notices.id, query.after[0]),
        query.unread === true ? isNull(notices.readAt) : undefined,
      ),
    )
    .orderBy(desc(notices.id))
    .limit(query.limit + 1);
  const page = pageOfRows(rows, query.limit, (row) => [row.id]);
  return {
    rows: page.rows.map((row) => ({
      id: row.id,
      title: row.title,
      detail: row.detail,
      address: row.address,
      createdAt: row.createdAt.toISOString(),
      readAt: row.readAt?.toISOString() ?? null,
    })),
    next: page.next,
  };
}

export async function countUnreadNotices(db: ReadDb, officerId: string): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(notices)
    .where(and(eq(notices.officerId, officerId), isNull(notices.readAt)));
  return row?.total ?? 0;
}

/** What the officer has to do, from every module that offers duties: overdue first, then by day, no day last. */
export async function listOfficerTodos(
  app: Pick<App, 'modules' | 'database' | 'clock'>,
  actor: OfficerActor,
): Promise<TodoView[]> {
  const today = beijingDayOf(app.clock.now());
  const found: TodoView[] = [];
  for (const module of app.modules) {
    const todos = (await module.listTodos?.({ db: app.database.read, actor, today })) ?? [];
    for (const todo of todos) {
      found.push({
        key: todo.key,
        source: module.title,
        title: todo.title,
        detail: todo.detail ?? null,
        unitId: todo.unitId ?? null,
        due: todo.due ?? null,
        overdue: todo.due !== undefined && todo.due < today,
        address: todo.address,
      });
    }
  }
  const last = '9999-12-31';
  return found.sort((left, right) => ((left.due ?? last) < (right.due ?? last) ? -1 : 1));
}
