/** Whether the text of a guidance case still names anybody: the house's check of texts, and the sealed parties of its dispute. */
import { eq } from 'drizzle-orm';
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { authorise } from '#kernel/authorise.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { checkText } from '#modules/checking/index.ts';
import { disputeParties, guidanceCases } from '../../tables/disputes.ts';
import { openPartyName } from './seal-parties.ts';

export interface CheckedGuidance {
  /** The text that was checked: another one must be checked again. */
  readonly text: string;
  /** What keeps it back, in one sentence; null when nothing does. */
  readonly fault: string | null;
}

/** The words of a case that everybody would read. */
export function textOfGuidance(row: {
  readonly title: string;
  readonly facts: string;
  readonly point: string;
  readonly lesson: string;
}): string {
  return [row.title, row.facts, row.point, row.lesson].join('\n');
}

const keptBack = ['personalData', 'secretMark'] as const;

/** Checks the stored text; for a case that is not there the command itself refuses. */
export async function findGuidanceFault(app: App, actor: Actor, id: string): Promise<CheckedGuidance> {
  authorise(app, actor, 'requests.keepGuidance');
  const db = app.database.read;
  const [row] = await db.select().from(guidanceCases).where(eq(guidanceCases.id, id));
  if (row === undefined) return { text: '', fault: null };
  const text = textOfGuidance(row);
  const findings = await checkText(app, actor, {
    day: beijingDayOf(app.clock.now()),
    isPublishedList: true,
    text,
  });
  const found = findings.find((finding) => keptBack.some((one) => one === finding.class));
  if (found !== undefined) return { text, fault: `其中的“${found.text}”` };
  const parties =
    row.disputeId === null
      ? []
      : await db.select().from(disputeParties).where(eq(disputeParties.disputeId, row.disputeId));
  const named = parties.some(({ sealed }) => {
    const name = openPartyName(app.config, sealed);
    return name !== undefined && text.includes(name);
  });
  return { text, fault: named ? '写有这件争议的当事人姓名' : null };
}
