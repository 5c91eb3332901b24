/** The desk's search: what the public may see, and what belongs to a unit of the officer's own jurisdiction. */
import type { z } from 'zod';
import type { OfficerActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { findSearchDocuments } from '#kernel/search/search.ts';
import { keepUnitsOf } from '#modules/organisation/index.ts';
import type { searchHitsSchema } from '../contract.ts';

/** Finds by words; kinds carry their Chinese names. */
export async function searchDesk(
  app: Pick<App, 'database' | 'modules'>,
  actor: OfficerActor,
  question: { readonly text: string; readonly limit: number },
): Promise<z.infer<typeof searchHitsSchema>> {
  const { read } = app.database;
  const kindTitles = new Map(app.modules.flatMap((module) => Object.entries(module.searchKinds)));
  // Some of what is found may belong to another jurisdiction: a few more than asked for fill the gap.
  const found = await findSearchDocuments(
    read,
    { text: question.text, publicOnly: false },
    question.limit * 3,
  );
  const unitIds = found.flatMap(({ unitId }) => (unitId === undefined ? [] : [unitId]));
  const own = await keepUnitsOf(read, actor.jurisdictionId, unitIds);
  const visible = found.filter(
    ({ isPublic, unitId }) => isPublic || (unitId !== undefined && own.has(unitId)),
  );
  return {
    rows: visible.slice(0, question.limit).map(({ kind, objectId, title, unitName, day, address }) => ({
      kind,
      kindTitle: kindTitles.get(kind) ?? kind,
      objectId,
      title,
      unitName: unitName ?? null,
      day: day ?? null,
      address,
    })),
  };
}
