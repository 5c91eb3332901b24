/** Commands on an open dispute: recording what happened, adding papers, opening the names of its parties. */
import { asc, eq } from 'drizzle-orm';
import type { Config } from '#kernel/config.ts';
import type { KeptBytes } from '#kernel/files/stored-files.ts';
import type { Work } from '#kernel/work.ts';
import type { DisputePartyInput, DisputeStepInput } from '../../contract/disputes.ts';
import type { BundleGroup } from '../../rules/disputes/bundle.ts';
import type { DisputeEvent } from '../../rules/disputes/shapes.ts';
import { disputeParties } from '../../tables/disputes.ts';
import { disputeRefusals } from '../../words/disputes.ts';
import { appendDisputeEvent, auditDispute, takeDispute } from './dispute-in-hand.ts';
import { openPartyName } from './seal-parties.ts';

/** Records what happened in the dispute. */
export async function recordDisputeStep(
  work: Work,
  disputeId: string,
  step: DisputeStepInput,
): Promise<void> {
  await appendDisputeEvent(work, await takeDispute(work, disputeId), step, null);
}

/** Adds a paper to the file of the dispute; returns its place. */
export async function addDisputePaper(
  work: Work,
  disputeId: string,
  paper: { readonly group: BundleGroup; readonly proves: string; readonly file: KeptBytes },
): Promise<number> {
  const inHand = await takeDispute(work, disputeId);
  const event: DisputeEvent = {
    kind: 'documentAdded',
    day: work.today,
    title: paper.file.fileName,
    group: paper.group,
    proves: paper.proves,
  };
  await appendDisputeEvent(work, inHand, event, paper.file);
  return inHand.events.length;
}

/** The names of the parties in the clear, logged with the reason. */
export async function revealDisputeParties(
  work: Work,
  config: Config,
  disputeId: string,
  reason: string,
): Promise<DisputePartyInput[]> {
  const { record } = await takeDispute(work, disputeId);
  const rows = await work.db
    .select()
    .from(disputeParties)
    .where(eq(disputeParties.disputeId, disputeId))
    .orderBy(asc(disputeParties.position));
  const parties = rows.map(({ role, sealed }) => {
    const name = openPartyName(config, sealed);
    if (name === undefined) throw disputeRefusals.refuse('requests.partiesNotReadable', {});
    return { role, name };
  });
  auditDispute(work, 'revealDisputeParties', record, `${record.number}：查看当事人姓名，原因：${reason}`, {
    parties: parties.length,
  });
  return parties;
}
