/** A list of things by title: one line each, with its day and a word about it; no thumbnails. */
import type { ReactElement, ReactNode } from 'react';
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';

export interface ListedTitle {
  readonly address: string;
  readonly title: ReactNode;
  readonly day?: Day;
  /** Unit, kind, number: short words after the title. */
  readonly notes?: readonly string[];
  readonly excerpt?: ReactNode;
}

export function TitleList(props: { readonly rows: readonly ListedTitle[] }): ReactElement {
  return (
    <ul className="title-list">
      {props.rows.map((row) => (
        <li key={row.address}>
          <a href={row.address}>{row.title}</a>
          {row.excerpt === undefined ? null : <p>{row.excerpt}</p>}
          <p className="title-notes">
            {(row.notes ?? []).map((note) => (
              <span key={note}>{note}</span>
            ))}
            {row.day === undefined ? null : <time dateTime={row.day}>{longDay(row.day)}</time>}
          </p>
        </li>
      ))}
    </ul>
  );
}
