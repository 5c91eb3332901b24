/** Reasons for releasing in spite of a finding: who gave them, for what kind of finding, and a digest of the marked text. */
import { signatureOf } from '#kernel/actor.ts';
import type { Config } from '#kernel/config.ts';
import { fingerprintText, keyFor } from '#kernel/secret.ts';
import type { Work } from '#kernel/work.ts';
import { findUnit } from '#modules/organisation/index.ts';
import type { OverrideInput } from '../contract.ts';
import { checkingRefusals } from '../refusals.ts';
import { placesOfFindings } from '../rules/carry-findings.ts';
import type { Finding } from '../rules/finding.ts';
import type { ReleaseKey } from '../rules/words-in-force.ts';
import { checkOverrides } from '../tables.ts';
import { severityTitles } from '../words.ts';
import { keptNameOf } from './checks.ts';

/** The keyed digest of a marked text: an identity number could be guessed from a bare one. */
export function digestOfSpan(config: Config, text: string): string {
  return fingerprintText(keyFor(config, 'checking.span'), text.trim());
}

/** The keyed digest of a place, from `placesOfFindings`, in a document. */
export function digestOfPlace(config: Config, document: string, place: string): string {
  return fingerprintText(keyFor(config, 'checking.place'), `${document}\n${place}`);
}

/** A text with what tells its document from all others of the unit. */
export interface PlacedText {
  readonly document: string;
  readonly text: string;
}

/** The findings that ask for a reason, each with what its reason is looked up by. */
export function releaseKeysOf<Found extends Finding>(
  config: Config,
  { document, text }: PlacedText,
  findings: readonly Found[],
): readonly { readonly finding: Found; readonly key: ReleaseKey }[] {
  const places = placesOfFindings(text, findings);
  return findings.flatMap((finding, index) => {
    const { code, severity } = finding;
    if (severity === 'hint') return [];
    const spanDigest = digestOfSpan(config, finding.text);
    const placeDigest = digestOfPlace(config, document, places[index] ?? '');
    return [{ finding, key: { code, severity, spanDigest, placeDigest } }];
  });
}

/**
 * Puts a reason on record; `spanDigest` from `digestOfSpan`, `placeDigest` from `digestOfPlace`: without it the reason is
 * for the words wherever the unit writes them. Returns its identifier.
 */
export async function recordOverride(
  work: Work,
  input: Omit<OverrideInput, 'span' | 'place' | 'document'> & {
    readonly spanDigest: string;
    readonly placeDigest?: string | undefined;
  },
): Promise<string> {
  const permission = input.severity === 'block' ? 'checking.overrideBlock' : 'checking.override';
  work.authorise(permission, { unitId: input.unitId });
  const unit = await findUnit(work.db, input.unitId);
  if (unit === undefined) throw checkingRefusals.refuse('checking.unitNotFound', {});
  work.authorise(permission, { unitId: unit.id, jurisdictionId: unit.jurisdictionId });
  const id = work.newId();
  const { code, severity, spanDigest, reason } = input;
  await work.db.insert(checkOverrides).values({
    id,
    jurisdictionId: unit.jurisdictionId,
    unitId: unit.id,
    code,
    severity,
    spanDigest,
    placeDigest: input.placeDigest ?? null,
    documentName: keptNameOf(input.documentName),
    reason,
    createdBy: signatureOf(work.actor).by,
    createdByName: signatureOf(work.actor).name,
    createdAt: work.now,
  });
  work.audit({
    action: permission,
    objectKind: 'checkOverride',
    objectId: id,
    unitId: unit.id,
    summary: `对“${severityTitles[severity]}”的检测结果说明理由并放行（${code}）`,
    after: { code, severity, spanDigest, reason },
    affectsPortal: false,
  });
  return id;
}
