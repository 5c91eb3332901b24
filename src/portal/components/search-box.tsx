/** The box that searches and asks; the same in the header, on the first page and above the results. */
import type { ReactElement } from 'react';
import { searchAddress } from '../addresses.ts';
import { searchInvitation } from '../words.ts';

/** Longest question; a whole sentence, not an essay. */
export const longestQuestion = 100;

export function SearchBox(props: {
  /** Unique on the page. */
  readonly id: string;
  readonly question?: string | undefined;
  readonly isLarge?: boolean;
  readonly error?: string | undefined;
}): ReactElement {
  const { id, isLarge = false, error } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is younger than the phones the site must serve
    <form className={isLarge ? 'search-box large' : 'search-box'} role="search" action={searchAddress()}>
      <label htmlFor={id} className={isLarge ? undefined : 'unseen'}>
        {searchInvitation}
      </label>
      {error === undefined ? null : (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <span className="search-box-row">
        <input
          id={id}
          name="q"
          type="search"
          defaultValue={props.question}
          maxLength={longestQuestion}
          placeholder={isLarge ? undefined : searchInvitation}
          autoComplete="off"
          enterKeyHint="search"
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
        />
        <button type="submit">搜索</button>
      </span>
    </form>
  );
}
