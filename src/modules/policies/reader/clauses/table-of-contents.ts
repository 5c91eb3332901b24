/** Leaves out a printed table of contents, whose lines would be read as clauses a second time. Pure. */
import type { DocumentLine } from '../lines.ts';

export interface IndexedLine {
  readonly line: DocumentLine;
  readonly index: number;
}

const longestContents = 400;
const entryOf = (compact: string) => compact.replace(/[.．…·—\-\s]*\d*$/u, '');

/** The lines without the contents under a line 目录. */
export function withoutContents(lines: readonly DocumentLine[]): readonly IndexedLine[] {
  const indexed = lines.map((line, index) => ({ line, index }));
  const at = lines.findIndex(({ compact }) => /^目录$/u.test(compact));
  const first = lines[at + 1];
  if (at < 0 || first === undefined) return indexed;
  const wanted = entryOf(first.compact);
  const again = lines.findIndex(
    ({ compact }, index) => index > at + 1 && index < at + longestContents && entryOf(compact) === wanted,
  );
  return again < 0
    ? indexed.filter(({ index }) => index !== at)
    : indexed.filter(({ index }) => index < at || index >= again);
}
