/** Text in pieces, the asked words marked. */
import { Fragment, type ReactElement } from 'react';
import type { MarkedPiece } from '#kernel/search/mark-words.ts';

export function Marked({ pieces }: { readonly pieces: readonly MarkedPiece[] }): ReactElement {
  let place = 0;
  return (
    <>
      {pieces.map(({ text, isHit }) => {
        place += text.length;
        return isHit ? <mark key={place}>{text}</mark> : <Fragment key={place}>{text}</Fragment>;
      })}
    </>
  );
}
