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

  it('takes a list whose opening names what the decision rests on', () => {
    const lines = [
      '根据《甲规定》（望政办发〔2022〕11号），决定对下列文件予以废止：',
      '一、《乙通知》（望政发〔2022〕15号）',
      '二、《丙通知》（望政办发〔2022〕35号）',
    ].map((text) => ({ text, place: { line: 1 } }));
    expect(readRepeals(lines).map(named)).toEqual([
      '乙通知（望政发〔2022〕15号）',
      '丙通知（望政办发〔2022〕35号）',
    ]);
  });
});
