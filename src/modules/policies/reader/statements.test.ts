import { describe, expect, it } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import { readBasis, readEffective, readLapse, readRepeals } from './statements.ts';

const sentences = (text: string) =>
  (text.match(/[^。]+。/gu) ?? [text]).map((one) => ({ text: one, place: { line: 1 } }));

const named = (one: { title: string | null; documentNumber: string | null }) =>
  `${one.title ?? ''}${one.documentNumber === null ? '' : `（${one.documentNumber}）`}`;

describe('what sentences say of a document', () => {
  it.each(
    readCaseTable(new URL('./cases/statements.csv', import.meta.url)).map(
      (row) => [row.line, row.cells.句子 ?? '', row.cells] as const,
    ),
  )('statements.csv line %i: %s', (_line, text, cells) => {
    const issuedOn = dayOf(cells.成文日期 ?? '');
    const read = sentences(text);
    const effective = readEffective(read, issuedOn)?.reading.day ?? null;
    expect({
      施行: effective ?? '',
      有效期至: readLapse(read, effective)?.reading.day ?? '',
      废止: readRepeals(read)
        .map((one) => `${named(one)}${one.part ?? ''}`)
        .join('；'),
      依据: readBasis(read).map(named).join('；'),
    }).toEqual({ 施行: cells.施行, 有效期至: cells.有效期至, 废止: cells.废止, 依据: cells.依据 });
  });
});
