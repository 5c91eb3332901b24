/** A year as twelve drawn months, each day marked by shape besides colour, with the same as a table below. */
import { DrawingFrame, type TableTwin } from '#desk/components/drawing-frame/drawing-frame.tsx';
import { type Day, dayOfMonthOf, parseDay } from '#kernel/day.ts';
import { longDayWithWeekday, shortDay, weekdayWord } from '#kernel/day-words.ts';
import type { CalendarYearView } from '../../contract.ts';
import { holidaySpans, monthDays, type YearDay, yearDayTitles } from './year-days.ts';
import './year-drawing.css';

export interface YearDrawingProps {
  readonly year: number;
  /** The year's notice; undefined while it is not known. */
  readonly known: CalendarYearView | undefined;
  readonly today: Day;
}

const months = Array.from({ length: 12 }, (_, at) => at + 1);
const cell = 28;

export function YearDrawing({ year, known, today }: YearDrawingProps) {
  return (
    <>
      <ul className="year-legend" aria-label="图例">
        <li>
          <span className="year-mark year-holiday">1</span>放假
        </li>
        <li>
          <span className="year-mark year-madeUp">1</span>调休上班
        </li>
        <li>
          <span className="year-mark year-weekend">1</span>周末
        </li>
        <li>
          <span className="year-mark year-working">1</span>工作日
        </li>
      </ul>
      <DrawingFrame title={`${year}年放假和调休`} table={holidayTwin(known)} tableOpen={known !== undefined}>
        <div className="year">
          {months.map((month) => (
            <Month key={month} year={year} month={month} known={known} today={today} />
          ))}
        </div>
      </DrawingFrame>
    </>
  );
}

function Month({ year, month, known, today }: YearDrawingProps & { readonly month: number }) {
  const days = monthDays(year, month, known);
  const working = days.filter((one) => one.kind === 'working' || one.kind === 'madeUp').length;
  return (
    <figure>
      <figcaption>
        {`${month}月`}
        <span className="quiet">{working}个工作日</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${cell * 7} ${cell * 7}`}
        role="img"
        aria-label={`${year}年${month}月，${working}个工作日`}
      >
        {['一', '二', '三', '四', '五', '六', '日'].map((word, column) => (
          <text key={word} x={column * cell + cell / 2} y={18} className="year-head">
            {word}
          </text>
        ))}
        {days.map((one) => (
          <DayCell key={one.day} one={one} isToday={one.day === today} />
        ))}
      </svg>
    </figure>
  );
}

function DayCell({ one, isToday }: { readonly one: YearDay; readonly isToday: boolean }) {
  const x = one.column * cell;
  const y = (one.week + 1) * cell;
  const marked = one.kind === 'holiday' || one.kind === 'madeUp';
  return (
    <g className={`year-day year-${one.kind}`}>
      <title>
        {longDayWithWeekday(one.day)} {one.name ?? ''}
        {yearDayTitles[one.kind]}
      </title>
      {marked ? (
        <rect x={x + 2} y={y + 2} width={cell - 4} height={cell - 4} rx={one.kind === 'holiday' ? 12 : 2} />
      ) : null}
      <text x={x + cell / 2} y={y + cell / 2 + 4.5}>
        {dayOfMonthOf(one.day)}
      </text>
      {isToday ? (
        <line x1={x + 6} x2={x + cell - 6} y1={y + cell - 2} y2={y + cell - 2} className="year-today" />
      ) : null}
    </g>
  );
}

/** The twin of the drawing: each holiday with the days off and the days worked for it. */
function holidayTwin(known: CalendarYearView | undefined): TableTwin {
  return {
    head: ['节日', '放假', '天数', '调休上班'],
    rows: (known === undefined ? [] : holidaySpans(known)).map((span) => [
      span.name,
      spanWords(span.off),
      span.off.length,
      span.worked.map(workedWords).join('、') || '没有',
    ]),
  };
}

function workedWords(text: string): string {
  const day = parseDay(text);
  return day === undefined ? text : `${shortDay(day)}（${weekdayWord(day)}）`;
}

function spanWords(days: readonly string[]): string {
  const first = parseDay(days[0] ?? '');
  const last = parseDay(days.at(-1) ?? '');
  if (first === undefined || last === undefined) return '';
  return first === last ? shortDay(first) : `${shortDay(first)}至${shortDay(last)}`;
}
