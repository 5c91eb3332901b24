/** The tables of a unit as a form: cells a register answers stand as they are, the others are typed and checked at once. */
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { noOf } from '#desk/data/answer.ts';
import { useCommand } from '#desk/data/use-api.ts';
import type { LiveTables } from '../../contract/live-tables.ts';
import { reportTables } from '../../law/cells.ts';
import { layoutOfYear } from '../../law/layouts.ts';
import { judgeIdentities } from '../../rules/identities.ts';
import {
  listEnterableCells,
  mayOverrideRegister,
  mergeLiveCells,
  type RegisterAnswer,
  reportOfLiveCells,
} from '../../rules/live-report.ts';
import { type FormCell, reportForm } from '../../rules/report-form.ts';
import { placeOfCell } from './cell-panel.tsx';

/** Amounts are typed in 万元 and kept in fen. */
const fenOfTenThousand = 1_000_000;

type Typed = Readonly<Record<string, string>>;

function typedOf(tables: LiveTables, amounts: ReadonlySet<string>): Typed {
  return Object.fromEntries(
    Object.entries(tables.entry?.cells ?? {}).map(([key, value]) => [
      key,
      String(amounts.has(key) ? value / fenOfTenThousand : value),
    ]),
  );
}

/** Whole numbers by cell; what is no number is named. */
function readTyped(typed: Typed, amounts: ReadonlySet<string>) {
  const cells: Record<string, number> = {};
  const unreadable: string[] = [];
  for (const [key, text] of Object.entries(typed)) {
    if (text.trim() === '') continue;
    const value = Number(text.trim());
    const whole = amounts.has(key) ? Math.round(value * fenOfTenThousand) : value;
    if (Number.isSafeInteger(whole)) cells[key] = whole;
    else unreadable.push(key);
  }
  return { cells, unreadable };
}

export function EntryForm({ tables, onDone }: { readonly tables: LiveTables; readonly onDone: () => void }) {
  const layout = layoutOfYear(tables.year);
  const say = useSay();
  const enterable = useMemo(
    () => new Map(layout === undefined ? [] : listEnterableCells(layout.id).map((cell) => [cell.key, cell])),
    [layout],
  );
  const amounts = useMemo(
    () => new Set([...enterable.values()].flatMap(({ key, kind }) => (kind === 'amount' ? [key] : []))),
    [enterable],
  );
  const [typed, setTyped] = useState<Typed>(() => typedOf(tables, amounts));
  const [note, setNote] = useState(tables.entry?.note ?? '');
  const save = useCommand<object>({
    call: (body) => ({
      method: 'PUT',
      path: `/reports/years/${tables.year}/entries/${tables.unitId ?? ''}`,
      body,
    }),
    changes: ['/reports'],
    onDone: () => {
      say.done('已保存，表格已经更新');
      onDone();
    },
  });
  const { cells, unreadable } = readTyped(typed, amounts);
  const checked = useMemo(() => {
    if (layout === undefined) return { live: {}, findings: [] };
    const answers = new Map(
      Object.entries(tables.cells).flatMap(([key, cell]): [string, RegisterAnswer][] =>
        cell.registers === null ? [] : [[key, { known: true, value: cell.registers, caution: null }]],
      ),
    );
    const live = mergeLiveCells(layout.id, answers, cells);
    const report = reportOfLiveCells({
      layout: layout.id,
      year: tables.year,
      unit: tables.unitName,
      cells: live,
      sections: [],
    });
    return { live, findings: judgeIdentities(report) };
  }, [layout, tables, cells]);
  if (layout === undefined) return null;
  const mayType = (cell: FormCell) => {
    const key = cell.figure?.key ?? '';
    const known = enterable.get(key);
    if (known === undefined) return false;
    return tables.cells[key]?.registers == null || mayOverrideRegister(known.table);
  };
  const fillZeros = () => {
    const empty = [...enterable.keys()].filter(
      (key) => (typed[key] ?? '') === '' && tables.cells[key]?.registers == null,
    );
    setTyped({ ...Object.fromEntries(empty.map((key) => [key, '0'])), ...typed });
  };
  return (
    <div className="report-entry">
      <p>
        白格由您填写，灰格由平台登记的案件得出或者自动相加。金额填万元。没有发生的填0，
        <Button type="link" size="small" onClick={fillZeros}>
          空格全部填0
        </Button>
      </p>
      {reportTables.map((table) => (
        <EntryTable
          key={table}
          form={reportForm(table, layout.id)}
          mayType={mayType}
          typed={typed}
          unreadable={unreadable}
          shown={(key) => checked.live[key]?.value ?? null}
          isAmount={(key) => amounts.has(key)}
          nameOf={(key) => placeOfCell(tables.year, key)}
          onType={(key, text) => setTyped((former) => ({ ...former, [key]: text }))}
        />
      ))}
      <label className="report-entry-note" htmlFor="report-entry-note">
        数据来源和说明
        <TextArea id="report-entry-note" rows={2} maxLength={2000} value={note} onChange={setNote} />
      </label>
      <div role="status">
        {unreadable.length > 0 ? <p className="report-error">▲ 有{unreadable.length}格不是整数。</p> : null}
        {checked.findings.map(({ sentence }) => (
          <p key={sentence} className="report-error">
            ▲ {sentence}
          </p>
        ))}
      </div>
      {save.error === null ? null : <RefusalNotice error={noOf(save.error)} />}
      <p className="detail-actions">
        <Button
          type="primary"
          loading={save.isPending}
          disabled={unreadable.length > 0 || checked.findings.length > 0}
          onClick={() => save.mutate({ cells, note })}
        >
          保存
        </Button>
        <Button onClick={onDone}>不改了</Button>
      </p>
    </div>
  );
}

function EntryTable(props: {
  readonly form: ReturnType<typeof reportForm>;
  readonly mayType: (cell: FormCell) => boolean;
  readonly typed: Typed;
  readonly unreadable: readonly string[];
  readonly shown: (key: string) => number | null;
  readonly isAmount: (key: string) => boolean;
  readonly nameOf: (key: string) => string;
  readonly onType: (key: string, text: string) => void;
}) {
  const { form, mayType, typed, unreadable, shown, isAmount, nameOf, onType } = props;
  const rows = form.rows.map((row, index) => ({
    id: String(index),
    cells: row.map((cell, at) => ({ id: String(at), cell })),
  }));
  return (
    <figure className="official-form">
      <figcaption>{form.heading}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard */}
      <section className="official-form-scroll" tabIndex={0} aria-label={form.heading}>
        <table data-table={form.table}>
          <tbody>
            {rows.map(({ id, cells }) => (
              <tr key={id}>
                {cells.map(({ id: cellId, cell }) => {
                  const spans = { colSpan: cell.columns ?? 1, rowSpan: cell.rows ?? 1 };
                  if (cell.figure === undefined) {
                    return (
                      <th key={cellId} {...spans}>
                        {cell.text}
                      </th>
                    );
                  }
                  const { key } = cell.figure;
                  if (!mayType(cell)) {
                    return (
                      <td key={cellId} {...spans} className="form-figure form-given">
                        {shown(key) ?? '◇'}
                      </td>
                    );
                  }
                  return (
                    <td key={cellId} {...spans} className="form-figure">
                      <input
                        className="form-input"
                        inputMode={isAmount(key) ? 'decimal' : 'numeric'}
                        aria-label={nameOf(key)}
                        aria-invalid={unreadable.includes(key)}
                        value={typed[key] ?? ''}
                        onChange={(event) => onType(key, event.target.value)}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </figure>
  );
}
