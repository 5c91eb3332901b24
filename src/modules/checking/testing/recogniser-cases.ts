/**
 * Runs a recogniser over the case tables a clerk extends. Columns: `text`; `code`, `severity`, `mark` (the marked text)
 * and `suggestion` of what must be found, several parted by `|`, blank where nothing may be; `note`. A table with the
 * columns `day` or `attachments` sets them. For tests only.
 */
import { dayOf } from '#kernel/day.ts';
import { type CaseRow, readCaseTable } from '#kernel/testing/case-table.ts';
import { type CheckedDocument, documentOfText } from '../rules/checked-document.ts';
import { bareContext, type CheckContext, type Recogniser } from '../rules/recogniser.ts';

interface ExpectedFinding {
  readonly code: string;
  readonly severity: string;
  readonly mark: string;
  readonly suggestion: string;
}

export interface RecogniserCase {
  /** `document-number.csv:12 国办发[2019]54号`. */
  readonly title: string;
  readonly document: CheckedDocument;
  readonly context: CheckContext;
  readonly expected: readonly ExpectedFinding[];
}

function expectedOf(row: CaseRow): readonly ExpectedFinding[] {
  const column = (name: string) => (row.cells[name] ?? '').split('|');
  const severities = column('severity');
  const marks = column('mark');
  const suggestions = column('suggestion');
  return column('code')
    .filter((code) => code !== '')
    .map((code, index) => ({
      code,
      severity: severities[index] ?? '',
      mark: marks[index] ?? '',
      suggestion: suggestions[index] ?? '',
    }));
}

/** All cases of a table, with the context they are checked in. */
export function readRecogniserCases(
  file: URL,
  context: CheckContext = bareContext,
): readonly RecogniserCase[] {
  const name = file.pathname.split('/').at(-1) ?? '';
  return readCaseTable(file).map((row) => {
    const { text = '', day = '', attachments = '' } = row.cells;
    const document = documentOfText(text);
    return {
      title: `${name}:${row.line} ${text.slice(0, 40)}`,
      document: attachments === '' ? document : { ...document, attachments: attachments.split('|') },
      context: day === '' ? context : { ...context, documentDay: dayOf(day) },
      expected: expectedOf(row),
    };
  });
}

/**
 * What a recogniser says of a case, in the shape of what is expected: a cell left blank beside a code is not compared.
 */
export function findingsOfCase(recogniser: Recogniser, one: RecogniserCase): readonly ExpectedFinding[] {
  return [...recogniser.find(one.document, one.context)]
    .sort((left, right) => left.start - right.start || right.end - left.end)
    .map((finding, index) => {
      const expected = one.expected[index];
      const compared = (wanted: string | undefined, is: string) => (wanted === '' ? '' : is);
      return {
        code: finding.code,
        severity: compared(expected?.severity, finding.severity),
        mark: compared(expected?.mark, one.document.text.slice(finding.start, finding.end)),
        suggestion: compared(expected?.suggestion, finding.suggestion ?? '∅'),
      };
    });
}
