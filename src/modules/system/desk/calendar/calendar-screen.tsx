/** The working-day calendar: a year as twelve months, the notice it comes from, and how a period is counted over it. */
import { ImportOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { z } from 'zod';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { useMay } from '#desk/data/me.ts';
import { useToday } from '#desk/data/today.ts';
import { useApi } from '#desk/data/use-api.ts';
import { yearOf } from '#kernel/day.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { CalendarYearView, calendarYearsSchema } from '../../contract.ts';
import { ImportNotice } from './import-notice.tsx';
import { PeriodCounter } from './period-counter.tsx';
import { YearDrawing } from './year-drawing.tsx';

const help = (
  <>
    <p>所有工作日期限都按这里的日历计算。数据来自国务院办公厅每年的节假日安排通知。</p>
    <p>下一年的通知发布后，把全文粘贴进来，平台读出放假和调休日，由您核对后生效。</p>
    <p>通知没有发布的年份，平台按周一至周五暂算，所有受影响的期限都标“暂定”。</p>
  </>
);

export function CalendarScreen() {
  const today = useToday();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const [importing, setImporting] = useState(false);
  const { data, error, refetch } = useApi<z.infer<typeof calendarYearsSchema>>('/calendar/years');
  const shown = Number(search.get('year') ?? yearOf(today));
  const year = data?.years.find((one) => one.year === shown);
  const known = data?.years.map((one) => one.year) ?? [];
  const choices = [...new Set([...known, shown, yearOf(today) + 1])].sort((a, b) => b - a);
  return (
    <>
      <PageHeader
        title="工作日历"
        summary={
          data === undefined
            ? undefined
            : `放假安排已知到${dayTextInWords(data.through)}；此后的日期暂按周一至周五推算。`
        }
        help={help}
        actions={
          may('system.importCalendar') ? (
            <Button type="primary" icon={<ImportOutlined />} onClick={() => setImporting(true)}>
              导入放假通知
            </Button>
          ) : undefined
        }
      />
      {error === null ? null : <RefusalNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading what="工作日历" lines={8} /> : null}
      {data === undefined ? null : (
        <>
          <div className="calendar-bar">
            <Select<number>
              aria-label="年份"
              value={shown}
              options={choices.map((one) => ({ value: one, label: `${one}年` }))}
              onChange={(next) => setSearch({ year: String(next) })}
            />
            <YearSource year={year} />
          </div>
          <YearDrawing year={shown} known={year} today={today} />
          <PeriodCounter today={today} />
        </>
      )}
      {importing ? (
        <SidePanel title="导入放假通知" width="wide" onClose={() => setImporting(false)}>
          <ImportNotice
            onDone={(imported) => {
              setImporting(false);
              setSearch({ year: String(imported) });
            }}
          />
        </SidePanel>
      ) : null}
    </>
  );
}

function YearSource({ year }: { readonly year: CalendarYearView | undefined }) {
  if (year === undefined) return <span>◇ 这一年的放假安排尚未导入，暂按周一至周五推算。</span>;
  const { number, title, issuedOn } = year.notice;
  return (
    <details className="quiet">
      <summary>
        {number ?? '没有登记发文字号'}，{year.imported ? '由管理员导入' : '随平台提供'}
      </summary>
      {title === null ? '' : `《${title}》`}
      {issuedOn === null ? '' : `，${dayTextInWords(issuedOn)}发布`}。来源：{year.source}
    </details>
  );
}
