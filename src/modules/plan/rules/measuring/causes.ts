/** What changed a standing: two bases compared, in sentences for people. A changed standing always has a cause. */
import { dayTextInWords } from '#kernel/day-words.ts';
import type { BoundFigures, EvidenceShape, MeasuredFigure, StandingBasis, StandingCause } from './shapes.ts';
import {
  dueDayOfFigure,
  figureInWords,
  judgeBinding,
  judgeFigure,
  judgeStanding,
  type NameOfUnit,
  targetInWords,
  valueInWords,
} from './verdict.ts';

/** Looks rows of evidence up by the digest they are kept under. */
export type EvidenceOf = (digest: string) => readonly EvidenceShape[];

/** Causes told one by one; the rest is counted. */
const toldCauses = 20;

const cause = (
  kind: StandingCause['kind'],
  sentence: string,
  address: string | null = null,
): StandingCause => ({
  kind,
  sentence,
  address,
});

const quoted = (title: string) => (/^《.*》$/u.test(title) ? title : `《${title}》`);

const rowWords = {
  evidenceGone: { before: '佐证', after: '已不存在' },
  evidenceEdited: { before: '佐证', after: '内容有改动' },
  evidenceAdded: { before: '新增佐证', after: '' },
} as const;
type RowCause = keyof typeof rowWords;
const everyRowCause: readonly RowCause[] = ['evidenceGone', 'evidenceEdited', 'evidenceAdded'];

/** Rows of one kind told one by one; more are counted. */
const toldRows = 5;

/** Rows that went, changed or came between two figures; `kinds` are those that can explain the change. */
export function compareEvidence(
  before: readonly EvidenceShape[],
  after: readonly EvidenceShape[],
  kinds: readonly RowCause[] = everyRowCause,
): StandingCause[] {
  const earlier = new Map(before.map((row) => [row.key, row]));
  const later = new Map(after.map((row) => [row.key, row]));
  const rows: Readonly<Record<RowCause, readonly EvidenceShape[]>> = {
    evidenceGone: before.filter((row) => !later.has(row.key)),
    evidenceEdited: after.filter((row) => {
      const old = earlier.get(row.key);
      return old !== undefined && old.digest !== row.digest;
    }),
    evidenceAdded: after.filter((row) => !earlier.has(row.key)),
  };
  return kinds.flatMap((kind) => {
    const words = rowWords[kind];
    return rows[kind].length > toldRows
      ? [cause(kind, `${words.before}${rows[kind].length}条${words.after}`)]
      : rows[kind].map((row) =>
          cause(kind, `${words.before}${quoted(row.title)}${words.after}`, row.address),
        );
  });
}

/** Of a count that must be reached, added rows never explain a fall and gone ones never a rise. */
function kindsThatExplain(
  bound: BoundFigures,
  before: MeasuredFigure,
  after: MeasuredFigure,
): readonly RowCause[] {
  if (bound.direction === 'atMost' || before.value === null || after.value === null) return everyRowCause;
  if (after.value < before.value) return ['evidenceGone', 'evidenceEdited'];
  return after.value > before.value ? ['evidenceAdded', 'evidenceEdited'] : everyRowCause;
}

const figureKey = ({ unitId, from, until }: MeasuredFigure) => `${unitId ?? 'all'}|${from}|${until}`;

function explainFigure(
  before: { readonly bound: BoundFigures; readonly figure: MeasuredFigure; readonly today: string },
  after: { readonly bound: BoundFigures; readonly figure: MeasuredFigure; readonly today: string },
  evidenceOf: EvidenceOf,
  nameOf: NameOfUnit,
): StandingCause[] {
  const { bound, figure } = after;
  const whose = `${figureInWords(bound, figure, nameOf)}“${bound.title}”`;
  const old = before.figure;
  const causes: StandingCause[] = [];
  if (old.value !== null && figure.value === null) {
    causes.push(cause('becameUnknown', `${whose}无法判定：${figure.unknown ?? '没有数据'}`));
  } else if (old.value === null && figure.value !== null) {
    const now = valueInWords(figure.value, bound.valueUnit);
    causes.push(cause('valueChanged', `${whose}由无法判定变为${now}`));
  } else if (old.value !== null && figure.value !== null && old.value !== figure.value) {
    const was = valueInWords(old.value, before.bound.valueUnit);
    const now = valueInWords(figure.value, bound.valueUnit);
    causes.push(cause('valueChanged', `${whose}由${was}变为${now}`));
  }
  if (old.evidence !== figure.evidence) {
    causes.push(
      ...compareEvidence(
        evidenceOf(old.evidence),
        evidenceOf(figure.evidence),
        kindsThatExplain(bound, old, figure),
      ),
    );
  }
  // The day alone: the same figure judged on the day of the last evaluation stood otherwise.
  const hasPassed = before.today < after.today;
  if (hasPassed && judgeFigure(bound, figure, before.today) !== judgeFigure(bound, figure, after.today)) {
    const due = dueDayOfFigure(bound, figure);
    const sentence =
      before.today < figure.from && after.today >= figure.from
        ? `${whose}自${dayTextInWords(figure.from)}起核对`
        : `${whose}的期限${dayTextInWords(due)}已过`;
    causes.push(cause('dayPassed', sentence));
  }
  return causes;
}

