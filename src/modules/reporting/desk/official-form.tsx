/** A table of the report as the official form prints it, each figure with what was found at it. */
import type { FigureKind } from '../law/cells.ts';
import type { AnnualReport, ReportFigure } from '../rules/annual-report.ts';
import { figureAt } from '../rules/annual-report.ts';
import { amountDigits } from '../rules/figure-words.ts';
import { reportPlaceInWords } from '../rules/report-finding.ts';
import type { FormTable } from '../rules/report-form.ts';
import type { CellMark } from './marked-cells.ts';

export interface OfficialFormProps {
  readonly form: FormTable;
  readonly report: AnnualReport;
  /** What was found, by cell. */
  readonly marks: ReadonlyMap<string, CellMark>;
  /** Cells of the finding that is open. */
  readonly open: ReadonlySet<string>;
  readonly onOpen: (finding: number) => void;
  /** Opens what a cell is made of; cells without a value have nothing behind them. */
  readonly onCell?: (cellKey: string) => void;
  /** Said of a cell when it is pointed at: where its figure comes from. */
  readonly titleOf?: (cellKey: string) => string;
}

function wordsOfFigure(figure: ReportFigure, kind: FigureKind): string {
  switch (figure.state) {
    case 'figure':
      return kind === 'amount' && figure.value !== null ? amountDigits(figure.value) : String(figure.value);
    case 'blank':
      return '';
    case 'unreadable':
      return figure.text === '' ? '读不出' : figure.text;
    case 'missing':
      return '◇';
  }
}

const stateTitles = {
  figure: '',
  blank: '未填，按0计算',
  unreadable: '没有读出来',
  missing: '文件里没有找到',
} as const;

function FigureCell(
  props: Omit<OfficialFormProps, 'form'> & {
    readonly cellKey: string;
    readonly kind: FigureKind;
    readonly columns: number;
  },
) {
  const { cellKey, kind, columns, report, marks, open, onOpen, onCell, titleOf } = props;
  const figure = figureAt(report, cellKey);
  const mark = marks.get(cellKey);
  const numbers = mark?.numbers ?? [];
  const sign = mark?.isError === true ? '▲' : '◇';
  const [first] = numbers;
  const look = [
    'form-figure',
    `form-${figure.state}`,
    mark === undefined ? '' : mark.isError ? 'form-broken' : 'form-doubtful',
    open.has(cellKey) ? 'form-open' : '',
  ];
  const title =
    titleOf?.(cellKey) ??
    [stateTitles[figure.state], reportPlaceInWords(figure.place)].filter((word) => word !== '').join('，');
  const words = wordsOfFigure(figure, kind);
  return (
    <td
      colSpan={columns}
      className={look.filter((word) => word !== '').join(' ')}
      title={title}
      data-cell={cellKey}
    >
      {first === undefined ? (
        <PlainFigure words={words} hasRows={(figure.value ?? 0) !== 0} cellKey={cellKey} onCell={onCell} />
      ) : (
        <button
          type="button"
          onClick={() => {
            onOpen(first);
            onCell?.(cellKey);
          }}
          aria-label={`${words === '' ? '未填' : words}，第${numbers.join('、')}处问题`}
        >
          {words === '' ? '（未填）' : words}
          <sup aria-hidden="true">
            {sign}
            {numbers.join(',')}
          </sup>
        </button>
      )}
    </td>
  );
}

/** A figure without findings; it opens the rows behind it where there are any. */
function PlainFigure(props: {
  readonly words: string;
  readonly hasRows: boolean;
  readonly cellKey: string;
  readonly onCell: ((cellKey: string) => void) | undefined;
}) {
  const { words, hasRows, cellKey, onCell } = props;
  if (onCell === undefined || !hasRows) return words;
  return (
    <button type="button" className="form-rows" onClick={() => onCell(cellKey)}>
      {words}
    </button>
  );
}

/** Rows and cells of the form never move: their place names them. */
function withIds<Value>(values: readonly Value[]): readonly { readonly id: string; readonly value: Value }[] {
  return values.map((value, index) => ({ id: String(index), value }));
}

export function OfficialForm(props: OfficialFormProps) {
  const { form, ...rest } = props;
  return (
    <figure className="official-form">
      <figcaption>{form.heading}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard */}
      <section className="official-form-scroll" tabIndex={0} aria-label={form.heading}>
        <table data-table={form.table}>
          <tbody>
            {withIds(form.rows).map(({ id, value: row }, down) => (
              <tr key={id}>
                {withIds(row).map(({ id: cellId, value: cell }) =>
                  cell.figure === undefined ? (
                    <th
                      key={cellId}
                      colSpan={cell.columns ?? 1}
                      rowSpan={cell.rows ?? 1}
                      scope={down < 3 ? 'col' : 'row'}
                    >
                      {cell.text}
                    </th>
                  ) : (
                    <FigureCell
                      key={cellId}
                      cellKey={cell.figure.key}
                      kind={cell.figure.kind}
                      columns={cell.columns ?? 1}
                      {...rest}
                    />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </figure>
  );
}
