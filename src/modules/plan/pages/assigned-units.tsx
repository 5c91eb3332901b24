/** Who answers for a task, by role: units as links to their own tasks, collective phrases opened on demand. */
import type { ReactElement } from 'react';
import { unitTasksAddress } from '../addresses.ts';
import type { TaskRow } from '../contract/tasks.ts';
import type { AssignmentRole } from '../rules/shapes.ts';

type Assigned = TaskRow['assignments'][number];

interface RoleUnits {
  readonly named: readonly Assigned[];
  /** Collective phrase → the units that came in through it. */
  readonly collectives: ReadonlyMap<string, readonly Assigned[]>;
}

function unitsInRole(task: TaskRow, role: AssignmentRole): RoleUnits {
  const inRole = task.assignments.filter((one) => one.role === role);
  const collectives = new Map<string, Assigned[]>();
  for (const one of inRole) {
    if (one.through !== null) {
      collectives.set(one.through, [...(collectives.get(one.through) ?? []), one]);
    }
  }
  return { named: inRole.filter((one) => one.through === null), collectives };
}

/** Null when the plan names nobody in this role. */
export function AssignedUnits(props: {
  readonly task: TaskRow;
  readonly role: AssignmentRole;
}): ReactElement | null {
  const { task, role } = props;
  const { named, collectives } = unitsInRole(task, role);
  const unresolved = named.length + collectives.size === 0 ? task.printed[role] : [];
  if (named.length + collectives.size + unresolved.length === 0) return null;
  return (
    <ul className="units">
      {named.map((one) => (
        <li key={one.unitId}>
          <a href={unitTasksAddress({ planId: task.planId, unitId: one.unitId })}>{one.unitName}</a>
        </li>
      ))}
      {[...collectives].map(([phrase, members]) => (
        <li key={phrase} className="phrase">
          <details className="collective">
            <summary>
              {phrase}
              <small>{members.length}个单位</small>
            </summary>
            <p>{members.map((member) => member.unitName).join('、')}</p>
          </details>
        </li>
      ))}
      {unresolved.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}