function explainUnits(before: BoundFigures, after: BoundFigures, nameOf: NameOfUnit): StandingCause[] {
  const keysBefore = new Set(before.figures.map(figureKey));
  const keysAfter = new Set(after.figures.map(figureKey));
  const came = after.figures.filter((figure) => !keysBefore.has(figureKey(figure)));
  const went = before.figures.filter((figure) => !keysAfter.has(figureKey(figure)));
  if (came.length === 0 && went.length === 0) return [];
  const names = (bound: BoundFigures, figures: readonly MeasuredFigure[]) =>
    figures
      .slice(0, 5)
      .map((figure) => figureInWords(bound, figure, nameOf) || '全部单位合计')
      .join('、') + (figures.length > 5 ? `等${figures.length}个` : '');
  const parts = [
    ...(came.length === 0 ? [] : [`新增${names(after, came)}`]),
    ...(went.length === 0 ? [] : [`不再核对${names(before, went)}`]),
  ];
  return [cause('unitsChanged', `“${after.title}”核对的范围有变化：${parts.join('；')}`)];
}

function explainTerms(before: BoundFigures, after: BoundFigures): StandingCause[] {
  const was = targetInWords(before);
  const now = targetInWords(after);
  if (was !== now) {
    return [cause('bindingChanged', `度量“${after.title}”的要求由${was}改为${now}`)];
  }
  const isSame =
    before.measureId === after.measureId &&
    before.terms === after.terms &&
    before.judged === after.judged &&
    before.scope === after.scope &&
    before.target === after.target;
  return isSame ? [] : [cause('bindingChanged', `度量“${after.title}”的设定有改动：${after.terms}`)];
}

function explainBinding(
  before: BoundFigures,
  after: BoundFigures,
  days: { readonly before: string; readonly after: string },
  evidenceOf: EvidenceOf,
  nameOf: NameOfUnit,
): StandingCause[] {
  const was = judgeBinding(before, days.before, nameOf).standing;
  if (was === judgeBinding(after, days.after, nameOf).standing) return [];
  const old = new Map(before.figures.map((figure) => [figureKey(figure), figure]));
  const perFigure = after.figures.flatMap((figure) => {
    const earlier = old.get(figureKey(figure));
    if (earlier === undefined) return [];
    const stood = judgeFigure(before, earlier, days.before);
    if (stood === judgeFigure(after, figure, days.after)) return [];
    return explainFigure(
      { bound: before, figure: earlier, today: days.before },
      { bound: after, figure, today: days.after },
      evidenceOf,
      nameOf,
    );
  });
  const moved =
    before.due === after.due
      ? []
      : [
          cause(
            'dueDayMoved',
            `“${after.title}”的最后一日由${dayTextInWords(before.due)}改为${dayTextInWords(after.due)}`,
          ),
        ];
  return [...explainTerms(before, after), ...moved, ...explainUnits(before, after, nameOf), ...perFigure];
}

function explainDueDay(before: StandingBasis, after: StandingBasis): StandingCause[] {
  if (before.due === after.due && before.dueReason === after.dueReason) return [];
  const was = before.due === null ? '没有截止日期' : dayTextInWords(before.due);
  const now = after.due === null ? '没有截止日期' : dayTextInWords(after.due);
  const isCalendar = before.printed === after.printed;
  return [
    cause(
      isCalendar ? 'calendarChanged' : 'dueDayMoved',
      `${isCalendar ? '工作日安排' : '完成时限'}有改动，任务的最后一日由${was}改为${now}`,
    ),
  ];
}

/** Why the standing is another one than before; empty exactly when it is the same. */
export function explainStandingChange(
  before: StandingBasis | null,
  after: StandingBasis,
  evidenceOf: EvidenceOf,
  nameOf: NameOfUnit,
): readonly StandingCause[] {
  if (before === null) return [cause('firstEvaluation', '首次核对')];
  if (judgeStanding(before, nameOf).standing === judgeStanding(after, nameOf).standing) return [];
  const days = { before: before.today, after: after.today };
  const old = new Map(before.bindings.map((bound) => [bound.bindingId, bound]));
  const kept = new Set(after.bindings.map(({ bindingId }) => bindingId));
  const causes = [
    ...explainDayBack(before, after),
    ...before.bindings
      .filter(({ bindingId }) => !kept.has(bindingId))
      .map((bound) => cause('bindingRemoved', `不再以度量“${bound.title}”核对`)),
    ...after.bindings.flatMap((bound) => {
      const earlier = old.get(bound.bindingId);
      return earlier === undefined
        ? [cause('bindingAdded', `开始以度量“${bound.title}”核对，要求${targetInWords(bound)}`)]
        : explainBinding(earlier, bound, days, evidenceOf, nameOf);
    }),
    ...(after.bindings.length === 0 || before.bindings.length === 0 ? explainDueDay(before, after) : []),
    ...(after.bindings.length === 0 && before.bindings.length === 0 ? explainPassedDay(before, after) : []),
  ];
  const told = [...new Map(causes.map((one) => [one.sentence, one])).values()];
  if (told.length <= toldCauses) return told;
  return [...told.slice(0, toldCauses), cause('valueChanged', `另有${told.length - toldCauses}处变化`)];
}

/** A clock set back, or a standing computed again for an earlier day. */
function explainDayBack(before: StandingBasis, after: StandingBasis): StandingCause[] {
  if (after.today >= before.today) return [];
  const [was, now] = [dayTextInWords(before.today), dayTextInWords(after.today)];
  return [cause('dayPassed', `核对的日期由${was}改为${now}`)];
}

function explainPassedDay(before: StandingBasis, after: StandingBasis): StandingCause[] {
  const { due } = after;
  if (due === null || due >= after.today || due < before.today) return [];
  return [cause('dayPassed', `最后一日${dayTextInWords(due)}已过`)];
}
