/** Reads a table of issuing codes as people paste it from a spreadsheet or a CSV file. Pure; browser-safe. */

/** A row as it stands in the table; days are texts, the contract judges them. */
export interface PastedCodeRow {
  readonly unit: string;
  readonly code: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
}

const headings: ReadonlySet<string> = new Set(['单位', '单位名称', '发文机关']);

/** 2024/3/5, 2024.3.5 and 2024年3月5日 as a day; other texts as they are. */
function dayAsWritten(text: string): string {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Rows of a pasted table: unit, code, first day, end; cells parted by tabs or commas, a heading line left out. */
export function readIssuingCodeTable(text: string): readonly PastedCodeRow[] {
  return text
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .map((line) => line.split(/\t|,|，/u).map((cell) => cell.trim().replace(/^"(.*)"$/u, '$1')))
    .filter(([unit = '', code = '']) => (unit !== '' || code !== '') && !headings.has(unit))
    .map(([unit = '', code = '', from = '', until = '']) => ({
      unit,
      code,
      ...(from === '' ? {} : { validFrom: dayAsWritten(from) }),
      ...(until === '' ? {} : { validUntil: dayAsWritten(until) }),
    }));
}
