/** Labels and sentences of measuring: bindings, standings against a signed override, causes. */
import type { TaskRow } from '../contract/tasks.ts';
import type { Standing } from '../rules/shapes.ts';
import { standingTitles } from './plans.ts';

/** A signed standing is never told without the computed one beside it. */
export function overrideSentence(
  override: Pick<NonNullable<TaskRow['override']>, 'reason' | 'by'>,
  computed: Pick<TaskRow['computed'], 'standing' | 'reason'>,
): string {
  return `${override.by}认定：${override.reason}（系统核对为“${standingTitles[computed.standing]}”：${computed.reason}）`;
}

/** What the officers of a task that stood at 达标 are told. */
export function turnedBackSentence(title: string, standing: Standing): string {
  return `“${title}”由达标变为${standingTitles[standing]}`;
}

/** Who is named when no person caused an evaluation. */
export const nightlyActorName = '每晚自动核对';

/** The cause of a standing that a person signed for. */
export function overrideSetSentence(standing: Standing, reason: string): string {
  return `认定为${standingTitles[standing]}：${reason}`;
}

export function overrideWithdrawnSentence(reason: string): string {
  return `撤回认定：${reason}`;
}

/** Who is named when several people's records moved together. */
export const movedRecordsActorName = '记录有变动';
