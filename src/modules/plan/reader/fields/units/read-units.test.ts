import { describe, expect, it } from 'vitest';
import { foldText } from '#kernel/chinese/fold-text.ts';
import { type CaseRow, readCaseTable } from '#kernel/testing/case-table.ts';
import { readUnits, type UnitRole } from './read-units.ts';

const roleOfWord: Readonly<Record<string, UnitRole>> = {
  牵头: 'lead',
  责任: 'responsible',
  配合: 'cooperating',
};
const cell = (row: CaseRow, column: string): string => row.cells[column] ?? '';
const unitCases = readCaseTable(new URL('../cases/units.csv', import.meta.url));

function readCase(row: CaseRow) {
  const roleHint = roleOfWord[cell(row, '默认角色')];
  return readUnits(cell(row, '原文'), roleHint === undefined ? {} : { roleHint });
}

describe('readUnits', () => {
  it.each(unitCases.map((row) => [row.line, cell(row, '原文'), row] as const))(
    'units.csv line %i: %s',
    (_line, _text, row) => {
      const reading = readCase(row);
      expect({
        lead: reading.lead.join('|'),
        responsible: reading.responsible.join('|'),
        cooperating: reading.cooperating.join('|'),
        doubts: reading.flags.length > 0 ? '是' : '',
      }).toEqual({
        lead: cell(row, '牵头'),
        responsible: cell(row, '责任'),
        cooperating: cell(row, '配合'),
        doubts: cell(row, '存疑'),
      });
    },
  );

  it('puts every name in exactly one list', () => {
    for (const row of unitCases) {
      const reading = readCase(row);
      const names = [...reading.lead, ...reading.responsible, ...reading.cooperating].map(foldText);
      expect(new Set(names).size, cell(row, '原文')).toBe(names.length);
    }
  });

  it('reads any list of complete names back from any separator', () => {
    const names = unitCases.map((row) => cell(row, '责任')).filter((name) => /^县[^|（]*局$/u.test(name));
    const distinct = [...new Set(names)];
    expect(distinct.length).toBeGreaterThan(15);
    for (const separator of ['、', '，', ',', '；', ' ', '\n', '和', '及', '与', '以及']) {
      expect(readUnits(distinct.join(separator)).responsible, separator).toEqual(distinct);
    }
  });

  it('takes the first unit for the lead where the column heading says so', () => {
    const reading = readUnits('县司法局、县财政局', { firstLeads: true });
    expect(reading.lead).toEqual(['县司法局']);
    expect(reading.responsible).toEqual(['县财政局']);
  });

  it('flags a damaged or over-long name instead of passing it off as a unit', () => {
    for (const text of ['县政府办公', '推进公开平台建设', '做好各项工作，并及时将有关情况向社会公布']) {
      expect(readUnits(text).flags.length, text).toBeGreaterThan(0);
    }
  });
});
