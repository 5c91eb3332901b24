/** Lets search find the periods: written when a node begins to serve with other words than the index holds. */
import { eq } from 'drizzle-orm';
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { SearchDocument } from '#kernel/search/document.ts';
import { searchDocuments } from '#kernel/search/tables.ts';
import { transact } from '#kernel/work.ts';
import { periodsAddress } from '../addresses.ts';
import { periodRules } from '../law/register.ts';
import { lengthWords } from '../rules/tell.ts';
import { subjectTitles } from '../words.ts';

/** Kind of the search documents. */
export const periodKind = 'period';

function documentsOfPeriods(): SearchDocument[] {
  return periodRules.flatMap((rule) =>
    rule.versions.slice(-1).map((version) => ({
      kind: periodKind,
      objectId: rule.name,
      title: `${rule.title}：${lengthWords(version.unit, version.length)}`,
      body: `${subjectTitles[rule.subject]}的法定期限。${version.says}。起算：${rule.startEvent}。依据：${version.article}。来源：${version.source}。`,
      address: periodsAddress({ rule: rule.name }),
      isPublic: true,
    })),
  );
}

/** Brings the index up to the register; writes nothing when it is. Returns how many documents changed. */
export async function indexPeriods(app: App): Promise<number> {
  const wanted = documentsOfPeriods();
  const found = await app.database.read
    .select({ objectId: searchDocuments.objectId, title: searchDocuments.title, body: searchDocuments.body })
    .from(searchDocuments)
    .where(eq(searchDocuments.kind, periodKind));
  const known = new Map(found.map(({ objectId, title, body }) => [objectId, `${title}\n${body}`]));
  const changed = wanted.filter(({ objectId, title, body }) => known.get(objectId) !== `${title}\n${body}`);
  const names = new Set(wanted.map(({ objectId }) => objectId));
  const gone = found.filter(({ objectId }) => !names.has(objectId));
  if (changed.length + gone.length === 0) return 0;
  await transact(app, systemActor('法定期限'), async (work) => {
    for (const document of changed) work.putSearchDocument(document);
    for (const { objectId } of gone) work.removeSearchDocument(periodKind, objectId);
    work.audit({
      action: 'periods.index',
      objectKind: 'installation',
      objectId: 'periods',
      summary: `更新法定期限的检索：${changed.length}条更新，${gone.length}条移除`,
    });
  });
  return changed.length + gone.length;
}
