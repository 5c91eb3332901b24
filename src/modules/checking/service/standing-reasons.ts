/**
 * Shows reasons on record again: one given for a finding of a document stands at that place, for its severity, until the
 * text there changes. Only those who read the unit's reasons see them.
 */
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import type { FindingView } from '../contract.ts';
import { findStandingReasons, readableUnitsOf, standingKeyOf } from '../queries/overrides.ts';
import type { Finding, PlacedFinding } from '../rules/finding.ts';
import { releaseKeysOf } from './overrides.ts';

export interface CheckedPaper {
  /** The unit whose paper it is; nothing is looked up without. */
  readonly unitId: string | undefined;
  /** As it stands beside its reasons: the kept name of the file. */
  readonly documentName: string;
  readonly text: string;
}

/** The findings, each with the reason that stands for it. */
export async function withStandingReasons(
  app: App,
  actor: Actor,
  { unitId, documentName, text }: CheckedPaper,
  findings: readonly PlacedFinding[],
): Promise<readonly FindingView[]> {
  const readable = readableUnitsOf(actor);
  if (unitId === undefined || (readable !== null && !readable.includes(unitId))) return findings;
  const asking = releaseKeysOf(app.config, { document: documentName, text }, findings);
  const digests = new Map<Finding, string>(asking.map(({ finding, key }) => [finding, key.placeDigest]));
  const jurisdictionId = await getHomeJurisdictionId(app.database.read, actor);
  const standing = await findStandingReasons(app.database.read, { jurisdictionId, unitId }, [
    ...digests.values(),
  ]);
  return findings.map((finding) => {
    const digest = digests.get(finding);
    if (digest === undefined) return finding;
    const reason = standing.get(standingKeyOf(finding.code, finding.severity, digest));
    return reason === undefined ? finding : { ...finding, standing: reason };
  });
}
