/** Verdicts of measuring: of a figure, of a binding, of a task. A standing is a function of its basis and of nothing else. */
import { addDays, dayOf } from '#kernel/day.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import { judgeUnmeasuredStanding } from '../due-day.ts';
import type { Standing } from '../shapes.ts';
import { partInWords } from './periods.ts';
import type { BoundFigures, MeasuredFigure, StandingBasis } from './shapes.ts';

/** Names a unit for people. */
export type NameOfUnit = (unitId: string) => string;

/** The worse one decides: one failing unit fails the binding, one failing binding fails the task. */
const severity: readonly Standing[] = ['failing', 'cannotTell', 'notYetDue', 'met'];

/** The standing that decides among several; `met` only when all are. None at all tells nothing. */
export function foldStandings(standings: readonly Standing[]): Standing {
  return severity.find((standing) => standings.includes(standing)) ?? 'cannotTell';
}

/** Last day on which the figure's target may still be reached. */
export function dueDayOfFigure(
  bound: Pick<BoundFigures, 'due'>,
  figure: Pick<MeasuredFigure, 'until'>,
): string {
  const lastDay: string = addDays(dayOf(figure.until), -1);
  return bound.due < lastDay ? bound.due : lastDay;
}

/** Whether the value satisfies the target in the measure's direction. */
function reachesTarget(bound: Pick<BoundFigures, 'direction' | 'target'>, value: number): boolean {
  return bound.direction === 'atLeast' ? value >= bound.target : value <= bound.target;
}

type FigureTerms = Pick<BoundFigures, 'direction' | 'judged' | 'target' | 'due'>;

/**
 * The standing of one figure. What must be reached by a day is met as soon as it is reached, and failing only after
 * that day; what must not be exceeded by a day is open until then. A condition that must always hold is judged daily.
 */
export function judgeFigure(bound: FigureTerms, figure: MeasuredFigure, today: string): Standing {
  if (today < figure.from) return 'notYetDue';
  if (figure.value === null) return 'cannotTell';
  const reached = reachesTarget(bound, figure.value);
  if (bound.judged === 'always') return reached ? 'met' : 'failing';
  const isOver = today > dueDayOfFigure(bound, figure);
  if (reached) return bound.direction === 'atLeast' || isOver ? 'met' : 'notYetDue';
  return isOver ? 'failing' : 'notYetDue';
}

export interface BindingVerdict {
  readonly standing: Standing;
  /** Figures that reach the target, of all. */
  readonly reached: number;
  readonly total: number;
  readonly reason: string;
}

/** 98.5%, 3次: at most two decimals. */
export function valueInWords(value: number, valueUnit: string): string {
  return `${Number(value.toFixed(2))}${valueUnit}`;
}

/** 不少于1次, 不低于95%, 不超过0件. */
export function targetInWords(bound: Pick<BoundFigures, 'direction' | 'target' | 'valueUnit'>): string {
  const least = bound.valueUnit === '%' ? '不低于' : '不少于';
  const words = bound.direction === 'atLeast' ? least : '不超过';
  return `${words}${valueInWords(bound.target, bound.valueUnit)}`;
}

/** Figures named one by one in a reason; more are counted. */
const namedFigures = 5;

/** Whose figure it is and of which part of the period: 县教育局第二季度. */
export function figureInWords(bound: BoundFigures, figure: MeasuredFigure, nameOf: NameOfUnit): string {
  const part = bound.figures.some((other) => other.from !== figure.from) ? partInWords(figure) : '';
  return `${figure.unitId === null ? '' : nameOf(figure.unitId)}${part}`;
}

function listFigures(bound: BoundFigures, figures: readonly MeasuredFigure[], nameOf: NameOfUnit): string {
  const named = figures.slice(0, namedFigures).map((figure) => {
    const whose = figureInWords(bound, figure, nameOf);
    const what = figure.value === null ? figure.unknown : valueInWords(figure.value, bound.valueUnit);
    return `${whose}（${what ?? '没有数据'}）`;
  });
  return `${named.join('、')}${figures.length > namedFigures ? `等${figures.length}个` : ''}`;
}

