/** The year of a plan as drawing and table, from its board. */
import type { ReactElement } from 'react';
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import { stateMarks } from '#kernel/portal-offers.ts';
import { DownloadLink } from '#portal/components/page-tools.tsx';
import { StandingMark } from '#portal/components/standing-mark.tsx';
import type { YearRow } from '#portal/drawings/place-marks.ts';
import { YearOfMarks } from '#portal/drawings/year-of-marks.tsx';
import { YearTable } from '#portal/drawings/year-table.tsx';
import { planYearAddress, taskAddress } from '../addresses.ts';
import type { PlanBoard } from '../contract/tasks.ts';
import { standingTitles } from '../words/plans.ts';
import { taskMarkLabel } from './task-title.ts';

/** Where the tasks of a section begin on the page. */
export function sectionAnchor(index: number): string {
  return `section-${index + 1}`;
}

/** Rows of the drawing; `origin` makes its links work outside the site. */
export function yearRowsOfPlan(board: PlanBoard, origin = ''): YearRow[] {
  const byId = new Map(board.tasks.map((task) => [task.id, task]));
  return board.sections.map(({ section, taskIds }, index) => ({
    title: section ?? '未分章节',
    address: `${origin}#${sectionAnchor(index)}`,
    marks: taskIds.flatMap((taskId) => {
      const task = byId.get(taskId);
      if (task === undefined) return [];
      return [
        {
          key: task.id,
          mark: task.standing,
          day: task.due.due,
          short: String(task.no ?? task.ordinal),
          label: taskMarkLabel(task),
          address: `${origin}${taskAddress(board, task)}`,
        },
      ];
    }),
  }));
}

export function PlanYear(props: { readonly board: PlanBoard; readonly today: Day }): ReactElement {
  const { board, today } = props;
  const rows = yearRowsOfPlan(board);
  const title = `${board.year}年各项任务的最后一日和状态，今天是${longDay(today)}`;
  return (
    <section className="plan-year" aria-labelledby="year">
      <div className="plan-year-head">
        <h2 id="year">全年一览</h2>
        <ul className="strip-legend">
          {stateMarks.map((mark) => (
            <li key={mark}>
              <StandingMark mark={mark} word={standingTitles[mark]} />
            </li>
          ))}
          <li className="today-sign">今天</li>
        </ul>
      </div>
      <a className="skip-drawing" href="#tasks">
        跳过图，直接看任务
      </a>
      <YearOfMarks shape="wide" title={title} year={board.year} today={today} rows={rows} />
      <YearOfMarks shape="narrow" title={title} year={board.year} today={today} rows={rows} />
      <p className="small-print">
        一个记号是一项任务，放在它的最后一日上；同一天到期的较多时，在当月之内并排。
      </p>
      <details className="table-twin">
        <summary>用表格看同样的内容</summary>
        <YearTable caption={`${board.year}年各章节任务按完成月份`} year={board.year} rows={rows} />
        <p>
          <DownloadLink address={planYearAddress({ planId: board.id })} title="下载这幅图" format="SVG" />
        </p>
      </details>
    </section>
  );
}
