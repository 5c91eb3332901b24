/** Verdicts of a back-test: of a figure, a binding, a task, and how many of each by section and unit. Pure. */
import { dayTextInWords } from '#kernel/day-words.ts';
import type { NameOfUnit } from '../measuring/verdict.ts';
import { valueInWords } from '../measuring/verdict.ts';
import type {
  BackTestSummary,
  PastBinding,
  PastCounts,
  PastFigure,
  PastStanding,
  PastTask,
} from './shapes.ts';
import { pastStandings } from './shapes.ts';
import { standInInWords } from './stand-ins.ts';

/** What a figure of last year is judged by. */
export interface FigureOfThen {
  readonly value: number | null;
  readonly unknown: string | null;
  readonly evidenceCount: number;
  /** Whether its part of the period was over on the day it was asked for. */
  readonly isOver: boolean;
  /**
   * Whether the platform holds any row of this measure up to then. Without one, nothing done and nothing recorded look
   * alike.
   */
  readonly hasRecords: boolean;
}

interface Demand {
  readonly direction: 'atLeast' | 'atMost';
  readonly target: number;
}

/** The standing of one figure with what kept it from being told. */
export function judgePastFigure(
  { direction, target }: Demand,
  figure: FigureOfThen,
): { readonly standing: PastStanding; readonly unknown: string | null } {
  const { value } = figure;
  if (value === null) return { standing: 'cannotTell', unknown: figure.unknown ?? '没有数据' };
  const reached = direction === 'atLeast' ? value >= target : value <= target;
  if (figure.evidenceCount === 0 && !figure.hasRecords && (direction === 'atMost' || !reached)) {
    return { standing: 'cannotTell', unknown: '平台没有那时的记录，分不清是没有做还是没有登记' };
  }
  // What has been reached stays reached; what must not be exceeded is open until the end.
  if (reached && (direction === 'atLeast' || figure.isOver)) return { standing: 'met', unknown: null };
  if (!reached && (figure.isOver || direction === 'atMost')) return { standing: 'failing', unknown: null };
  return { standing: 'cannotTell', unknown: '那段期间还没有过完' };
}

const severity: readonly PastStanding[] = ['failing', 'cannotTell', 'met'];

/** The worse one decides; none at all tells nothing. */
export function foldPastStandings(found: readonly PastStanding[]): PastStanding {
  return severity.find((standing) => found.includes(standing)) ?? 'cannotTell';
}

const namedFigures = 5;

type JudgedBinding = Pick<PastBinding, 'title' | 'valueUnit' | 'demand' | 'scope' | 'figures'>;

function figureWords({ valueUnit }: JudgedBinding, figure: PastFigure): string {
  const whose = `${figure.unitName ?? ''}${figure.part}`;
  const told = figure.standing === 'cannotTell' ? figure.unknown : null;
  const value = told ?? (figure.value === null ? '没有数据' : valueInWords(figure.value, valueUnit));
  return whose === '' ? value : `${whose}（${value}）`;
}

/** What decides a binding, in one sentence. */
export function explainPastBinding(binding: JudgedBinding, standing: PastStanding): string {
  const { figures, title, demand, valueUnit } = binding;
  const [first] = figures;
  if (first === undefined) return `“${title}”没有可以核对的单位`;
  if (figures.length === 1) {
    const whose = first.unitName ?? '';
    if (standing === 'cannotTell') return `${whose}“${title}”无法判定：${first.unknown ?? '没有数据'}`;
    const value = first.value === null ? '' : valueInWords(first.value, valueUnit);
    return `${whose}“${title}”到${dayTextInWords(first.askedOn)}为${value}，要求${demand}`;
  }
  const each = binding.scope === 'eachUnit' ? '每个单位' : '';
  const counter = figures.every(({ from }) => from === first.from) ? '个单位' : '项';
  const met = figures.filter((figure) => figure.standing === 'met').length;
  const head = `“${title}”要求${each}${demand}，${figures.length}${counter}中${met}${counter}达到`;
  if (standing === 'met') return head;
  const deciding = figures.filter((figure) => figure.standing === standing);
  const [why, ...others] = new Set(deciding.map(({ unknown }) => unknown));
  if (standing === 'cannotTell' && others.length === 0 && why != null) {
    return `${head}；${deciding.length}${counter}无法判定：${why}`;
  }
  const named = deciding.slice(0, namedFigures).map((figure) => figureWords(binding, figure));
  const rest = deciding.length > namedFigures ? `等${deciding.length}个` : '';
  return `${head}；${standing === 'failing' ? '未达到' : '无法判定'}：${named.join('、')}${rest}`;
}

