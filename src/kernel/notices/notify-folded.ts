/**
 * Tells officers of things that come many at a time: those of one kind and hour are one notice, which grows until it is
 * read. Each thing is told to each officer once, ever.
 */
import { and, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { beijingDayOf, beijingTimeOf } from '../clock.ts';
import type { Work } from '../work.ts';
import { type FoldedThing, notices } from './tables.ts';

export interface FoldedNoticeInput {
  readonly officerIds: readonly string[];
  /** What is told together: `circular`. */
  readonly kind: string;
  /** At least one; a key names the thing for ever. */
  readonly things: readonly FoldedThing[];
  /** How several are told: the sentence by their number, and the address where all of them are seen. */
  readonly several: { readonly title: (count: number) => string; readonly address: string };
}

/** Writes or extends the notices. The command that sends them writes the audit. */
export async function notifyFolded(work: Work, input: FoldedNoticeInput): Promise<void> {
  const { kind, things, several } = input;
  const told = await mapTold(work, input);
  const hour = `${beijingDayOf(work.now)}T${beijingTimeOf(work.now).slice(0, 2)}`;
  for (const officerId of new Set(input.officerIds)) {
    const known = told.get(officerId) ?? new Set();
    const [first, ...rest] = things.filter(({ key }) => !known.has(key));
    if (first === undefined) continue;
    const [kept] = await work.db
      .insert(notices)
      .values({
        id: work.newId(),
        officerId,
        title: first.title,
        detail: first.detail,
        address: first.address,
        uniqueKey: null,
        foldKey: `${kind}:${hour}`,
        folded: [first, ...rest],
        createdAt: work.now,
      })
      .onConflictDoUpdate({
        target: [notices.officerId, notices.foldKey],
        targetWhere: isNull(notices.readAt),
        set: { folded: sql`${notices.folded} || excluded.folded`, createdAt: work.now },
      })
      .returning({ id: notices.id, folded: notices.folded });
    const all = kept?.folded ?? [];
    if (kept === undefined || all.length < 2) continue;
    await work.db
      .update(notices)
      .set({
        title: several.title(all.length),
        detail: all.map(({ title, detail }) => `${title}，${detail}`).join('\n'),
        address: several.address,
      })
      .where(eq(notices.id, kept.id));
  }
}

/** Keys of these things that an officer has been told, by officer. */
async function mapTold(
  work: Work,
  { officerIds, things }: FoldedNoticeInput,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (officerIds.length === 0 || things.length === 0) return new Map();
  const rows = await work.db
    .select({ officerId: notices.officerId, folded: notices.folded })
    .from(notices)
    .where(
      and(
        inArray(notices.officerId, [...officerIds]),
        isNotNull(notices.foldKey),
        or(...things.map(({ key }) => sql`${notices.folded} @> ${JSON.stringify([{ key }])}::jsonb`)),
      ),
    );
  const told = new Map<string, Set<string>>();
  for (const { officerId, folded } of rows) {
    const keys = told.get(officerId) ?? new Set<string>();
    for (const { key } of folded ?? []) keys.add(key);
    told.set(officerId, keys);
  }
  return told;
}
