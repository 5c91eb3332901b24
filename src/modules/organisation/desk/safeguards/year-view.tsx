/** The year's minimums: how many units reached each, and every unit against every one of them. */
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { EmptyState } from '#desk/components/empty-state/empty-state.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useMay } from '#desk/data/me.ts';
import { useApi } from '#desk/data/use-api.ts';
import type { SafeguardFigure, Safeguards, YearlyMinimum } from '../../contract/safeguards.ts';
import { type MinimumSubject, minimumDefinitions } from '../../rules/minimums.ts';
import { MinimumList } from './minimum-form.tsx';
import { YearDrawing } from './year-drawing.tsx';

type UnitFigures = Safeguards['units'][number];

const standingWords = { met: '达到', failing: '缺', notYetDue: '还差', cannotTell: '无法判定' } as const;

/** 1/2次; a share of one unit is simply there or not. */
export function figureWords(figure: SafeguardFigure, least: number): string {
  const { valueUnit } = minimumDefinitions[figure.subject];
  if (figure.value === null) return '';
  return valueUnit === '%' ? '' : `${figure.value}/${least}${valueUnit}`;
}

function columnsOf(minimums: readonly YearlyMinimum[]): readonly DataColumn<UnitFigures>[] {
  const asked = minimums.filter(({ subject }) => minimumDefinitions[subject].scope === 'eachUnit');
  const of = (row: UnitFigures, subject: MinimumSubject) =>
    row.figures.find((figure) => figure.subject === subject);
  return [
    { key: 'unit', title: '单位', value: (row) => row.unitName, card: 'title' },
    {
      key: 'missing',
      title: '缺几项',
      width: 90,
      align: 'right',
      sortable: true,
      value: (row) => row.missing,
      filterValues: (row) => [row.missing === 0 ? 'none' : 'some'],
      filter: {
        kind: 'choice',
        single: true,
        options: [
          { value: 'some', label: '有缺项' },
          { value: 'none', label: '全部达到' },
        ],
      },
    },
    ...asked.map(({ subject, least }): DataColumn<UnitFigures> => {
      const { title } = minimumDefinitions[subject];
      return {
        key: subject,
        title,
        width: 140,
        value: (row) => {
          const figure = of(row, subject);
          return figure === undefined
            ? '不要求'
            : `${standingWords[figure.standing]}${figureWords(figure, least)}`;
        },
        render: (row) => {
          const figure = of(row, subject);
          if (figure === undefined) return <span className="quiet">不要求</span>;
          const words = figureWords(figure, least);
          return (
            <span title={figure.reason}>
              <StandingChip
                standing={figure.standing}
                word={standingWords[figure.standing]}
                {...(words === '' ? {} : { figure: words })}
              />
            </span>
          );
        },
      };
    }),
  ];
}

export function YearView({ year }: { readonly year: number }) {
  const { data, error, refetch } = useApi<Safeguards>(
    '/organisation/safeguards',
    { year },
    { keepsLast: true },
  );
  const may = useMay();
  const [setting, setSetting] = useState(false);
  const columns = useMemo(() => columnsOf(data?.minimums ?? []), [data]);
  if (error !== null) return <RefusalNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading what="年度保障" lines={8} />;
  const sets = may('organisation.setMinimums');
  const setButton = sets ? <Button onClick={() => setSetting(true)}>定{year}年最低要求</Button> : undefined;
  return (
    <>
      {data.minimums.length === 0 ? (
        <EmptyState
          title={`${year}年还没有定最低要求`}
          hint="按当年的要点或任务分解表，定会议、培训、学法等至少几次；平台不替您假定。"
          action={setButton}
        />
      ) : (
        <>
          <YearDrawing data={data} />
          {sets ? <p className="detail-actions">{setButton}</p> : null}
          <h2>逐个单位</h2>
          <DataTable
            title="单位"
            screen="organisation.safeguards"
            columns={columns}
            source={{ kind: 'rows', rows: data.units }}
            keyOf={(row) => row.unitId}
            empty={{ title: '没有对单位提出要求', hint: '定一项对单位的最低要求，这里就会逐个列出。' }}
          />
        </>
      )}
      {setting ? (
        <SidePanel title={`${year}年最低要求`} width="wide" onClose={() => setSetting(false)}>
          <MinimumList year={year} minimums={data.minimums} />
        </SidePanel>
      ) : null}
    </>
  );
}