/** The standing of a task, and of each unit in it: its own figures where units are judged one by one, else all. */
export function judgePastTask(
  bindings: readonly PastBinding[],
  unitsOf: (binding: PastBinding) => readonly string[],
  owners: readonly string[],
): Pick<PastTask, 'standing' | 'reason' | 'units'> {
  if (bindings.length === 0) {
    return {
      standing: 'cannotTell',
      reason: '没有绑定度量，任务原文也提不出建议',
      units: owners.map((unitId) => ({ unitId, standing: 'cannotTell' })),
    };
  }
  const standing = foldPastStandings(bindings.map((binding) => binding.standing));
  const deciding = bindings.filter((binding) => binding.standing === standing);
  const standIn = deciding.find((binding) => binding.standIn !== null)?.standIn ?? null;
  const shares = new Map<string, PastStanding[]>();
  const share = (unitId: string, part: PastStanding) =>
    shares.set(unitId, [...(shares.get(unitId) ?? []), part]);
  for (const binding of bindings) {
    if (binding.scope === 'together') for (const unitId of unitsOf(binding)) share(unitId, binding.standing);
    else for (const { unitId, standing: own } of binding.figures) if (unitId !== null) share(unitId, own);
  }
  return {
    standing,
    reason: [
      ...deciding.map((binding) => binding.reason),
      ...(standIn === null ? [] : [standInInWords(standIn)]),
    ].join('；'),
    units: [...shares].map(([unitId, parts]) => ({ unitId, standing: foldPastStandings(parts) })),
  };
}

function countPast(found: readonly PastStanding[]): PastCounts {
  const counts = { met: 0, failing: 0, cannotTell: 0 };
  for (const standing of found) counts[standing] += 1;
  return counts;
}

function gather<Key>(
  pairs: readonly (readonly [Key, PastStanding])[],
): readonly (readonly [Key, PastCounts])[] {
  const found = new Map<Key, PastStanding[]>();
  for (const [key, standing] of pairs) {
    const list = found.get(key);
    if (list === undefined) found.set(key, [standing]);
    else list.push(standing);
  }
  return [...found].map(([key, list]) => [key, countPast(list)]);
}

/** Counts of the whole plan, of its sections in their order, and of its units with the failing ones first. */
export function summariseBackTest(tasks: readonly PastTask[], nameOf: NameOfUnit): BackTestSummary {
  const units = gather(
    tasks.flatMap((task) => task.units.map(({ unitId, standing }) => [unitId, standing] as const)),
  );
  return {
    total: countPast(tasks.map(({ standing }) => standing)),
    unmeasured: tasks.filter(({ bindings }) => bindings.length === 0).length,
    sections: gather(tasks.map(({ section, standing }) => [section, standing] as const)).map(
      ([section, counts]) => ({ section, counts }),
    ),
    units: units
      .map(([unitId, counts]) => ({ unitId, unitName: nameOf(unitId), counts }))
      .sort(
        (left, right) =>
          right.counts.failing - left.counts.failing ||
          right.counts.cannotTell - left.counts.cannotTell ||
          left.unitName.localeCompare(right.unitName, 'zh-CN'),
      ),
  };
}

/** All counted tasks. */
export function totalOfPast(counts: PastCounts): number {
  return pastStandings.reduce((sum, standing) => sum + counts[standing], 0);
}
