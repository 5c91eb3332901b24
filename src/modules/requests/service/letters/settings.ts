/** The county's own texts of letters, the bodies of remedy, the heads of units. */
import { signatureOf } from '#kernel/actor.ts';
import type { Work } from '#kernel/work.ts';
import { findUnit } from '#modules/organisation/index.ts';
import type { LetterheadInput, RemedyBodiesInput } from '../../contract/letters.ts';
import { findLetterTemplate } from '../../queries/letter-settings.ts';
import { type LetterKind, letterKindOf } from '../../rules/letters/letter-kinds.ts';
import { findTemplateFaults } from '../../rules/letters/template-text.ts';
import { requestLetterheads, requestLetterTemplates, requestRemedyBodies } from '../../tables/letters.ts';
import { letterRefusals } from '../../words/letters.ts';
import { requestRefusals } from '../../words/requests.ts';

/** Sets the text of a kind of letter from now on; drafts keep the one they were begun with. */
export async function setLetterTemplate(
  work: Work,
  input: {
    readonly jurisdictionId: string;
    readonly kind: LetterKind;
    readonly body: string;
    readonly note: string;
  },
): Promise<{ readonly version: number }> {
  const { jurisdictionId, kind, note } = input;
  work.authorise('requests.oversee', { jurisdictionId });
  const body = input.body.replace(/\r\n?/gu, '\n').trim();
  const faults = findTemplateFaults(kind, body).map(({ line, says }) =>
    line === 0 ? says : `第${line}行：${says}`,
  );
  if (faults.length > 0) throw letterRefusals.refuse('requests.templateFaulty', { faults });
  const before = await findLetterTemplate(work.db, jurisdictionId, kind);
  const version = before.version + 1;
  const { by, name } = signatureOf(work.actor);
  await work.db
    .insert(requestLetterTemplates)
    .values({ jurisdictionId, kind, version, body, note, madeBy: by, madeByName: name, madeAt: work.now });
  work.audit({
    action: 'requests.setLetterTemplate',
    objectKind: 'jurisdiction',
    objectId: jurisdictionId,
    summary: `修改文书模板“${letterKindOf(kind).title}”，第${version}版`,
    before: { version: before.version, body: before.body },
    after: { version, body, note },
    affectsPortal: false,
  });
  return { version };
}

/** Names who decides on review and in court, as letters print them. */
export async function setRemedyBodies(
  work: Work,
  input: RemedyBodiesInput & { readonly jurisdictionId: string },
): Promise<void> {
  const { jurisdictionId, ...names } = input;
  work.authorise('requests.oversee', { jurisdictionId });
  const values = { ...names, changedByName: signatureOf(work.actor).name, changedAt: work.now };
  await work.db
    .insert(requestRemedyBodies)
    .values({ jurisdictionId, ...values })
    .onConflictDoUpdate({ target: requestRemedyBodies.jurisdictionId, set: values });
  work.audit({
    action: 'requests.setRemedyBodies',
    objectKind: 'jurisdiction',
    objectId: jurisdictionId,
    summary: '登记复议机关和管辖法院',
    after: names,
    affectsPortal: false,
  });
}

/** How a unit answers: for remedies, and phone and address as printed. */
export async function setLetterhead(
  work: Work,
  input: LetterheadInput & { readonly unitId: string },
): Promise<void> {
  const { unitId, ...head } = input;
  const unit = await findUnit(work.db, unitId);
  if (unit === undefined) throw requestRefusals.refuse('requests.unitUnknown', {});
  work.authorise('requests.oversee', { jurisdictionId: unit.jurisdictionId });
  const values = { ...head, changedByName: signatureOf(work.actor).name, changedAt: work.now };
  await work.db
    .insert(requestLetterheads)
    .values({ unitId, ...values })
    .onConflictDoUpdate({ target: requestLetterheads.unitId, set: values });
  work.audit({
    action: 'requests.setLetterhead',
    objectKind: 'unit',
    objectId: unitId,
    unitId,
    summary: `登记“${unit.name}”的答复信息`,
    after: head,
    affectsPortal: false,
  });
}
