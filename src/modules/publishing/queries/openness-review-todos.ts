/** What review rounds ask of an officer today: verdicts of his units, confirmations, and what is late in the county. */
import type { OfficerActor } from '#kernel/actor.ts';
import type { Todo, TodoContext } from '#kernel/module.ts';
import { publishingPermissions } from '../permissions.ts';
import { countOpenEntries } from './openness-reviews.ts';

/** Units in which the officer holds one of the roles of a permission. */
function unitsWith(actor: OfficerActor, roles: readonly string[]): ReadonlySet<string> {
  return new Set(actor.grants.filter(({ role }) => roles.includes(role)).flatMap(({ reach }) => reach));
}

/** One line a round: what is to be judged, what is to be confirmed, what of the county is late. */
export async function listReviewTodos({ db, actor, today }: TodoContext): Promise<readonly Todo[]> {
  if (actor.kind !== 'officer') return [];
  const judges = unitsWith(actor, publishingPermissions['publishing.judgeOpenness'].roles);
  const confirms = unitsWith(actor, publishingPermissions['publishing.changeOpenness'].roles);
  const isSupervisor = actor.grants.some(({ role }) => role === 'supervisor');
  const seen = isSupervisor ? null : [...new Set([...judges, ...confirms])];
  if (seen !== null && seen.length === 0) return [];
  const open = await countOpenEntries(db, actor.jurisdictionId, seen);
  const rounds = new Map(open.map((one) => [one.reviewId, one]));
  return [...rounds.values()].flatMap(({ reviewId, title, dueOn }): Todo[] => {
    const own = open.filter((one) => one.reviewId === reviewId);
    const sum = (rows: typeof own, key: 'toJudge' | 'toConfirm') =>
      rows.reduce((all, row) => all + row[key], 0);
    const toJudge = sum(
      own.filter(({ unitId }) => judges.has(unitId)),
      'toJudge',
    );
    const toConfirm = sum(
      own.filter(({ unitId }) => confirms.has(unitId)),
      'toConfirm',
    );
    const late = dueOn < today ? sum(own, 'toJudge') + sum(own, 'toConfirm') : 0;
    const line = (key: string, words: string): Todo => ({
      key: `openness-review:${reviewId}:${key}`,
      title: `${words}：${title}`,
      due: dueOn,
      address: `/publishing/openness-reviews/${reviewId}`,
    });
    return [
      ...(toJudge > 0 ? [line('judge', `复核${toJudge}条信息的公开属性`)] : []),
      ...(toConfirm > 0 ? [line('confirm', `确认${toConfirm}条复核结论`)] : []),
      ...(isSupervisor && late > 0 ? [line('late', `全县${late}条信息逾期未复核`)] : []),
    ];
  });
}
