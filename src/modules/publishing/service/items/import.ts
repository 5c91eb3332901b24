/**
 * Items of an earlier site come in as they stood there: with their days, index numbers and addresses, publicly at once,
 * and with an event that says where they come from. Judged by `rules/import-rows`.
 */
import { and, eq } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import { instantOf } from '#kernel/clock.ts';
import { sanitiseRichText } from '#kernel/rich-text/sanitise.ts';
import { escapeRichText } from '#kernel/rich-text/write-body.ts';
import type { Work } from '#kernel/work.ts';
import { matchUnits } from '#modules/organisation/index.ts';
import { itemReleased } from '../../announcements.ts';
import type { ItemContent } from '../../rules/content.ts';
import type { ImportRow, RefusedRow } from '../../rules/import-rows.ts';
import { foldItem } from '../../rules/item-state.ts';
import { type SiteColumn, siteColumns } from '../../tables/columns.ts';
import { itemEvents, itemRevisions, items } from '../../tables/items.ts';
import { takeIndexNumber } from './index-number.ts';
import { syncItemSearch } from './search.ts';
import { listTopicColumns, placeByTopicRules } from './topics.ts';
import { digestOfContent, readableText } from './write.ts';

export interface ImportOutcome {
  readonly taken: readonly { readonly line: number; readonly itemId: string }[];
  /** Already here, by index number or by title, unit and day: a second import changes nothing. */
  readonly known: readonly number[];
  readonly refused: readonly RefusedRow[];
}

/** Texts of old sites are often plain: each line becomes a paragraph. */
function bodyOf(text: string): string {
  const looksLikeMarkup = /<\/?[a-z][^>]*>/i.test(text);
  if (looksLikeMarkup) return sanitiseRichText(text).html;
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return sanitiseRichText(lines.map((line) => `<p>${escapeRichText(line)}</p>`).join('')).html;
}

function contentOf(row: ImportRow): ItemContent {
  return {
    title: row.title,
    summary: '',
    keywords: [],
    body: bodyOf(row.body),
    fields: row.fields ?? {},
    attachments: [],
    source: row.sourceName === null ? null : { name: row.sourceName, address: row.oldAddress },
    // An old list without the day stays without it: the item is then shown among those that cannot be counted.
    formedOn: row.formedOn,
    disclosure: {
      openness: row.openness,
      ground: row.openness === 'withheld' ? 'internalAffairs' : null,
      reason: row.reason,
    },
  };
}

async function placesOf(work: Work, jurisdictionId: string, rows: readonly ImportRow[]) {
  const codes = [...new Set(rows.map(({ columnCode }) => columnCode))];
  const columns = await work.db
    .select({ id: siteColumns.id, code: siteColumns.code, title: siteColumns.title })
    .from(siteColumns)
    .where(eq(siteColumns.jurisdictionId, jurisdictionId));
  const names = [...new Set(rows.map(({ unitName }) => unitName))];
  const matches = await matchUnits(work.db, jurisdictionId, names);
  return {
    columns: new Map(
      codes.flatMap((code) => {
        const column = columns.find((one) => one.code === code || one.title === code);
        return column === undefined ? [] : [[code, column.id] as const];
      }),
    ),
    units: new Map(
      names.flatMap((name) => {
        const match = matches.get(name);
        return match !== undefined && 'unitId' in match ? [[name, match.unitId] as const] : [];
      }),
    ),
  };
}

