/** What this module says an officer holds for a unit: matters decided by a meeting, trainings that are planned. */

import { dayOf } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import type { HandoverContext, HandoverOffer } from '#kernel/module.ts';
import { listOpenDecisionsOf } from './queries/decisions.ts';
import { listTrainings } from './queries/trainings.ts';

export async function listOrganisationHandoverItems(
  context: HandoverContext,
): Promise<readonly HandoverOffer[]> {
  const { db, jurisdictionId, unitId, today } = context;
  const decisions = await listOpenDecisionsOf(db, [unitId], today);
  const planned = await listTrainings(db, jurisdictionId, { limit: 200, status: 'planned' });
  return [
    ...decisions.map(
      (decision): HandoverOffer => ({
        key: `meetingDecision:${decision.id}`,
        category: 'matter',
        title: `领导小组会议议定事项：${decision.content}`,
        detail: `${longDay(dayOf(decision.dueOn))}前办结`,
        address: `/organisation/meetings/${decision.meetingId}`,
      }),
    ),
    ...planned.rows
      .filter((training) => training.organiserId === unitId)
      .map(
        (training): HandoverOffer => ({
          key: `training:${training.id}`,
          category: 'matter',
          title: `计划中的培训：${training.topic}`,
          detail: `计划${longDay(dayOf(training.plannedFor))}举办`,
          address: `/organisation/trainings/${training.id}`,
        }),
      ),
  ];
}
