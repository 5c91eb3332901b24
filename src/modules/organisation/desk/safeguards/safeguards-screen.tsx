/** What stands behind the work: the year's minimums, who answers, the money, responsibility for sites and accounts. */
import { Select, Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useToday } from '#desk/data/today.ts';
import { yearOf } from '#kernel/day.ts';
import { BudgetView } from './budget-view.tsx';
import { DutiesView } from './duties-view.tsx';
import { OutletsView } from './outlets-view.tsx';
import { YearView } from './year-view.tsx';
import '../records.css';

const help = (
  <>
    <p>年度保障按本级政府定的最低要求，逐个单位看达到了没有。数字和任务的度量是同一套，不会各说各话。</p>
    <p>分管领导、工作机构、经费和责任制台账由各单位自己登记；换人、改数都留下以前的记录。</p>
  </>
);

export function SafeguardsScreen() {
  const [params, setParams] = useSearchParams();
  const today = useToday();
  const view = params.get('view') ?? 'year';
  const year = Number(params.get('year') ?? yearOf(today));
  const years = [yearOf(today) + 1, yearOf(today), yearOf(today) - 1, yearOf(today) - 2];
  const go = (next: Record<string, string>) =>
    setParams({ view, year: String(year), ...next }, { replace: true });
  return (
    <>
      <PageHeader
        title="保障情况"
        summary="会议、培训、人员、经费和责任制，够不够、缺什么。"
        help={help}
        actions={
          view === 'year' || view === 'budget' ? (
            <Select<number>
              aria-label="年份"
              value={year}
              onChange={(next) => go({ year: String(next) })}
              options={years.map((one) => ({ value: one, label: `${one}年` }))}
            />
          ) : undefined
        }
      />
      <Tabs
        activeKey={view}
        onChange={(next) => go({ view: next })}
        destroyOnHidden
        items={[
          { key: 'year', label: '年度保障', children: <YearView year={year} /> },
          { key: 'duties', label: '分管领导和机构', children: <DutiesView /> },
          { key: 'budget', label: '经费保障', children: <BudgetView year={year} /> },
          { key: 'outlets', label: '责任制台账', children: <OutletsView /> },
        ]}
      />
    </>
  );
}