/** Takes the rows whose unit and column are known; the rest is named with the reason. Nothing is reviewed anew. */
export async function importItems(
  work: Work,
  input: { readonly jurisdictionId: string; readonly rows: readonly ImportRow[] },
): Promise<ImportOutcome> {
  const { jurisdictionId, rows } = input;
  work.authorise('publishing.importItems', { jurisdictionId });
  const places = await placesOf(work, jurisdictionId, rows);
  const topics = await listTopicColumns(work, jurisdictionId);
  const taken: { line: number; itemId: string }[] = [];
  const known: number[] = [];
  const refused: RefusedRow[] = [];
  for (const row of rows) {
    const columnId = places.columns.get(row.columnCode);
    const unitId = places.units.get(row.unitName);
    if (columnId === undefined || unitId === undefined) {
      const because = columnId === undefined ? `没有栏目“${row.columnCode}”` : `没有单位“${row.unitName}”`;
      refused.push({ line: row.line, title: row.title, because });
      continue;
    }
    if (await isKnown(work, unitId, row)) known.push(row.line);
    else
      taken.push({
        line: row.line,
        itemId: await takeItem(work, { jurisdictionId, columnId, unitId }, row, topics),
      });
  }
  work.audit({
    action: 'publishing.importItems',
    objectKind: 'jurisdiction',
    objectId: jurisdictionId,
    summary: `从原网站迁入${taken.length}条信息，已有${known.length}条，未迁入${refused.length}条`,
    after: { taken: taken.length, known: known.length, refused: refused.length },
  });
  return { taken, known, refused };
}

async function isKnown(work: Work, unitId: string, row: ImportRow): Promise<boolean> {
  const byNumber = row.indexNumber === null ? undefined : eq(items.indexNumber, row.indexNumber);
  const byTitle = and(
    eq(items.unitId, unitId),
    eq(items.title, row.title),
    eq(items.publishedOn, row.publishedOn),
  );
  const found = await work.db
    .select({ id: items.id })
    .from(items)
    .where(byNumber ?? byTitle)
    .limit(1);
  return found.length > 0;
}

async function takeItem(
  work: Work,
  place: { readonly jurisdictionId: string; readonly columnId: string; readonly unitId: string },
  row: ImportRow,
  topics: readonly SiteColumn[],
): Promise<string> {
  const content = contentOf(row);
  const { by, name } = signatureOf(work.actor);
  const itemId = work.newId();
  const revisionId = work.newId();
  const publishedAt = instantOf(`${row.publishedOn}T09:00:00+08:00`);
  const state = foldItem([
    { kind: 'created', revisionId, by },
    { kind: 'imported', revisionId, by, openness: row.openness },
  ]);
  const [item] = await work.db
    .insert(items)
    .values({
      id: itemId,
      ...place,
      kind: row.kind,
      title: row.title,
      indexNumber: row.indexNumber ?? (await takeIndexNumber(work, place, row.publishedOn)),
      stage: state.stage,
      standing: state.standing,
      openness: state.openness,
      workingRevisionId: revisionId,
      publishedRevisionId: revisionId,
      owesLaterReview: false,
      wasReturned: false,
      version: 2,
      formedOn: content.formedOn,
      publishedOn: row.publishedOn,
      publishedAt,
      updatedOn: row.publishedOn,
      createdBy: by,
      createdByName: name,
      createdAt: work.now,
      changedAt: work.now,
    })
    .returning();
  if (item === undefined) throw new Error('an imported item was not written');
  await work.db.insert(itemRevisions).values({
    id: revisionId,
    itemId,
    number: 1,
    content,
    digest: digestOfContent(content),
    plainText: readableText(content),
    madeBy: by,
    madeByName: name,
    madeAt: work.now,
    note: row.oldAddress === null ? '从原网站迁入' : `从原网站迁入：${row.oldAddress}`,
  });
  const event = { itemId, revisionId, byId: by, byName: name, at: work.now, onDay: work.today };
  await work.db.insert(itemEvents).values([
    { ...event, number: 0, kind: 'created' },
    { ...event, number: 1, kind: 'imported', openness: row.openness, reason: row.reason },
  ]);
  await placeByTopicRules(work, topics, { ...item, keywords: content.keywords });
  await syncItemSearch(work, item);
  itemReleased.make(work, { itemId, kind: row.kind, revisionId });
  return itemId;
}
