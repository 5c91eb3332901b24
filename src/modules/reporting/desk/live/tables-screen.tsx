/** 年报数据: the tables of a year as they stand today, for the county or a unit; every figure opens what it is made of. */
import { Button, Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { UnitPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useActingUnit } from '#desk/data/acting-unit.ts';
import { useMay } from '#desk/data/me.ts';
import { useToday } from '#desk/data/today.ts';
import { useApi } from '#desk/data/use-api.ts';
import { yearOf } from '#kernel/day.ts';
import type { LiveTables } from '../../contract/live-tables.ts';
import { reportTables } from '../../law/cells.ts';
import { layoutOfYear } from '../../law/layouts.ts';
import { reportForm } from '../../rules/report-form.ts';
import { cellSourceTitles } from '../../words.ts';
import { findingsByCell } from '../marked-cells.ts';
import { OfficialForm } from '../official-form.tsx';
import { ReportFindings } from '../report-findings.tsx';
import { CellPanel } from './cell-panel.tsx';
import { EntryForm } from './entry-form.tsx';
import { UnitsTable } from './units-table.tsx';
import { VerdictStrip } from './verdict-strip.tsx';
import '../reporting.css';
import './live.css';

const help = (
  <>
    <p>表3、表4由登记在平台的申请、复议、诉讼逐件得出，案件一变，表随之变。点一格，看它背后的案件。</p>
    <p>平台里没有的数由单位填报：选择单位，点“填报”。填的数当场核对勾稽关系，不成立的不能保存。</p>
    <p>◇ 还没有数；▲ 勾稽关系不成立。上年结转与上一年已签发或者导入的年报核对。</p>
  </>
);

export function ReportTablesScreen() {
  const [params, setParams] = useSearchParams();
  const may = useMay();
  const [acting] = useActingUnit();
  const thisYear = yearOf(useToday());
  const year = Number(params.get('year') ?? thisYear);
  const compiles = may('reporting.compile');
  const unitId = params.get('unit') ?? (compiles ? null : (acting?.id ?? null));
  const view = compiles && params.get('view') === 'units' ? 'units' : 'tables';
  const change = (next: Record<string, string | null>) => {
    setParams((former) => {
      const changed = new URLSearchParams(former);
      for (const [key, value] of Object.entries(next)) {
        if (value === null) changed.delete(key);
        else changed.set(key, value);
      }
      return changed;
    });
  };
  const years = Array.from({ length: Math.max(1, thisYear - 2018) }, (_, back) => thisYear - back);
  return (
    <div className="report-live">
      <PageHeader title="年报数据" summary="从1月起随时可看的年报表格，每个数都能点开。" help={help} />
      <div className="report-choices">
        <Select<number>
          aria-label="年度"
          value={year}
          options={years.map((value) => ({ value, label: `${value}年` }))}
          onChange={(value) => change({ year: String(value) })}
        />
        {compiles ? (
          <Segmented<'tables' | 'units'>
            aria-label="看什么"
            value={view}
            options={[
              { value: 'tables', label: '表格' },
              { value: 'units', label: '各单位' },
            ]}
            onChange={(value) => change({ view: value === 'units' ? 'units' : null })}
          />
        ) : null}
        {view === 'tables' ? (
          <UnitPicker
            aria-label="单位"
            value={unitId}
            placeholder={compiles ? '全县汇总；可选一个单位' : '请选择单位'}
            filter={(unit) => may('reporting.view', unit.id)}
            onChange={(value) => change({ unit: value })}
          />
        ) : null}
      </div>
      {view === 'units' ? (
        <UnitsTable year={year} onOpen={(id) => change({ unit: id, view: null })} />
      ) : unitId === null && !compiles ? (
        <p className="quiet">请选择单位。</p>
      ) : (
        <YearTables
          key={`${year} ${unitId ?? ''}`}
          year={year}
          unitId={unitId}
          onUnit={(id) => change({ unit: id })}
        />
      )}
    </div>
  );
}

function YearTables(props: {
  readonly year: number;
  readonly unitId: string | null;
  readonly onUnit: (unitId: string) => void;
}) {
  const { year, unitId, onUnit } = props;
  const may = useMay();
  const [open, setOpen] = useState<number>();
  const [cellKey, setCellKey] = useState<string>();
  const [entering, setEntering] = useState(false);
  const answer = useApi<LiveTables>(`/reports/years/${year}/tables`, unitId === null ? {} : { unitId });
  const tables = answer.data;
  const marks = useMemo(() => findingsByCell(tables?.findings ?? []), [tables]);
  const openCells = useMemo(
    () =>
      new Set(
        cellKey !== undefined
          ? [cellKey]
          : open === undefined
            ? []
            : (tables?.findings[open - 1]?.cells ?? []),
      ),
    [tables, open, cellKey],
  );
  if (answer.error !== null) {
    return <RefusalNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (tables === undefined) return <Loading what="年报数据" lines={12} />;
  const layout = layoutOfYear(year);
  if (layout === undefined) return null;
  const mayEnter = unitId !== null && may('reporting.enter', unitId);
  if (entering) return <EntryForm tables={tables} onDone={() => setEntering(false)} />;
  const titleOf = (key: string) => {
    const cell = tables.cells[key];
    if (cell === undefined) return '';
    return [cellSourceTitles[cell.source], cell.note ?? ''].filter((word) => word !== '').join('：');
  };
  return (
    <>
      <div className="report-live-head">
        <h2>
          {tables.unitName}
          {unitId === null ? '汇总' : ''}　{year}年{tables.isOver ? '' : '（到今天为止）'}
        </h2>
        {mayEnter ? <Button onClick={() => setEntering(true)}>填报</Button> : null}
      </div>
      <VerdictStrip verdicts={tables.verdicts} />
      <p className="quiet">
        {tables.previous === null
          ? '没有上一年的年报可以核对结转；可在“年报编制”里导入已公布的年报。'
          : `上年结转与《${tables.previous.title}》核对。`}
      </p>
      {tables.missing.length === 0 ? null : (
        <details className="report-missing">
          <summary>◇ 还有{tables.missing.length}个单位的数不全，汇总只加了已有的数</summary>
          <ul>
            {tables.missing.map((unit) => (
              <li key={unit.unitId}>
                <button type="button" className="link-button" onClick={() => onUnit(unit.unitId)}>
                  {unit.unitName}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className={tables.findings.length === 0 ? 'report-whole' : 'report-columns'}>
        <div className="report-forms">
          {reportTables.map((table) => (
            <OfficialForm
              key={table}
              form={reportForm(table, layout.id)}
              report={tables.report}
              marks={marks}
              open={openCells}
              onOpen={setOpen}
              onCell={setCellKey}
              titleOf={titleOf}
            />
          ))}
        </div>
        {tables.findings.length === 0 ? null : (
          <section className="report-beside" aria-label="核对结果">
            <h2 role="status">共{tables.findings.length}处问题</h2>
            <ReportFindings findings={tables.findings} open={open} onOpen={setOpen} />
          </section>
        )}
      </div>
      {cellKey === undefined ? null : (
        <CellPanel tables={tables} cellKey={cellKey} onClose={() => setCellKey(undefined)} />
      )}
    </>
  );
}
