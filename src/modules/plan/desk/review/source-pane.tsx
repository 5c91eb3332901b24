/** The document as it was read, with the place of the task under review marked and brought into view. */
import { useEffect, useRef } from 'react';
import { Loading } from '#desk/components/loading/loading.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useApi } from '#desk/data/use-api.ts';
import type { SourceBlock, SourcePlace, SourceTable } from '#kernel/reading/source.ts';

interface SourceReply {
  readonly blocks: readonly SourceBlock[];
  readonly format: string | null;
}

const isSamePlace = (place: SourcePlace, wanted: SourcePlace) =>
  wanted.cell !== undefined
    ? place.cell === wanted.cell
    : wanted.line !== undefined && place.line === wanted.line && place.page === wanted.page;

function SourceTableView({ table, marked }: { table: SourceTable; marked: SourcePlace | undefined }) {
  return (
    <table>
      <tbody>
        {table.rows.map((row, rowIndex) => {
          const isMarked =
            marked !== undefined &&
            (isSamePlace(row.place, marked) || row.cells.some((cell) => isSamePlace(cell.place, marked)));
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a read document never move
            <tr key={rowIndex} className={isMarked ? 'source-marked' : ''}>
              {row.cells.map((cell) => (
                <td key={cell.column} colSpan={cell.columnSpan} rowSpan={cell.rowSpan}>
                  {cell.text}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const topWithin = (inner: Element, outer: Element) =>
  inner.getBoundingClientRect().top - outer.getBoundingClientRect().top;

export function SourcePane({ importId, marked }: { importId: string; marked: SourcePlace | undefined }) {
  const source = useApi<SourceReply>(`/plan-imports/${importId}/source`);
  const pane = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark moves with the task, the pane only follows it
  useEffect(() => {
    const shown = pane.current;
    const mark = shown?.querySelector('.source-marked');
    // Only the pane scrolls; scrollIntoView would move the whole screen.
    if (shown != null && mark != null) shown.scrollTop += topWithin(mark, shown) - shown.clientHeight / 3;
  }, [marked, source.data]);
  if (source.error !== null)
    return <RefusalNotice error={source.error} onRetry={() => void source.refetch()} />;
  if (source.data === undefined) return <Loading what="原文" lines={8} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="source-pane" aria-label="原文" ref={pane} tabIndex={0}>
      {source.data.blocks.map((block, index) => {
        const key = `${block.kind}${index}`;
        if (block.kind === 'table') return <SourceTableView key={key} table={block} marked={marked} />;
        const isMarked = marked !== undefined && isSamePlace(block.place, marked);
        return (
          <p
            key={key}
            className={`${isMarked ? 'source-marked' : ''}${block.centred === true ? ' source-centred' : ''}`}
          >
            {block.listLabel}
            {block.text}
          </p>
        );
      })}
    </section>
  );
}
