import { describe, expect, test } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import { linksOf, onlyElement, renderPart, textsOf } from '../testing/rendered.tsx';
import { placeYear, type YearMark, type YearRow } from './place-marks.ts';
import { YearOfMarks } from './year-of-marks.tsx';
import { YearTable } from './year-table.tsx';

const geometry = {
  left: 0,
  right: 365,
  openLeft: 400,
  openRight: 440,
  pitch: 10,
  rowHead: 0,
  leastLines: 1,
  top: 20,
};

let number = 0;
function markOn(day: string | null, mark: YearMark['mark'] = 'notYetDue'): YearMark {
  number += 1;
  return {
    key: `k${number}`,
    mark,
    day: day === null ? null : dayOf(day),
    short: String(number),
    label: `第${number}项`,
    address: `/plans/p#task-${number}`,
  };
}

function placeMarks(...marks: YearMark[]) {
  const placed = placeYear(2026, [{ title: '一', marks }], dayOf('2026-07-02'), geometry);
  return { placed, marks: placed.rows[0]?.marks ?? [] };
}

describe('the year of a plan', () => {
  test('puts each mark on its day', () => {
    const { marks } = placeMarks(markOn('2026-01-01'), markOn('2026-03-01'), markOn('2026-12-31'));
    expect(marks.map(({ x }) => x)).toEqual([0.5, 59.5, 364.5]);
  });

  test('never lets two marks touch', () => {
    const days = ['2026-06-30', '2026-06-30', '2026-06-25', '2026-07-04', '2026-06-30', '2026-12-31'];
    const { marks } = placeMarks(...days.map((day) => markOn(day)), markOn(null), markOn(null), markOn(null));
    for (const [index, one] of marks.entries()) {
      for (const other of marks.slice(index + 1)) {
        const distance = Math.hypot(one.x - other.x, one.y - other.y);
        expect(distance).toBeGreaterThanOrEqual(geometry.pitch - 1e-6);
      }
    }
  });

  test('gathers many of one day beside it, none outside its month', () => {
    const { marks, placed } = placeMarks(...Array.from({ length: 10 }, () => markOn('2026-12-31')));
    const december = placed.months.at(-1);
    for (const { x } of marks) {
      expect(x).toBeGreaterThan(december?.left ?? 0);
      expect(x).toBeLessThanOrEqual(364.5);
    }
    expect(new Set(marks.map(({ y }) => y)).size).toBe(4);
    const early = placeMarks(...Array.from({ length: 6 }, () => markOn('2026-02-01'))).marks;
    expect(new Set(early.map(({ x }) => x))).toEqual(new Set([31.5, 41.5]));
  });

  test('keeps what has no day apart from the months', () => {
    const { marks, placed } = placeMarks(
      markOn(null),
      markOn(null),
      markOn(null),
      markOn(null),
      markOn(null),
    );
    for (const mark of marks) expect(mark.x).toBeGreaterThan(geometry.openLeft);
    expect(new Set(marks.map(({ y }) => y)).size).toBe(2);
    expect(placed.months).toHaveLength(12);
  });

  test('goes on into the next year where something falls due there', () => {
    const { placed } = placeMarks(markOn('2027-01-31'));
    expect(placed.months.at(-1)).toMatchObject({ year: 2027, month: 1, right: 365 });
    const outside = placeYear(2026, [], dayOf('2027-01-05'), geometry);
    expect(outside.todayX).toBeUndefined();
  });
});

const rows: YearRow[] = [
  { title: '重点领域公开', address: '#section-1', marks: [markOn('2026-06-30', 'failing'), markOn(null)] },
  { title: '基础建设', marks: [markOn('2027-01-31')] },
];

describe('its drawing', () => {
  const page = renderPart(
    <YearOfMarks shape="wide" title="2026年一览" year={2026} today={dayOf('2026-07-02')} rows={rows} />,
  );

  test('names itself and every mark, and leads to every task', () => {
    const svg = onlyElement(page, 'svg');
    const titleId = svg.getAttribute('aria-labelledby') ?? '';
    expect(textsOf(page, `#${titleId}`)).toEqual(['2026年一览']);
    for (const row of rows) {
      for (const mark of row.marks) expect(linksOf(page).get(mark.address)).toBe(mark.label);
    }
  });

  test('shows a state by its shape', () => {
    expect(onlyElement(page, '.mark.failing').localName).toBe('polygon');
    expect([...page.querySelectorAll('circle.notYetDue')]).toHaveLength(2);
  });

  test('says of the next year’s months that they are the next year’s', () => {
    expect(textsOf(page, '.year-months text').at(-1)).toBe('次年1月');
  });
});

test('the table twin holds every mark of the drawing under its month', () => {
  const page = renderPart(<YearTable caption="各章节任务" year={2026} rows={rows} />);
  expect(textsOf(page, 'thead th')).toEqual(['章节', '6月', '次年', '无截止日']);
  const addresses = rows.flatMap((row) => row.marks.map((mark) => mark.address));
  expect(new Set(linksOf(page).keys())).toEqual(new Set(addresses));
});
