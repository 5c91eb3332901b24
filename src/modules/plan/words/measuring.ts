/** Labels and sentences of measuring: bindings, standings against a signed override, causes. */
import type { TaskRow } from '../contract/tasks.ts';
import { standingTitles } from './plans.ts';

/** A signed standing is never told without the computed one beside it. */
export function overrideSentence(
  override: Pick<NonNullable<TaskRow['override']>, 'reason' | 'by'>,
  computed: Pick<TaskRow['computed'], 'standing' | 'reason'>,
): string {
  return `${override.by}认定：${override.reason}（系统核对为“${standingTitles[computed.standing]}”：${computed.reason}）`;
}
