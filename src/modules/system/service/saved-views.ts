/** Saved views belong to one officer; others' are out of sight. */
import { and, count, eq } from 'drizzle-orm';
import { requireOfficer } from '#kernel/authorise.ts';
import type { Work } from '#kernel/work.ts';
import { savedViews } from '../tables.ts';
import { systemRefusals } from '../words.ts';

/** Views one officer may keep for one screen. */
const mostViews = 30;

/** None of it can be seen on the portal. */
const own = { objectKind: 'ownThing', affectsPortal: false } as const;

export interface ViewInput {
  readonly screen: string;
  readonly name: string;
  readonly state: string;
}

/** Keeps a table as it is set now, under a name. */
export async function saveView(work: Work, input: ViewInput): Promise<{ id: string } & ViewInput> {
  const officer = requireOfficer(work.actor);
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
  const officer = requireOfficer(work.actor);
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
  const officer = requireOfficer(work.actor);
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
