/** Every open case with its events, some hundreds at a time: for reminders, moved limits and the index of the queue. */
import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import type { CaseEvent } from '../rules/case-events.ts';
import { type CaseState, foldCase } from '../rules/case-state.ts';
import { type RequestRow, requestEvents, requests } from '../tables/requests.ts';

export interface OpenCase {
  readonly row: RequestRow;
  readonly events: readonly CaseEvent[];
  readonly state: CaseState;
}

const pageSize = 500;

/** Pages of open cases, by identifier; of one jurisdiction when it is named. */
export async function* listOpenCases(db: ReadDb, jurisdictionId?: string): AsyncGenerator<OpenCase[]> {
  let after: string | undefined;
  for (;;) {
    const rows = await db
      .select()
      .from(requests)
      .where(
        and(
          isNull(requests.closedOn),
          jurisdictionId === undefined ? undefined : eq(requests.jurisdictionId, jurisdictionId),
          after === undefined ? undefined : gt(requests.id, after),
        ),
      )
      .orderBy(asc(requests.id))
      .limit(pageSize);
    if (rows.length === 0) return;
    const stored = await db
      .select({ requestId: requestEvents.requestId, content: requestEvents.content })
      .from(requestEvents)
      .where(
        inArray(
          requestEvents.requestId,
          rows.map(({ id }) => id),
        ),
      )
      .orderBy(asc(requestEvents.requestId), asc(requestEvents.number));
    const byCase = new Map<string, CaseEvent[]>();
    for (const { requestId, content } of stored) {
      const known = byCase.get(requestId);
      if (known === undefined) byCase.set(requestId, [content]);
      else known.push(content);
    }
    yield rows.map((row) => {
      const events = byCase.get(row.id) ?? [];
      return { row, events, state: foldCase(events) };
    });
    after = rows.at(-1)?.id;
    if (rows.length < pageSize) return;
  }
}
