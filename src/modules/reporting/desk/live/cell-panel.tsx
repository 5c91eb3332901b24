/** What a cell of the tables is made of: its value, where it comes from, and the cases or items behind it, page by page. */
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { Facts } from '#desk/components/facts/facts.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { useApi } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { CellEvidence, LiveTables } from '../../contract/live-tables.ts';
import { layoutOfYear } from '../../law/layouts.ts';
import { amountDigits } from '../../rules/figure-words.ts';
import { cellSourceTitles, reportTableTitles } from '../../words.ts';

/** `“一、本年新收政府信息公开申请数量”行“自然人”列`. */
export function placeOfCell(year: number, cellKey: string): string {
  const cell = layoutOfYear(year)?.cells.find(({ key }) => key === cellKey);
  return cell === undefined
    ? ''
    : `${reportTableTitles[cell.table]}“${cell.row.label}”行“${cell.column.label}”列`;
}

type Row = CellEvidence['rows'][number];

export function CellPanel(props: {
  readonly tables: LiveTables;
  readonly cellKey: string;
  readonly onClose: () => void;
}) {
  const { tables, cellKey, onClose } = props;
  const { year, unitId } = tables;
  const [after, setAfter] = useState<string>();
  const [before, setBefore] = useState<readonly Row[]>([]);
  useEffect(() => {
    if (cellKey === '') return;
    setAfter(undefined);
    setBefore([]);
  }, [cellKey]);
  const page = useApi<CellEvidence>(`/reports/years/${year}/evidence`, {
    cell: cellKey,
    ...(unitId === null ? {} : { unitId }),
    ...(after === undefined ? {} : { after }),
  });
  const cell = tables.cells[cellKey];
  const isAmount = layoutOfYear(year)?.cells.find(({ key }) => key === cellKey)?.kind === 'amount';
  const shown = (value: number | null | undefined) =>
    value == null ? '' : isAmount ? `${amountDigits(value)}万元` : String(value);
  const rows = [...before, ...(page.data?.rows ?? [])];
  const next = page.data?.next ?? null;
  return (
    <SidePanel title={placeOfCell(year, cellKey)} onClose={onClose} takesFocus={false}>
      <Facts
        facts={[
          ['数', <strong key="value">{shown(cell?.value)}</strong>],
          ['来源', cell === undefined ? '' : cellSourceTitles[cell.source]],
          ['登记得出', cell?.source === 'entered' && cell.registers !== null ? shown(cell.registers) : ''],
          ['请注意', cell?.note ?? ''],
          ['填报说明', cell?.source === 'entered' ? (tables.entry?.note ?? '') : ''],
        ]}
      />
      <h3>背后的案件和事项</h3>
      {page.error === null ? null : <RefusalNotice error={page.error} onRetry={() => void page.refetch()} />}
      {page.data === undefined && page.error === null ? <Loading what="案件和事项" lines={4} /> : null}
      {page.data !== undefined && rows.length === 0 ? (
        <p className="quiet">这一格没有登记在平台的案件或者事项。</p>
      ) : null}
      <ol className="report-rows">
        {rows.map((row) => (
          <li key={row.key}>
            <Link to={row.address}>{row.title}</Link>
            <span className="quiet">
              {[unitId === null ? row.unitName : '', dayTextInWords(row.day)]
                .filter((word) => word !== '')
                .join('　')}
            </span>
          </li>
        ))}
      </ol>
      {next === null ? null : (
        <Button
          onClick={() => {
            setBefore(rows);
            setAfter(next);
          }}
        >
          再看一些
        </Button>
      )}
    </SidePanel>
  );
}
