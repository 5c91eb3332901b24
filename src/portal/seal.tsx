/** The mark of the site: a vermilion seal in the old 日 frame, 公 above 开, drawn for this house. */
import type { ReactElement } from 'react';

/** Decorative beside the site's name; the name says it all. */
export function SealMark(): ReactElement {
  return (
    <svg className="seal-mark" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path d="M3.5 3 60.5 3.5 61 60.5 3 61Z" fill="#B4232A" />
      <g fill="none" stroke="#FBFAF7" strokeWidth="3.8">
        <path strokeWidth="1.6" d="M7 7h50v50H7ZM7 32h50" />
        <path d="M27 9.5c-.5 5.5-5 8.5-14.5 9.5M37 9.5c.5 5.5 5 8.5 14.5 9.5" />
        <path d="M32.5 15.5c-2 4.5-5 8.5-9 11.5 6 .3 11 0 16.5-.7M36 20.5c3 2.5 5.5 5.5 7 9" />
        <path d="M16 38h32M12 45.5h40M25.5 38v7.5c0 4.5-4 7.5-11.5 9M39.5 38v17" />
      </g>
    </svg>
  );
}
