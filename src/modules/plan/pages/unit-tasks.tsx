/** What one unit answers for in a plan, what falls due next first. */
import type { ReactElement } from 'react';
import type { Day } from '#kernel/day.ts';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import { PrintButton } from '#portal/components/page-tools.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { planAddress } from '../addresses.ts';
import type { PublicEvidence } from '../contract/ledger.ts';
import type { PlanSummary, TaskRow } from '../contract/tasks.ts';
import { type AssignmentRole, assignmentRoles } from '../rules/shapes.ts';
import { assignmentRoleTitles } from '../words/plans.ts';
import { planListCrumbs } from './plan.tsx';
import { TaskEntry } from './task-entry.tsx';

export interface UnitTaskEntry {
  readonly task: TaskRow;
  readonly role: AssignmentRole;
}

export function UnitTasksPage(props: {
  readonly frame: SiteFrame;
  readonly plan: PlanSummary;
  readonly unitId: string;
  readonly unitName: string;
  /** Public reports by task. */
  readonly evidence: ReadonlyMap<string, readonly PublicEvidence[]>;
  readonly entries: readonly UnitTaskEntry[];
  readonly today: Day;
}): ReactElement {
  const { frame, plan, unitId, unitName, evidence, entries, today } = props;
  const counts = assignmentRoles
    .map((role) => ({ role, count: entries.filter((entry) => entry.role === role).length }))
    .filter(({ count }) => count > 0)
    .map(({ role, count }) => `${assignmentRoleTitles[role]}${count}项`);
  const title = `${unitName}${plan.year}年的任务`;
  return (
    <PortalPage frame={frame} title={title} description={`${unitName}在《${plan.title}》中承担的任务。`}>
      <Breadcrumb
        steps={[...planListCrumbs, { title: plan.title, address: planAddress({ planId: plan.id }) }]}
        here={unitName}
      />
      <PageHeading title={title} lead={`共${entries.length}项，其中${counts.join('、')}。最近到期的在前。`}>
        <PrintButton />
      </PageHeading>
      <h2 className="unseen">任务</h2>
      <ol className="tasks">
        {entries.map(({ task, role }) => (
          <TaskEntry
            key={task.id}
            task={task}
            today={today}
            role={role}
            evidence={(evidence.get(task.id) ?? []).filter((one) => one.unitId === unitId)}
          />
        ))}
      </ol>
    </PortalPage>
  );
}
