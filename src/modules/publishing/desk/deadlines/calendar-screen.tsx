/** 发布日历: a month of releases, withdrawals and due days, drawn and as a table. */
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useToday } from '#desk/data/today.ts';
import { useApi } from '#desk/data/use-api.ts';
import { useNarrow } from '#desk/theme/use-narrow.ts';
import { instantOf } from '#kernel/clock.ts';
import { addDays, type Day, lastDayOfMonth, monthOf, parseDay, yearOf } from '#kernel/day.ts';
import { instantWords, longDayWithWeekday } from '#kernel/day-words.ts';
import { type CalendarEntry, calendarEntryKinds } from '../../contract/deadlines.ts';
import { calendarKindTitles } from '../../words/deadlines.ts';
import { MonthGrid } from './month-grid.tsx';
import '../publishing.css';

const dayInWords = (text: string) => {
  const day = parseDay(text);
  return day === undefined ? text : longDayWithWeekday(day);
};

function monthName(first: Day): string {
  return `${yearOf(first)}年${monthOf(first)}月`;
}

export function CalendarScreen() {
  const today = useToday();
  const narrow = useNarrow();
  const go = useNavigate();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('month') ?? today.slice(0, 7);
  const first = parseDay(`${asked}-01`) ?? parseDay(`${today.slice(0, 7)}-01`) ?? today;
  const { data, error, refetch } = useApi<{ readonly rows: readonly CalendarEntry[] }>(
    '/release-calendar',
    { month: first.slice(0, 7) },
    { keepsLast: true },
  );
  const show = (day: Day) => setSearch({ month: day.slice(0, 7) });
  const rows = data?.rows;
  const units = [...new Set((rows ?? []).map(({ unitName }) => unitName))];
  const columns: readonly DataColumn<CalendarEntry>[] = [
    { key: 'title', title: '事项', value: (row) => row.title },
    {
      key: 'day',
      title: '日期',
      value: (row) => row.day,
      render: (row) => (row.at === null ? dayInWords(row.day) : instantWords(instantOf(row.at))),
      width: 190,
    },
    {
      key: 'kind',
      title: '种类',
      value: (row) => calendarKindTitles[row.kind],
      render: (row) =>
        row.isOverdue ? `▲ ${calendarKindTitles[row.kind]}已过` : calendarKindTitles[row.kind],
      filterValues: (row) => [row.kind],
      filter: {
        kind: 'choice',
        options: calendarEntryKinds.map((value) => ({ value, label: calendarKindTitles[value] })),
      },
      width: 150,
    },
    {
      key: 'unit',
      title: '单位',
      value: (row) => row.unitName,
      filter: { kind: 'choice', options: units.map((value) => ({ value, label: value })) },
      width: 150,
    },
  ];
  return (
    <>
      <PageHeader
        title="发布日历"
        summary="定时发布、定时撤回、公开期限和栏目更新期限，按日排列。"
        help={<p>定时发布和定时撤回在信息页面上设定；期限由形成日期和更新周期现算。</p>}
      />
      <div className="month-bar">
        <Button icon={<LeftOutlined />} aria-label="上个月" onClick={() => show(addDays(first, -1))} />
        <h2 aria-live="polite">{monthName(first)}</h2>
        <Button
          icon={<RightOutlined />}
          aria-label="下个月"
          onClick={() => show(addDays(lastDayOfMonth(yearOf(first), monthOf(first)), 1))}
        />
        <Button type="text" onClick={() => show(today)}>
          本月
        </Button>
      </div>
      {error === null ? null : <RefusalNotice error={error} onRetry={() => void refetch()} />}
      {narrow ? null : <MonthGrid first={first} today={today} entries={rows ?? []} />}
      <DataTable
        title={`${monthName(first)}的发布安排`}
        columns={columns}
        source={{ kind: 'rows', rows }}
        keyOf={(row) => row.key}
        onOpen={(row) => void go(row.address)}
        empty={{ title: '这个月没有安排', hint: '定时发布、定时撤回和到期的信息会列在这里。' }}
      />
    </>
  );
}
