/** Units are found as clerks type them. */
import { describe, expect, it } from 'vitest';
import { matchPickableUnits, type PickableUnit } from './match-units.ts';

const unit = (id: string, name: string, shortName: string, search: string[] = []): PickableUnit => ({
  id,
  name,
  shortName,
  parentId: null,
  search,
});

const units = [
  unit('1', '望澜县人民政府办公室', '县政府办公室', ['县府办', 'wlxrmzfbgs', 'xzfbgs']),
  unit('2', '望澜县发展和改革局', '县发展改革局', ['县发改局', '县粮食和物资储备局', 'xfzggj']),
  unit('3', '望澜县财政局', '县财政局', ['xczj']),
  unit('4', '财源镇人民政府', '财源镇', ['cyz']),
];

const found = (text: string) => matchPickableUnits(units, text).map(({ id }) => id);

describe('a typed name', () => {
  it('finds by alias, double name and initials', () => {
    expect(found('县发改局')).toEqual(['2']);
    expect(found('物资储备')).toEqual(['2']);
    expect(found('XCZJ')).toEqual(['3']);
  });
  it('finds letters in their order, but never by one letter alone', () => {
    expect(found('发改局')).toEqual(['2']);
    expect(found('澜')).toEqual(['1', '2', '3']);
    expect(found('馆')).toEqual([]);
  });
  it('puts the unit that begins so before one that contains it', () => {
    expect(found('财')).toEqual(['4', '3']);
  });
  it('lists everything in its order while nothing is typed', () => {
    expect(found('  ')).toEqual(['1', '2', '3', '4']);
  });
});
