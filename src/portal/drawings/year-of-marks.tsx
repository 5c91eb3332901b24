/**
 * The year of a plan: one row a section, one mark a task placed on its due day, filled by standing, today as a thin
 * seal line. Drawn wide for desks and tall for phones; a table says the same.
 */
import type { ReactElement } from 'react';
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import { MarkShape } from '../components/standing-mark.tsx';
import {
  type PlacedRow,
  type PlacedYear,
  placeYear,
  type YearGeometry,
  type YearRow,
} from './place-marks.ts';

const wide = {
  width: 1160,
  left: 290,
  right: 1040,
  openLeft: 1058,
  openRight: 1160,
  pitch: 17,
  rowHead: 0,
  leastLines: 2,
  top: 30,
};
const narrow = {
  width: 360,
  left: 6,
  right: 300,
  openLeft: 312,
  openRight: 356,
  pitch: 11,
  rowHead: 24,
  leastLines: 1,
  top: 26,
};

const lineColour = '#DAD6CC';
const quietColour = '#57606A';
const inkColour = '#1F2328';
const sealColour = '#B4232A';

function Months(props: {
  readonly placed: PlacedYear;
  readonly year: number;
  readonly isWide: boolean;
}): ReactElement {
  const { placed, year, isWide } = props;
  return (
    <g className="year-months">
      {placed.months.map((month) => (
        <g key={`${month.year}-${month.month}`}>
          <line
            x1={month.left}
            x2={month.left}
            y1={20}
            y2={placed.bottom}
            stroke={lineColour}
            strokeWidth={month.month === 1 ? 1.2 : 0.6}
          />
          <text
            x={(month.left + month.right) / 2}
            y={12}
            textAnchor="middle"
            fontSize={isWide ? 13 : 11}
            fill={quietColour}
          >
            {isWide ? `${month.year > year ? '次年' : ''}${month.month}月` : month.month}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Marks that may not begin a line (标点避头). */
const closingMarks = /^[、，。；：！？）》」』”’…]/;

/** Cuts a title into the lines there is room for; the last one ends in an ellipsis when something is left out. */
function linesOfTitle(title: string, perLine: number, most: number): string[] {
  const lines: string[] = [];
  let rest = title;
  while (rest !== '' && lines.length < most) {
    const length = closingMarks.test(rest.slice(perLine)) ? perLine + 1 : perLine;
    lines.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  const last = lines.pop() ?? '';
  return [...lines, rest === '' ? last : `${last.slice(0, -1)}…`];
}

function RowTitle(props: { readonly placed: PlacedRow; readonly isWide: boolean }): ReactElement {
  const { placed, isWide } = props;
  const { row } = placed;
  const lines = isWide ? linesOfTitle(row.title, 19, 2) : linesOfTitle(row.title, 27, 1);
  const last = isWide ? placed.bottom - 9 : placed.top + 17;
  const text = (
    <text fontSize={isWide ? 14 : 12.5} fill={inkColour}>
      <title>{row.title}</title>
      {lines.map((line, index) => (
        <tspan key={line} x={isWide ? 0 : 4} y={last - (lines.length - 1 - index) * 19}>
          {line}
        </tspan>
      ))}
    </text>
  );
  return row.address === undefined ? text : <a href={row.address}>{text}</a>;
}

function Row(props: {
  readonly placed: PlacedRow;
  readonly geometry: YearGeometry & { readonly width: number };
  readonly isWide: boolean;
}): ReactElement {
  const { placed, geometry, isWide } = props;
  return (
    <g className="year-row">
      <line
        x1={0}
        x2={geometry.width}
        y1={placed.bottom}
        y2={placed.bottom}
        stroke={lineColour}
        strokeWidth={1}
      />
      <RowTitle placed={placed} isWide={isWide} />
      {placed.marks.map((mark) => (
        <a key={mark.key} href={mark.address} aria-label={mark.label}>
          <title>{mark.label}</title>
          <MarkShape mark={mark.mark} x={mark.x} y={mark.y} reach={geometry.pitch * 0.4} />
        </a>
      ))}
    </g>
  );
}

function Today(props: { readonly x: number; readonly bottom: number; readonly day: Day }): ReactElement {
  return (
    <g className="year-today">
      <line x1={props.x} x2={props.x} y1={19} y2={props.bottom} stroke={sealColour} strokeWidth={1.2}>
        <title>{`今天，${longDay(props.day)}`}</title>
      </line>
      <rect x={props.x - 2.5} y={17} width={5} height={5} fill={sealColour} />
    </g>
  );
}

export interface YearOfMarksProps {
  /** `2026年政务公开重点工作任务的一年`. */
  readonly title: string;
  readonly year: number;
  readonly today: Day;
  readonly rows: readonly YearRow[];
  readonly shape: 'wide' | 'narrow';
}

export function YearOfMarks(props: YearOfMarksProps): ReactElement {
  const isWide = props.shape === 'wide';
  const geometry = isWide ? wide : narrow;
  const placed = placeYear(props.year, props.rows, props.today, geometry);
  const titleId = `year-${props.shape}`;
  const middleOfOpen = (geometry.openLeft + geometry.openRight) / 2;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing that holds links is a group, which SVG has no element for
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className={`year-drawing for-${props.shape}`}
      viewBox={`0 0 ${geometry.width} ${placed.bottom + 4}`}
      role="group"
      aria-labelledby={titleId}
      fontFamily='"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif'
    >
      <title id={titleId}>{props.title}</title>
      <Months placed={placed} year={props.year} isWide={isWide} />
      <text
        className="year-open"
        x={middleOfOpen}
        y={12}
        textAnchor="middle"
        fontSize={isWide ? 13 : 11}
        fill={quietColour}
      >
        {isWide ? '无截止日' : '无日期'}
      </text>
      {placed.todayX === undefined ? null : (
        <Today x={placed.todayX} bottom={placed.bottom} day={props.today} />
      )}
      {placed.rows.map((row, index) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: sections may repeat a title; their order never changes
          key={index}
          placed={row}
          geometry={geometry}
          isWide={isWide}
        />
      ))}
    </svg>
  );
}
