/** Paging by key: back to the beginning and on to what follows. There are no page numbers to jump to. */
import type { ReactElement } from 'react';

export function Pagination(props: {
  /** Undefined on the first page. */
  readonly firstAddress: string | undefined;
  /** Undefined on the last page. */
  readonly nextAddress: string | undefined;
}): ReactElement | null {
  const { firstAddress, nextAddress } = props;
  if (firstAddress === undefined && nextAddress === undefined) return null;
  return (
    <nav className="pagination" aria-label="翻页">
      {firstAddress === undefined ? null : <a href={firstAddress}>回到第一页</a>}
      {nextAddress === undefined ? null : (
        <a href={nextAddress} rel="next">
          下一页
        </a>
      )}
    </nav>
  );
}
