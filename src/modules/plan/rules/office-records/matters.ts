/**
 * Whether the steps of one matter fit together (REQ-8): a policy is drafted, released, interpreted and listened to as one
 * thing. Hints for the person who plans, never a refusal. Pure; browser-safe.
 */
import type { Day } from '#kernel/day.ts';

export const stepKinds = ['drafting', 'release', 'interpretation', 'opinionWatch', 'complaints'] as const;
export type StepKind = (typeof stepKinds)[number];

export interface PlannedStep {
  readonly kind: StepKind;
  readonly plannedOn: Day;
  readonly doneOn: Day | null;
}

/** What is odd about the steps, as sentences. */
export function judgeMatterSteps(steps: readonly PlannedStep[]): string[] {
  const dayOfKind = (kind: StepKind) =>
    steps
      .filter((step) => step.kind === kind)
      .map((step) => step.doneOn ?? step.plannedOn)
      .sort();
  const releases = dayOfKind('release');
  const interpretations = dayOfKind('interpretation');
  const hints: string[] = [];
  const [release] = releases;
  const [interpretation] = interpretations;
  const drafted = dayOfKind('drafting').at(-1);
  if (release !== undefined && drafted !== undefined && drafted > release) {
    hints.push('起草排在发布之后，请核对日期');
  }
  if (release !== undefined && interpretation === undefined) {
    hints.push('安排了发布，没有安排解读；政策文件与解读材料应同步发布');
  }
  if (release !== undefined && interpretation !== undefined && interpretation > release) {
    hints.push('解读晚于发布；政策文件与解读材料应同步发布');
  }
  if (release !== undefined && !steps.some((step) => step.kind === 'opinionWatch')) {
    hints.push('没有安排发布后的舆情监测');
  }
  return hints;
}

/** How far the matter has got. */
export function stateOfMatter(steps: readonly PlannedStep[], today: Day): 'done' | 'late' | 'underWay' {
  const open = steps.filter((step) => step.doneOn === null);
  if (open.length === 0 && steps.length > 0) return 'done';
  return open.some((step) => step.plannedOn < today) ? 'late' : 'underWay';
}
