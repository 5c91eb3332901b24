/** The year of a plan on one page: the figures, what is late, standings by section and unit, deadlines, trend, reports. */
import { Link } from 'react-router';
import { EmptyState } from '#desk/components/empty-state/empty-state.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useApi } from '#desk/data/use-api.ts';
import { longDay } from '#kernel/day-words.ts';
import type { PlanOverview } from '../../contract/overview.ts';
import { totalOf } from '../../rules/overview.ts';
import { type Standing, standings } from '../../rules/shapes.ts';
import { Bars } from './bars.tsx';
import { HeatMap } from './heat-map.tsx';
import { DeadlineColumns, TrendColumns } from './year-columns.tsx';
import './overview.css';

function Figures({
  overview,
  onStanding,
}: {
  overview: PlanOverview;
  onStanding: (standing: Standing) => void;
}) {
  return (
    <ul className="overview-figures">
      {standings.map((standing) => (
        <li key={standing}>
          <button type="button" onClick={() => onStanding(standing)}>
            <strong>{overview.total[standing]}</strong>
            <StandingChip standing={standing} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function LateTasks({ overview, onOpen }: { overview: PlanOverview; onOpen: (taskId: string) => void }) {
  const { late } = overview;
  return (
    <section className="overview-late" aria-label="未达标的任务">
      <h2 className="plan-heading">未达标</h2>
      {late.length === 0 ? (
        <p className="plan-secondary">没有未达标的任务。</p>
      ) : (
        <ol>
          {late.map((task) => (
            <li key={task.taskId}>
              <button type="button" className="board-task" onClick={() => onOpen(task.taskId)}>
                <strong>
                  {task.no === null ? '' : `第${task.no}项 `}
                  {task.title}
                </strong>
                <span>
                  {task.units.slice(0, 4).join('、')}
                  {task.units.length > 4 ? `等${task.units.length}个单位` : ''}
                </span>
                <span className="plan-secondary">
                  {task.due === null ? '' : `${longDay(task.due)}到期。`}
                  {task.reason}
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function SilentUnits({ overview }: { overview: PlanOverview }) {
  const silent = overview.units.filter(({ isSilent }) => isSilent);
  return (
    <section className="overview-late" aria-label="本月未填报的单位">
      <h2 className="plan-heading">本月未填报</h2>
      {silent.length === 0 ? (
        <p className="plan-secondary">有未完成任务的单位本月都已填报。</p>
      ) : (
        <ul className="overview-silent">
          {silent.map(({ unitId, unitName, lastEntryOn }) => (
            <li key={unitId}>
              {unitName}
              <span className="plan-secondary">
                {lastEntryOn === null ? '从未填报' : `上次${longDay(lastEntryOn)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="overview-print-out">
        <Link to="/plan/orders/new">发出督办单</Link>
      </p>
    </section>
  );
}

export function OverviewView(props: {
  readonly planId: string;
  readonly onOpen: (taskId: string) => void;
  readonly onStanding: (standing: Standing) => void;
}) {
  const { planId, onOpen, onStanding } = props;
  const overview = useApi<PlanOverview>(`/plans/${planId}/overview`, {}, { keepsLast: true });
  if (overview.error !== null) {
    return <RefusalNotice error={overview.error} onRetry={() => void overview.refetch()} />;
  }
  if (overview.data === undefined) return <Loading what="全年总览" lines={8} />;
  const { data } = overview;
  if (totalOf(data.total) === 0) return <EmptyState title="这份计划没有任务" />;
  return (
    <div className="overview">
      <p className="overview-paper">
        {data.title}，截至{longDay(data.today)}
      </p>
      <Figures overview={data} onStanding={onStanding} />
      <div className="overview-columns">
        <LateTasks overview={data} onOpen={onOpen} />
        <SilentUnits overview={data} />
      </div>
      <div className="overview-columns">
        <div>
          <DeadlineColumns overview={data} />
          <Bars
            title="各章节的状态"
            nameTitle="章节"
            rows={data.sections.map(({ section, counts }) => ({
              key: section ?? '',
              name: section ?? '没有分章节',
              counts,
            }))}
          />
          <HeatMap overview={data} />
        </div>
        <div>
          <TrendColumns overview={data} />
          <Bars
            title="各单位的状态"
            nameTitle="单位"
            rows={data.units.map(({ unitId, unitName, counts, isSilent }) => ({
              key: unitId,
              name: unitName,
              counts,
              ...(isSilent ? { note: '本月未填报' } : {}),
            }))}
          />
        </div>
      </div>
    </div>
  );
}