function reasonOfOne(
  bound: BoundFigures,
  figure: MeasuredFigure,
  standing: Standing,
  today: string,
  nameOf: NameOfUnit,
): string {
  const whose = figure.unitId === null ? '' : nameOf(figure.unitId);
  const due = dayTextInWords(dueDayOfFigure(bound, figure));
  const demand = targetInWords(bound);
  if (today < figure.from) return `“${bound.title}”从${dayTextInWords(figure.from)}起核对`;
  if (figure.value === null) return `${whose}“${bound.title}”无法判定：${figure.unknown ?? '没有数据'}`;
  const value = `${whose}“${bound.title}”${valueInWords(figure.value, bound.valueUnit)}`;
  switch (standing) {
    case 'met':
      return `${value}，达到要求（${demand}）`;
    case 'failing':
      return bound.judged === 'always'
        ? `${value}，要求${demand}`
        : `${value}，要求${demand}，期限${due}已过`;
    case 'notYetDue':
    case 'cannotTell':
      return `${value}，要求${demand}，最后一日为${due}`;
  }
}

function reasonOfMany(
  bound: BoundFigures,
  judged: readonly { readonly figure: MeasuredFigure; readonly standing: Standing }[],
  standing: Standing,
  nameOf: NameOfUnit,
): string {
  const of = (wanted: Standing) =>
    judged.filter((one) => one.standing === wanted).map(({ figure }) => figure);
  const demand = bound.scope === 'eachUnit' ? `每个单位${targetInWords(bound)}` : targetInWords(bound);
  const counter = bound.figures.every(({ from }) => from === bound.figures[0]?.from) ? '个单位' : '项';
  const head = `“${bound.title}”要求${demand}，${judged.length}${counter}中${of('met').length}${counter}达到`;
  switch (standing) {
    case 'met':
      return head;
    case 'failing':
      return `${head}；未达到：${listFigures(bound, of('failing'), nameOf)}`;
    case 'cannotTell':
      return `${head}；无法判定：${listFigures(bound, of('cannotTell'), nameOf)}`;
    case 'notYetDue':
      return `${head}，最后一日为${dayTextInWords(bound.due)}`;
  }
}

/** The standing of one binding with its reason. Nobody to ask about is no success. */
export function judgeBinding(bound: BoundFigures, today: string, nameOf: NameOfUnit): BindingVerdict {
  const judged = bound.figures.map((figure) => ({ figure, standing: judgeFigure(bound, figure, today) }));
  const standing = foldStandings(judged.map((one) => one.standing));
  const counts = { reached: judged.filter((one) => one.standing === 'met').length, total: judged.length };
  const [first] = judged;
  if (first === undefined) {
    return { standing, ...counts, reason: `“${bound.title}”没有可以核对的单位` };
  }
  const reason =
    judged.length === 1
      ? reasonOfOne(bound, first.figure, standing, today, nameOf)
      : reasonOfMany(bound, judged, standing, nameOf);
  return { standing, ...counts, reason };
}

/** The computed standing of a task. What decides it is the reason; without bindings the day alone speaks. */
export function judgeStanding(
  basis: StandingBasis,
  nameOf: NameOfUnit,
): { readonly standing: Standing; readonly reason: string } {
  if (basis.bindings.length === 0) {
    const due = basis.due === null ? null : dayOf(basis.due);
    return judgeUnmeasuredStanding(
      { due, because: [basis.dueReason], provisional: false, skipped: [], counted: null },
      dayOf(basis.today),
    );
  }
  const verdicts = basis.bindings.map((bound) => judgeBinding(bound, basis.today, nameOf));
  const standing = foldStandings(verdicts.map((verdict) => verdict.standing));
  const deciding = verdicts.filter((verdict) => verdict.standing === standing);
  return { standing, reason: deciding.map((verdict) => verdict.reason).join('；') };
}
