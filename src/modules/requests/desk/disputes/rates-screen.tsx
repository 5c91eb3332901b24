/** Rates of disputes of a year by unit, ground or team, drawn beside the year before, with counts beside percentages. */
import { Segmented, Select } from 'antd';
import { useState } from 'react';
import { DrawingFrame } from '#desk/components/drawing-frame/drawing-frame.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useToday } from '#desk/data/today.ts';
import { useApi } from '#desk/data/use-api.ts';
import { yearOf } from '#kernel/day.ts';
import type { DisputeRatesReply, RateRow, rateGroupings } from '../../contract/rectifications.ts';
import './disputes.css';

type Grouping = (typeof rateGroupings)[number];
type RateName = keyof RateRow['now'];

const groupingTitles: Readonly<Record<Grouping, string>> = {
  unit: '按单位',
  ground: '按答复依据',
  team: '按承办',
};
const rateTitles: Readonly<Record<RateName, string>> = {
  disputed: '争议发生率',
  corrected: '复议纠错率',
  lost: '诉讼败诉率',
};
const rateSays: Readonly<Record<RateName, string>> = {
  disputed: '提出的复议、诉讼÷作出的答复',
  corrected: '复议纠正÷审结的复议',
  lost: '诉讼纠正÷审结的诉讼',
};
const rateNames: readonly RateName[] = ['disputed', 'corrected', 'lost'];

type Share = RateRow['now']['disputed'];

/** `12.5%（1/8，件数少）`; without anything to divide by, the counts alone. */
export function shareInWords({ part, whole, permille, few }: Share): string {
  if (permille === null) return part === 0 ? '没有' : `${part}件，没有可比的答复`;
  return `${permille / 10}%（${part}/${whole}${few ? '，件数少' : ''}）`;
}

export function changeInWords(change: RateRow['change']['disputed']): string {
  switch (change.kind) {
    case 'cannotTell':
      return '不能比较';
    case 'same':
      return '持平';
    case 'higher':
      return `升${(change.permille ?? 0) / 10}个百分点${change.few ? '（件数少）' : ''}`;
    case 'lower':
      return `降${(change.permille ?? 0) / 10}个百分点${change.few ? '（件数少）' : ''}`;
  }
}

const rowHeight = 40;
const nameWidth = 190;
const barWidth = 360;

/** A filled bar for the year, a dashed frame for the year before; figures stand beside, as a bar of few cases says little. */
function RateDrawing({ rows, rate }: { readonly rows: readonly RateRow[]; readonly rate: RateName }) {
  const most = Math.max(
    10,
    ...rows.flatMap(({ now, before }) => [now[rate].permille ?? 0, before[rate].permille ?? 0]),
  );
  const lengthOf = (share: Share) => Math.round(((share.permille ?? 0) / most) * barWidth);
  return (
    <svg
      className="rate-drawing"
      viewBox={`0 0 760 ${rows.length * rowHeight + 8}`}
      role="img"
      aria-label={`${rateTitles[rate]}，实心为本年，虚框为上年`}
    >
      {rows.map((row, index) => {
        const top = index * rowHeight + 6;
        return (
          <g key={row.key}>
            <text x={nameWidth - 8} y={top + 18} textAnchor="end">
              {row.name.length > 13 ? `${row.name.slice(0, 12)}…` : row.name}
            </text>
            <rect
              className="rate-now"
              x={nameWidth}
              y={top + 4}
              width={lengthOf(row.now[rate])}
              height={14}
            />
            <rect
              className="rate-before"
              x={nameWidth}
              y={top + 1}
              width={lengthOf(row.before[rate])}
              height={20}
            />
            <text className="rate-quiet" x={nameWidth + barWidth + 12} y={top + 18}>
              {shareInWords(row.now[rate])}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

export function DisputeRatesScreen() {
  const thisYear = yearOf(useToday());
  const [year, setYear] = useState(thisYear);
  const [by, setBy] = useState<Grouping>('unit');
  const [rate, setRate] = useState<RateName>('disputed');
  const answer = useApi<DisputeRatesReply>(
    '/requests/dispute-rates',
    { from: `${year}-01-01`, until: `${year + 1}-01-01`, by },
    { keepsLast: true },
  );
  const { data } = answer;
  const rows = data === undefined ? [] : [data.total, ...data.rows];
  return (
    <>
      <PageHeader
        title="争议分析"
        summary="争议发生率、复议纠错率、诉讼败诉率，与上年比较。"
        help={
          <>
            <p>百分比旁边都写件数。不足10件的注明“件数少”，多一件少一件就会差很多，不宜据此排名。</p>
            <p>复议机关作共同被告的案件不计（国办公开办函〔2016〕201号）。比较的是紧接在前、同样长的时期。</p>
          </>
        }
      />
      <div className="rate-choices">
        <Select<number>
          aria-label="年度"
          value={year}
          onChange={setYear}
          options={[0, 1, 2, 3, 4].map((back) => ({
            value: thisYear - back,
            label: `${thisYear - back}年`,
          }))}
        />
        <Segmented<Grouping>
          aria-label="怎样分组"
          value={by}
          onChange={setBy}
          options={(['unit', 'ground', 'team'] as const).map((value) => ({
            value,
            label: groupingTitles[value],
          }))}
        />
        <Segmented<RateName>
          aria-label="哪一项"
          value={rate}
          onChange={setRate}
          options={rateNames.map((value) => ({ value, label: rateTitles[value] }))}
        />
      </div>
      {answer.error === null ? null : (
        <RefusalNotice error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {data === undefined && answer.error === null ? <Loading what="争议分析" lines={6} /> : null}
      {data === undefined ? null : (
        <>
          <p className="quiet">
            {rateTitles[rate]}＝{rateSays[rate]}。实心为{year}年，虚框为上年。
          </p>
          <DrawingFrame
            title={`${year}年${rateTitles[rate]}（${groupingTitles[by]}）`}
            table={{
              head: ['', ...rateNames.flatMap((name) => [rateTitles[name], '上年', '变化'])],
              rows: rows.map((row) => [
                row.name,
                ...rateNames.flatMap((name) => [
                  shareInWords(row.now[name]),
                  shareInWords(row.before[name]),
                  changeInWords(row.change[name]),
                ]),
              ]),
            }}
          >
            <RateDrawing rows={rows} rate={rate} />
          </DrawingFrame>
        </>
      )}
    </>
  );
}
