/**
 * The look-back on a past plan: what may be decided on a task, and what stands between it and its close. Pure.
 * Requirement: the plan of the year before is checked off item by item, and what is unfinished is rectified by a day.
 */
import { z } from 'zod';
import { type Day, dayFromParts, lastDayOfMonth } from '#kernel/day.ts';
import type { Standing } from './shapes.ts';

export const lookBackVerdictKinds = ['struckOff', 'unfinished', 'noLongerDemanded'] as const;
export type LookBackVerdictKind = (typeof lookBackVerdictKinds)[number];

/** What shows it: a ledger entry, an evidence row, a page elsewhere. */
export const lookBackProofSchema = z.object({
  title: z.string().trim().min(1, '请写明佐证的名称').max(200),
  /** An address on the desk (`/plan/…`) or of the web. */
  address: z
    .string()
    .regex(/^(?:\/[a-z]|https?:\/\/)\S*$/u, '请填写网址或工作台地址')
    .max(500),
});
export type LookBackProof = z.infer<typeof lookBackProofSchema>;

/** The usual last day: the middle of the year after the plan's. */
export function usualLookBackDay(planYear: number): Day {
  return dayFromParts(planYear + 1, 6, 30) ?? lastDayOfMonth(planYear + 1, 6);
}

export interface VerdictInput {
  readonly verdict: LookBackVerdictKind;
  readonly proof: readonly LookBackProof[];
}

/**
 * Why a verdict cannot be given like this; null when it can. A task is struck off on proof alone: nobody's word and
 * no percentage stands in for it.
 */
export function judgeVerdictInput(input: VerdictInput): 'proofMissing' | null {
  return input.verdict === 'struckOff' && input.proof.length === 0 ? 'proofMissing' : null;
}

/** What the platform proposes for a task nobody has judged, from its computed standing. */
export function proposeVerdict(standing: Standing): LookBackVerdictKind | null {
  if (standing === 'met') return 'struckOff';
  return standing === 'failing' ? 'unfinished' : null;
}

export interface JudgedTask {
  readonly taskId: string;
  readonly verdict: LookBackVerdictKind | null;
  /** Whether a rectification order was issued for it. */
  readonly hasRectification: boolean;
}

/** What still stands before the close: tasks nobody judged, and unfinished ones nobody was told to rectify. */
export function judgeLookBackClose(tasks: readonly JudgedTask[]): {
  readonly undecided: number;
  readonly unordered: number;
} {
  return {
    undecided: tasks.filter((task) => task.verdict === null).length,
    unordered: tasks.filter((task) => task.verdict === 'unfinished' && !task.hasRectification).length,
  };
}
