/** One task as the public reads it: number, what is required, who answers, until when, how it stands and why. */
import type { ReactElement } from 'react';
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import { DerivedDate } from '#portal/components/derived-date.tsx';
import { FactList } from '#portal/components/fact-list.tsx';
import { StandingMark } from '#portal/components/standing-mark.tsx';
import { taskAnchor } from '../addresses.ts';
import type { PublicEvidence } from '../contract/ledger.ts';
import type { TaskRow } from '../contract/tasks.ts';
import { type AssignmentRole, assignmentRoles } from '../rules/shapes.ts';
import { assignmentRoleTitles, standingTitles } from '../words/plans.ts';
import { AssignedUnits } from './assigned-units.tsx';
import { TaskEvidence } from './task-evidence.tsx';

function Deadline(props: { readonly task: TaskRow; readonly today: Day }): ReactElement {
  const { task, today } = props;
  return (
    <>
      {task.deadlineText === null ? null : <p>{task.deadlineText}</p>}
      <DerivedDate derived={task.due} today={today} />
      {task.deadline.milestones.length < 2 ? null : (
        <ul className="milestones">
          {task.deadline.milestones.map((milestone) => (
            <li key={`${milestone.date} ${milestone.text}`}>
              <time dateTime={milestone.date}>{longDay(milestone.date)}</time>：{milestone.text}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export function TaskEntry(props: {
  readonly task: TaskRow;
  readonly today: Day;
  /** The role of the unit whose page it is, said before everything else. */
  readonly role?: AssignmentRole;
  /** Reports the public may see, the newest first. */
  readonly evidence?: readonly PublicEvidence[];
}): ReactElement {
  const { task, today, role, evidence = [] } = props;
  return (
    <li className="task" id={taskAnchor(task.id)}>
      <div className="task-text">
        <h3>
          <span className="task-no">
            <span className="unseen">第</span>
            {task.no ?? '—'}
            <span className="unseen">项</span>
          </span>
          {role === undefined ? null : <span className="role-word">{assignmentRoleTitles[role]}</span>}
          {task.item ?? task.subsection ?? ''}
        </h3>
        <p>{task.requirement}</p>
        <FactList
          className="task-units"
          facts={assignmentRoles.map((each) => ({
            name: assignmentRoleTitles[each],
            value: hasUnits(task, each) ? <AssignedUnits task={task} role={each} /> : null,
          }))}
        />
        <TaskEvidence evidence={evidence} />
      </div>
      <FactList
        className="task-facts"
        facts={[
          { name: '时限', value: <Deadline task={task} today={today} /> },
          { name: '数量', value: task.quotas.map((quota) => quota.text).join('；') },
          {
            name: '状态',
            value: (
              <>
                <StandingMark mark={task.standing} word={standingTitles[task.standing]} />
                <small className="standing-reason">{task.standingReason}</small>
              </>
            ),
          },
        ]}
      />
    </li>
  );
}

function hasUnits(task: TaskRow, role: AssignmentRole): boolean {
  return task.printed[role].length > 0 || task.assignments.some((one) => one.role === role);
}
