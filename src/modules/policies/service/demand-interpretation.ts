/** Asks publishing not to release a normative document without its interpretation, when it is sent to review. */

import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import {
  demandWithRelease,
  dropDemand,
  findItemRow,
  findRevision,
  type ItemAnnouncement,
  type ItemContent,
} from '#modules/publishing/index.ts';
import { type InterpretationVerdict, needsInterpretation } from '../rules/needs-interpretation.ts';

const demanded = { kind: 'interpretation', title: '政策解读' } as const;

function judgeContent({ title, fields }: ItemContent): InterpretationVerdict {
  const { nature } = fields;
  return needsInterpretation({ title, nature: nature === 'normative' || nature === 'other' ? nature : null });
}

/** A correction of what went out as a normative document before asks for nothing; one that is kept from the public neither. */
export async function demandInterpretation(
  work: Work,
  { itemId, kind, revisionId }: ItemAnnouncement,
): Promise<void> {
  if (kind !== 'policyDocument') return;
  const row = await findItemRow(work.db, itemId);
  const revision = await findRevision(work.db, revisionId);
  if (row === undefined || revision === undefined) return;
  const { content } = revision;
  const verdict = judgeContent(content);
  if (!verdict.isNeeded || content.disclosure.openness !== 'proactive') {
    await dropDemand(work, { itemId, kind: demanded.kind });
    return;
  }
  const published =
    row.publishedRevisionId === null ? undefined : await findRevision(work.db, row.publishedRevisionId);
  if (published !== undefined && judgeContent(published.content).isNeeded) return;
  await demandWithRelease(work, { itemId, ...demanded });
  if (work.actor.kind !== 'officer') return;
  await notify(work, {
    officerIds: [work.actor.id],
    title: `《${content.title}》要与政策解读一起发布`,
    detail: `${verdict.because}（${verdict.article}）请起草政策解读并指定为同步发布的信息；不需要解读的，由负责人说明原因。`,
    address: `/publishing/items/${itemId}`,
    key: `item:${itemId}:interpretation`,
  });
}
