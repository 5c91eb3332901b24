/** How documents are named in other texts. Pure; browser-safe. */

/** How the document is cited in other texts: 《标题》（文号）. */
export function citationOf(title: string, documentNumber: string | null): string {
  return `《${title}》${documentNumber === null ? '' : `（${documentNumber}）`}`;
}
