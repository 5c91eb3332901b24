/** What belongs to one officer: saved views, drafts, notices read. Others' are out of sight. */
import { and, count, eq, isNull } from 'drizzle-orm';
import { notices } from '#kernel/notices/tables.ts';
import type { Work } from '#kernel/work.ts';
import { getActingOfficer } from '../own.ts';
import { deskDrafts, savedViews } from '../tables.ts';
import { systemRefusals } from '../words.ts';

/** Views one officer may keep for one screen. */
const mostViews = 30;
const mostDraftBytes = 256 * 1024;

/** None of it can be seen on the portal. */
const own = { objectKind: 'ownThing', affectsPortal: false } as const;

export interface ViewInput {
  readonly screen: string;
  readonly name: string;
  readonly state: string;
}

/** Keeps a table as it is set now, under a name. */
export async function saveView(work: Work, input: ViewInput): Promise<{ id: string } & ViewInput> {
  const officer = getActingOfficer(work.actor);
  const [kept] = await work.db
    .select({ total: count() })
    .from(savedViews)
    .where(and(eq(savedViews.officerId, officer.id), eq(savedViews.screen, input.screen)));
  if ((kept?.total ?? 0) >= mostViews)
    throw systemRefusals.refuse('system.tooManyViews', { most: mostViews });
  const id = work.newId();
  await work.db.insert(savedViews).values({ id, officerId: officer.id, ...input, createdAt: work.now });
  work.audit({ ...own, action: 'system.saveView', objectId: id, summary: `保存常用视图“${input.name}”` });
  return { id, ...input };
}

/** Renames a view or sets it to the present state. */
export async function changeView(
  work: Work,
  viewId: string,
  input: { readonly name: string; readonly state: string },
): Promise<{ id: string } & ViewInput> {
  const officer = getActingOfficer(work.actor);
  const [changed] = await work.db
    .update(savedViews)
    .set(input)
    .where(and(eq(savedViews.id, viewId), eq(savedViews.officerId, officer.id)))
    .returning({ screen: savedViews.screen });
  if (changed === undefined) throw systemRefusals.refuse('system.viewNotFound', {});
  work.audit({
    ...own,
    action: 'system.changeView',
    objectId: viewId,
    summary: `修改常用视图“${input.name}”`,
  });
  return { id: viewId, screen: changed.screen, ...input };
}

export async function deleteView(work: Work, viewId: string): Promise<void> {
  const officer = getActingOfficer(work.actor);
  const [gone] = await work.db
    .delete(savedViews)
    .where(and(eq(savedViews.id, viewId), eq(savedViews.officerId, officer.id)))
    .returning({ name: savedViews.name, state: savedViews.state });
  if (gone === undefined) throw systemRefusals.refuse('system.viewNotFound', {});
  work.audit({
    ...own,
    action: 'system.deleteView',
    objectId: viewId,
    summary: `删除常用视图“${gone.name}”`,
    before: gone,
  });
}

export interface DraftPlace {
  readonly screen: string;
  readonly key: string;
}

/** Keeps what is typed so far. The content may be personal, so the audit says only that there was one. */
export async function saveDraft(work: Work, place: DraftPlace, content: unknown): Promise<void> {
  const officer = getActingOfficer(work.actor);
  if (JSON.stringify(content).length > mostDraftBytes)
    throw systemRefusals.refuse('system.draftTooLarge', {});
  const row = { content, savedAt: work.now };
  await work.db
    .insert(deskDrafts)
    .values({ officerId: officer.id, ...place, ...row })
    .onConflictDoUpdate({ target: [deskDrafts.officerId, deskDrafts.screen, deskDrafts.key], set: row });
  work.audit({
    ...own,
    action: 'system.saveDraft',
    objectId: `${place.screen}/${place.key}`,
    summary: '自动保存草稿',
  });
}

/** Drops a draft; dropping none is no fault. */
export async function dropDraft(work: Work, place: DraftPlace): Promise<void> {
  const officer = getActingOfficer(work.actor);
  await work.db
    .delete(deskDrafts)
    .where(
      and(
        eq(deskDrafts.officerId, officer.id),
        eq(deskDrafts.screen, place.screen),
        eq(deskDrafts.key, place.key),
      ),
    );
  work.audit({
    ...own,
    action: 'system.dropDraft',
    objectId: `${place.screen}/${place.key}`,
    summary: '清除草稿',
  });
}

/** Marks one notice as read. */
export async function readNotice(work: Work, noticeId: string): Promise<void> {
  const officer = getActingOfficer(work.actor);
  const [found] = await work.db
    .select({ readAt: notices.readAt })
    .from(notices)
    .where(and(eq(notices.id, noticeId), eq(notices.officerId, officer.id)));
  if (found === undefined) throw systemRefusals.refuse('system.noticeNotFound', {});
  if (found.readAt === null) {
    await work.db.update(notices).set({ readAt: work.now }).where(eq(notices.id, noticeId));
  }
  work.audit({ ...own, action: 'system.readNotice', objectId: noticeId, summary: '通知已读' });
}

/** Marks all notices as read. */
export async function readAllNotices(work: Work): Promise<void> {
  const officer = getActingOfficer(work.actor);
  await work.db
    .update(notices)
    .set({ readAt: work.now })
    .where(and(eq(notices.officerId, officer.id), isNull(notices.readAt)));
  work.audit({ ...own, action: 'system.readNotice', objectId: officer.id, summary: '全部通知已读' });
}
