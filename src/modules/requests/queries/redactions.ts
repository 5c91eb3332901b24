/** Read models of released copies. Who reaches the case reaches them. */
import { desc, eq } from 'drizzle-orm';
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type RedactionDetail, type RedactionRowView, redactionTextSchema } from '../contract/redactions.ts';
import { canReachCase } from '../rules/case-access.ts';
import { findLeftovers, type RedactionText } from '../rules/redaction/redacted-text.ts';
import { judgeRedactionAction, type RedactionAction } from '../rules/redaction/redaction-state.ts';
import { type RedactionRow, requestRedactions } from '../tables/redactions.ts';
import { type RequestRow, requests } from '../tables/requests.ts';
import { readSealedBytes } from '../tables/sealed-files.ts';

/** A copy with its case, for whoever reaches that; undefined as if it were not there for everybody else. */
export async function findReachableRedaction(
  db: ReadDb,
  actor: Actor,
  redactionId: string,
): Promise<{ readonly redaction: RedactionRow; readonly request: RequestRow } | undefined> {
  const [row] = await db
    .select({ redaction: requestRedactions, request: requests })
    .from(requestRedactions)
    .innerJoin(requests, eq(requests.id, requestRedactions.requestId))
    .where(eq(requestRedactions.id, redactionId));
  return row !== undefined && canReachCase(actor, row.request) ? row : undefined;
}

/** The copies of a case, the newest first. */
export async function listRedactionsOfRequest(db: ReadDb, requestId: string): Promise<RedactionRow[]> {
  return db
    .select()
    .from(requestRedactions)
    .where(eq(requestRedactions.requestId, requestId))
    .orderBy(desc(requestRedactions.createdAt), desc(requestRedactions.id));
}

/** The text a copy is made from; null for pages. */
export async function loadRedactionText(app: App, row: RedactionRow): Promise<RedactionText | null> {
  if (row.contentFileId === null) return null;
  const bytes = await readSealedBytes(app, 'requests.redaction', row.contentFileId);
  return redactionTextSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
}

export function viewRedactionRow(row: RedactionRow): RedactionRowView {
  const { id, title, mode, sourceName, stage, releasedOn, createdByName, createdAt } = row;
  return {
    id,
    title,
    mode,
    sourceName,
    stage,
    releasedOn,
    createdByName,
    createdAt: createdAt.toISOString(),
  };
}

const actionNames: readonly RedactionAction[] = ['mark', 'make', 'release'];

export async function viewRedactionDetail(
  app: App,
  actor: Actor,
  row: RedactionRow,
  request: RequestRow,
): Promise<RedactionDetail> {
  const text = await loadRedactionText(app, row);
  const actorId = actor.kind === 'officer' ? actor.id : 'system';
  const verdicts = actionNames.map((action) => ({
    action,
    verdict: judgeRedactionAction(action, row, actorId),
  }));
  const own = verdicts.find(({ action }) => action === 'release')?.verdict;
  return {
    ...viewRedactionRow(row),
    requestId: row.requestId,
    requestNumber: request.number,
    version: row.version,
    marks: [...row.marks],
    boxes: [...row.boxes],
    text: text === null ? null : redactionTextSchema.parse(text),
    pages: row.pageFileIds.length,
    leftovers: text === null ? [] : [...findLeftovers(text, row.marks)],
    proof: [...(row.proof ?? [])],
    copySha256: row.copySha256,
    releasedByName: row.releasedByName,
    actions: verdicts.filter(({ verdict }) => verdict.allowed).map(({ action }) => action),
    whyNot: row.stage === 'proven' && own !== undefined && !own.allowed ? own.because : null,
  };
}
