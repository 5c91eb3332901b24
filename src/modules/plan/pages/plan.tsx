/** The public page of a plan: its elements, its year, its tasks by section, its units; on paper the customary table. */
import type { ReactElement } from 'react';
import type { Day } from '#kernel/day.ts';
import { doorAddresses } from '#portal/addresses.ts';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { NothingHere } from '#portal/components/nothing-here.tsx';
import { Pagination } from '#portal/components/pagination.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { doorTitles } from '#portal/words.ts';
import { planAddress, planListAddress, unitTasksAddress } from '../addresses.ts';
import type { PublicEvidence } from '../contract/ledger.ts';
import type { PlanBoard, TaskRow } from '../contract/tasks.ts';
import type { PlanTable } from '../exports/plan-table.ts';
import { isNarrowed, type PlanFilter } from './filter.ts';
import { PlanFilterForm } from './plan-filter.tsx';
import { PlanHead, planFeedLink } from './plan-head.tsx';
import { PlanPrintTable } from './plan-print-table.tsx';
import { PlanYear, sectionAnchor } from './plan-year.tsx';
import { TaskEntry } from './task-entry.tsx';

export interface PlanPageProps {
  readonly frame: SiteFrame;
  readonly board: PlanBoard;
  readonly filter: PlanFilter;
  /** The tasks that pass the filter, one page of them. */
  readonly shown: { readonly rows: readonly TaskRow[]; readonly next: string | null };
  readonly table: PlanTable;
  /** Public reports by task. */
  readonly evidence: ReadonlyMap<string, readonly PublicEvidence[]>;
  readonly today: Day;
}

export const planListCrumbs = [
  { title: doorTitles.disclosure, address: doorAddresses.disclosure() },
  { title: '年度任务分解表', address: planListAddress() },
];

/** Runs of tasks that stand under the same section heading. */
function groupBySectionHeading(rows: readonly TaskRow[]) {
  const groups: { section: string | null; tasks: TaskRow[] }[] = [];
  for (const task of rows) {
    const last = groups.at(-1);
    if (last !== undefined && last.section === task.section) last.tasks.push(task);
    else groups.push({ section: task.section, tasks: [task] });
  }
  return groups;
}

function Tasks({ board, shown, today, evidence }: PlanPageProps): ReactElement {
  return (
    <>
      {groupBySectionHeading(shown.rows).map(({ section, tasks }) => {
        const index = board.sections.findIndex((one) => one.section === section);
        return (
          <section key={tasks[0]?.id} className="plan-section" id={sectionAnchor(index)}>
            <h2>{section ?? '任务'}</h2>
            <ol className="tasks">
              {tasks.map((task) => (
                <TaskEntry key={task.id} task={task} today={today} evidence={evidence.get(task.id) ?? []} />
              ))}
            </ol>
          </section>
        );
      })}
    </>
  );
}

function UnitIndex({ board }: { readonly board: PlanBoard }): ReactElement {
  return (
    <section className="unit-index" aria-labelledby="units">
      <h2 id="units">按单位查看</h2>
      <ul>
        {board.units.map((unit) => (
          <li key={unit.unitId}>
            <a href={unitTasksAddress({ planId: board.id, unitId: unit.unitId })}>{unit.unitName}</a>
            <small>{unit.tasks.length}项</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NothingShown({ board }: { readonly board: PlanBoard }): ReactElement {
  return (
    <NothingHere title="没有符合条件的任务">
      <p>
        请换一个单位、章节、状态或者文字，或者<a href={planAddress({ planId: board.id })}>看全部任务</a>。
      </p>
    </NothingHere>
  );
}

export function PlanPage(props: PlanPageProps): ReactElement {
  const { frame, board, filter, shown, table, today } = props;
  const pageAt = (after: string | undefined) =>
    `${planAddress({ planId: board.id }, { ...filter, after })}#tasks`;
  const isWhole = !isNarrowed(filter) && filter.after === undefined;
  return (
    <PortalPage
      frame={frame}
      title={board.title}
      description={`《${board.title}》：${board.taskCount}项任务，由谁负责、何时完成、现在怎样。`}
      feeds={[planFeedLink(board)]}
      printsAsTable
      facts={{
        ArticleTitle: board.title,
        ...(board.issuedOn === null ? {} : { PubDate: board.issuedOn }),
        ...(board.issuer === null ? {} : { ContentSource: board.issuer }),
      }}
    >
      <Breadcrumb steps={planListCrumbs} here={board.title} />
      <PlanHead board={board} />
      {isWhole ? <PlanYear board={board} today={today} /> : null}
      <div className="plan-tasks" id="tasks" tabIndex={-1}>
        <PlanFilterForm board={board} filter={filter} />
        {isNarrowed(filter) ? (
          <p className="filter-count" role="status">
            符合条件的任务
            {shown.next === null && filter.after === undefined ? `共${shown.rows.length}项` : ''}
          </p>
        ) : null}
        {shown.rows.length === 0 ? <NothingShown board={board} /> : <Tasks {...props} />}
        <Pagination
          firstAddress={filter.after === undefined ? undefined : pageAt(undefined)}
          nextAddress={shown.next === null ? undefined : pageAt(shown.next)}
        />
      </div>
      <UnitIndex board={board} />
      <PlanPrintTable table={table} />
    </PortalPage>
  );
}
