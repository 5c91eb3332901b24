/** What the office's records ask of an officer today: questions to answer, invitations, steps of matters. */
import type { OfficerActor } from '#kernel/actor.ts';
import { addDays } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { Todo } from '#kernel/module.ts';
import { stepKindTitles } from '../../words/office-records.ts';
import type { TaskRowContext } from '../task-rows.ts';
import { countOpenGuidance } from './guidance.ts';
import { listOpenSteps } from './matters.ts';
import { countWaitingPractices, listUnansweredCalls } from './practices.ts';

/** How far ahead a planned step becomes something to do. */
const daysAhead = 14;

/** Everything the records ask of the officer. */
export async function listRecordTodos(
  db: ReadDb,
  actor: OfficerActor,
  { today }: TaskRowContext,
): Promise<Todo[]> {
  const { jurisdictionId } = actor;
  const unitIds = [
    ...new Set(
      actor.grants
        .filter(({ role }) => role === 'clerk' || role === 'unitLeader')
        .map((grant) => grant.unitId),
    ),
  ];
  const calls = await listUnansweredCalls(db, jurisdictionId, unitIds, today);
  const steps = await listOpenSteps(db, unitIds, addDays(today, daysAhead));
  const todos: Todo[] = [
    ...calls.map((call) => ({
      key: `practiceCall:${call.id}`,
      title: `经验做法约稿：${call.title}`,
      due: call.dueOn,
      address: '/plan/practices',
    })),
    ...steps.map((step) => ({
      key: `matterStep:${step.id}`,
      title: `${step.title}：${stepKindTitles[step.kind]}`,
      detail: '事项统筹',
      unitId: step.unitId,
      due: step.plannedOn,
      address: `/plan/matters?open=${step.matterId}`,
    })),
  ];
  if (!actor.grants.some((grant) => grant.role === 'supervisor')) return todos;
  const questions = await countOpenGuidance(db, jurisdictionId);
  const writeUps = await countWaitingPractices(db, jurisdictionId);
  if (questions > 0) {
    todos.push({
      key: 'guidance:open',
      title: `${questions}个问题待答复`,
      detail: '监督指导',
      address: '/plan/guidance?f.state=open',
    });
  }
  if (writeUps > 0) {
    todos.push({
      key: 'practices:waiting',
      title: `${writeUps}篇经验做法待选用`,
      address: '/plan/practices?f.state=waiting',
    });
  }
  return todos;
}
