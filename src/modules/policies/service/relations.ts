/** Relations that people put in or find wrong. What is entered acts at once on every page that shows validity. */
import { and, eq, isNull } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import type { Work } from '#kernel/work.ts';
import type { EnterRelationInput } from '../contract/documents.ts';
import type { RelationKind } from '../rules/validity.ts';
import { documentRelations, type OfficialDocumentRow, officialDocuments } from '../tables/documents.ts';
import { policyRefusals, relationTitles } from '../words/documents.ts';

/** Kinds from which validity follows: they need a day. */
const actingKinds: readonly RelationKind[] = ['amends', 'repeals', 'replaces', 'lapses'];

/** A document that the actor may change in the library, locked until the end of the transaction. */
export async function lockDocument(
  work: Work,
  itemId: string,
  permission: string,
): Promise<OfficialDocumentRow> {
  const [document] = await work.db
    .select()
    .from(officialDocuments)
    .where(eq(officialDocuments.itemId, itemId))
    .for('update');
  work.authorise(
    permission,
    document === undefined ? {} : { unitId: document.unitId, jurisdictionId: document.jurisdictionId },
  );
  if (document === undefined) throw policyRefusals.refuse('policies.documentNotFound', {});
  return document;
}

/** Puts in what a document does to another; only the unit of the acting document, or the legal office, may say so. */
export async function enterRelation(
  work: Work,
  input: EnterRelationInput & { readonly itemId: string },
): Promise<{ readonly relationId: string }> {
  const document = await lockDocument(work, input.itemId, 'policies.editRelations');
  const [other] =
    input.toItemId === null
      ? []
      : await work.db
          .select()
          .from(officialDocuments)
          .where(
            and(
              eq(officialDocuments.itemId, input.toItemId),
              eq(officialDocuments.jurisdictionId, document.jurisdictionId),
            ),
          );
  if (input.toItemId !== null && other === undefined) {
    throw policyRefusals.refuse('policies.documentNotFound', {});
  }
  if (other?.itemId === document.itemId) throw policyRefusals.refuse('policies.relationSelf', {});
  if (actingKinds.includes(input.kind) && input.onDay === null) {
    throw policyRefusals.refuse('policies.relationDayMissing', {});
  }
  const toTitle = other?.title ?? input.toTitle;
  const part = input.part === '' ? null : input.part;
  const standing = await work.db
    .select()
    .from(documentRelations)
    .where(
      and(
        eq(documentRelations.fromItemId, document.itemId),
        eq(documentRelations.kind, input.kind),
        isNull(documentRelations.dismissedOn),
      ),
    );
  const isSame = (row: (typeof standing)[number]) =>
    row.part === part && (other === undefined ? row.toTitle === toTitle : row.toItemId === other.itemId);
  if (standing.some(isSame)) throw policyRefusals.refuse('policies.relationKnown', { title: toTitle ?? '' });
  const { by, name } = signatureOf(work.actor);
  const relationId = work.newId();
  await work.db.insert(documentRelations).values({
    id: relationId,
    fromItemId: document.itemId,
    kind: input.kind,
    toItemId: other?.itemId ?? null,
    toTitle,
    toNumber: other?.documentNumber ?? input.toNumber,
    part,
    onDay: input.onDay,
    enteredBy: by,
    enteredByName: name,
    enteredOn: work.today,
    reason: input.reason,
  });
  work.audit({
    action: 'policies.editRelations',
    objectKind: 'officialDocument',
    objectId: document.itemId,
    unitId: document.unitId,
    summary: `登记《${document.title}》${relationTitles[input.kind].does}《${toTitle ?? ''}》`,
    after: { relationId, kind: input.kind, toItemId: other?.itemId ?? null, part, onDay: input.onDay },
  });
  return { relationId };
}

/** Takes a relation out of account, with the reason; it stays on record and is not read from the text again. */
export async function dismissRelation(
  work: Work,
  input: { readonly itemId: string; readonly relationId: string; readonly reason: string },
): Promise<void> {
  const [relation] = await work.db
    .select()
    .from(documentRelations)
    .where(eq(documentRelations.id, input.relationId));
  // The document that acts owns the relation, from whichever side it is looked at.
  const owner = relation?.fromItemId ?? input.itemId;
  const document = await lockDocument(work, owner, 'policies.editRelations');
  const isOfPage = relation?.fromItemId === input.itemId || relation?.toItemId === input.itemId;
  if (relation === undefined || !isOfPage || relation.dismissedOn !== null) {
    throw policyRefusals.refuse('policies.relationNotFound', {});
  }
  await work.db
    .update(documentRelations)
    .set({
      dismissedByName: signatureOf(work.actor).name,
      dismissedOn: work.today,
      dismissalReason: input.reason,
    })
    .where(eq(documentRelations.id, relation.id));
  work.audit({
    action: 'policies.editRelations',
    objectKind: 'officialDocument',
    objectId: document.itemId,
    unitId: document.unitId,
    summary: `取消《${document.title}》${relationTitles[relation.kind].does}《${relation.toTitle ?? ''}》的关系`,
    before: { relationId: relation.id, kind: relation.kind, toItemId: relation.toItemId },
    after: { reason: input.reason },
  });
}
