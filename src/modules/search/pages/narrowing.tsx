/** Ways to narrow what was found: facets with counts as links, which need no script and can be sent to somebody. */
import type { ReactElement } from 'react';
import { searchAddress } from '#portal/addresses.ts';
import type { AskedSearch, FoundFacet } from '../contract.ts';

/** Values of a facet shown; those beyond are found by one more word. */
const shownValues = 8;

/** The address of the same question asked a little differently, from its first page. */
export function addressOfSearch(asked: AskedSearch, change: Partial<AskedSearch> = {}): string {
  const { q, in: narrowed, sort, after } = { ...asked, after: undefined, ...change };
  return searchAddress({ q, in: narrowed, sort: sort === 'relevance' ? undefined : sort, after });
}

/** Chosen values first, so that they are in view and can be taken back. */
function listShown(facet: FoundFacet): FoundFacet['values'] {
  const chosen = facet.values.filter(({ isChosen }) => isChosen);
  const others = facet.values.filter(({ isChosen }) => !isChosen);
  return [...chosen, ...others].slice(0, Math.max(shownValues, chosen.length));
}

export function Narrowing(props: {
  readonly asked: AskedSearch;
  readonly facets: readonly FoundFacet[];
}): ReactElement | null {
  const { asked } = props;
  const facets = props.facets.filter(
    ({ values }) => values.length > 1 || values.some(({ isChosen }) => isChosen),
  );
  if (facets.length === 0) return null;
  return (
    <nav className="narrowing" id="narrowing" aria-label="缩小范围">
      {facets.map((facet) => (
        <section key={facet.name}>
          <h2>{facet.title}</h2>
          <ul>
            {listShown(facet).map(({ value, title, count, isChosen }) => {
              const text = `${facet.name}:${value}`;
              const narrowed = isChosen ? asked.in.filter((one) => one !== text) : [...asked.in, text];
              return (
                <li key={value}>
                  <a
                    href={addressOfSearch(asked, { in: narrowed })}
                    aria-current={isChosen ? 'true' : undefined}
                    rel="nofollow"
                  >
                    <span>{title}</span>
                    <span className="count">
                      {count}
                      <span className="unseen">{isChosen ? '条，点按取消' : '条'}</span>
                    </span>
                  </a>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </nav>
  );
}
