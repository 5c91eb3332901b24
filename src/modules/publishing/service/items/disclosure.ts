/** Attribute dynamics: the openness of a released item is converted, or the item is withdrawn with a public reason. */
import { and, eq, isNotNull, lte, or } from 'drizzle-orm';
import type { Instant } from '#kernel/clock.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { Work } from '#kernel/work.ts';
import { itemOpennessChanged, itemWithdrawn } from '../../announcements.ts';
import { type Disclosure, findDisclosureFault } from '../../rules/openness.ts';
import { itemEvents, items } from '../../tables/items.ts';
import { itemRefusals, opennessTitles } from '../../words/items.ts';
import { requireFindingsSettled } from './check.ts';
import { addItemEvent, lockItem, requireItemAction } from './load.ts';
import { syncItemSearch } from './search.ts';

/** Whether the public ever saw the item: its day of publication is then the first one. */
async function wasEverPublic(work: Work, itemId: string): Promise<boolean> {
  const [seen] = await work.db
    .select({ number: itemEvents.number })
    .from(itemEvents)
    .where(
      and(
        eq(itemEvents.itemId, itemId),
        or(eq(itemEvents.openness, 'proactive'), eq(itemEvents.kind, 'emergencyReleased')),
      ),
    )
    .limit(1);
  return seen !== undefined;
}

/** Converts the openness of a released item, with ground and reason; every page follows at once (条例第十八条). */
export async function changeItemOpenness(
  work: Work,
  input: { readonly itemId: string; readonly disclosure: Disclosure },
): Promise<void> {
  const item = await lockItem(work, input.itemId, 'publishing.changeOpenness');
  requireItemAction(item, 'changeOpenness');
  const { openness, ground, reason } = input.disclosure;
  const fault = findDisclosureFault(input.disclosure);
  if (fault !== undefined) throw itemRefusals.refuse('publishing.itemDisclosureFault', { fault });
  const revisionId = item.state.publishedRevisionId ?? item.state.workingRevisionId;
  const comesOut = openness === 'proactive' && item.state.openness !== 'proactive';
  // What was kept was not checked for the public when it was released.
  if (comesOut) await requireFindingsSettled(work, item.row, revisionId);
  const isFirstTime = comesOut && !(await wasEverPublic(work, item.row.id));
  const after = await addItemEvent(
    work,
    item,
    { kind: 'opennessChanged', revisionId, openness },
    { ground, reason },
    {
      updatedOn: work.today,
      ...(isFirstTime ? { publishedOn: work.today, publishedAt: work.now } : {}),
    },
  );
  await syncItemSearch(work, after.row);
  itemOpennessChanged.make(work, { itemId: item.row.id, kind: item.row.kind, revisionId });
  work.audit({
    action: 'publishing.changeOpenness',
    objectKind: 'item',
    objectId: item.row.id,
    unitId: item.row.unitId,
    summary: `《${item.row.title}》的公开属性改为${opennessTitles[openness]}`,
    before: { openness: item.state.openness },
    after: { openness, ground, reason },
  });
}

/** Withdraws a published item; its address then shows the title and the reason, and nothing else. */
export async function withdrawItem(
  work: Work,
  input: { readonly itemId: string; readonly reason: string },
): Promise<void> {
  const item = await lockItem(work, input.itemId, 'publishing.withdraw');
  requireItemAction(item, 'withdraw');
  const revisionId = item.state.publishedRevisionId ?? item.state.workingRevisionId;
  const after = await addItemEvent(
    work,
    item,
    { kind: 'withdrawn', revisionId },
    { reason: input.reason },
    { withdrawalReason: input.reason, withdrawAt: null, updatedOn: work.today },
  );
  await syncItemSearch(work, after.row);
  itemWithdrawn.make(work, { itemId: item.row.id, kind: item.row.kind, revisionId });
  work.audit({
    action: 'publishing.withdraw',
    objectKind: 'item',
    objectId: item.row.id,
    unitId: item.row.unitId,
    summary: `撤回《${item.row.title}》`,
    before: { standing: item.state.standing },
    after: { reason: input.reason },
  });
}

/** Sets the time at which a published item is withdrawn by itself with that reason; null takes the time away again. */
export async function scheduleWithdrawal(
  work: Work,
  input: { readonly itemId: string; readonly at: Instant | null; readonly reason: string },
): Promise<void> {
  const item = await lockItem(work, input.itemId, 'publishing.withdraw');
  requireItemAction(item, 'scheduleWithdrawal');
  if (input.at !== null && input.at <= work.now) throw itemRefusals.refuse('publishing.itemTimePassed', {});
  await work.db
    .update(items)
    .set({
      withdrawAt: input.at,
      withdrawalReason: input.at === null ? null : input.reason,
      version: item.row.version + 1,
    })
    .where(eq(items.id, item.row.id));
  work.audit({
    action: 'publishing.withdraw',
    objectKind: 'item',
    objectId: item.row.id,
    unitId: item.row.unitId,
    summary: `${input.at === null ? '取消定时撤回' : '定时撤回'}《${item.row.title}》`,
    before: { withdrawAt: item.row.withdrawAt?.toISOString() ?? null },
    after: { withdrawAt: input.at?.toISOString() ?? null, reason: input.reason },
    affectsPortal: false,
  });
}

/** Published items whose time to be withdrawn has come, with the reason given when it was set. */
export async function listDueWithdrawals(place: {
  readonly db: ReadDb;
  readonly now: Instant;
}): Promise<readonly { readonly itemId: string; readonly reason: string }[]> {
  const rows = await place.db
    .select({ itemId: items.id, reason: items.withdrawalReason })
    .from(items)
    .where(
      and(eq(items.standing, 'published'), isNotNull(items.withdrawAt), lte(items.withdrawAt, place.now)),
    );
  return rows.map(({ itemId, reason }) => ({ itemId, reason: reason ?? '公开期限届满' }));
}
