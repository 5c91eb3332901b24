/**
 * Whether an official document is in force on a day, from its own days and from what other documents do to it, with the
 * reasons. 国办公开办函〔2021〕33号: what is published as a set is what is in force, with its amendments named. Pure;
 * browser-safe.
 */
import { type Day, parseDay } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';

export const relationKinds = [
  'amends',
  'repeals',
  'replaces',
  'lapses',
  'basis',
  'implements',
  'interprets',
] as const;
/** What a document does to another; `replaces` repeals the whole and stands in its place, `lapses` declares it lapsed. */
export type RelationKind = (typeof relationKinds)[number];

export const documentValidities = ['notYet', 'inForce', 'amended', 'lapsed', 'repealed'] as const;
/** 尚未施行、有效、已修改、失效、废止. An amended document is in force in its amended text. */
export type DocumentValidity = (typeof documentValidities)[number];

export interface DocumentDays {
  /** 成文日期; before it there was no such document. Left out by callers that ask for days after it only. */
  readonly writtenOn?: Day;
  readonly effectiveOn: Day | null;
  /** The last day on which it is in force by its own words. */
  readonly lapsesOn: Day | null;
}

/** What another document does to the one that is judged. */
export interface IncomingRelation {
  readonly kind: RelationKind;
  readonly fromTitle: string;
  readonly fromNumber: string | null;
  /** From which day; null where that is not known, which counts as always. */
  readonly onDay: Day | null;
  /** 第三条、第五条: only these parts; null for the whole. */
  readonly part: string | null;
}

export interface ValidityVerdict {
  readonly validity: DocumentValidity;
  /** Since when it is so; null where no day is known. */
  readonly since: Day | null;
  /** Chinese sentences, the deciding one first. */
  readonly because: readonly string[];
  /** Parts that do not apply any more though the rest does. */
  readonly repealedParts: readonly string[];
}

function nameOf({ fromTitle, fromNumber }: IncomingRelation): string {
  return `《${fromTitle}》${fromNumber === null ? '' : `（${fromNumber}）`}`;
}

const fromDay = (day: Day | null) => (day === null ? '' : `自${longDay(day)}起`);
const byDay = (left: IncomingRelation, right: IncomingRelation) =>
  (left.onDay ?? '') < (right.onDay ?? '') ? -1 : 1;

/** The verdict on a day. A repeal weighs more than a lapse, a lapse more than an amendment. */
export function judgeValidity(
  { effectiveOn, lapsesOn, writtenOn }: DocumentDays,
  incoming: readonly IncomingRelation[],
  on: Day,
): ValidityVerdict {
  if (writtenOn !== undefined && writtenOn > on) {
    const because = [`${longDay(writtenOn)}成文，这一天还没有这份文件。`];
    return { validity: 'notYet', since: null, because, repealedParts: [] };
  }
  const acting = incoming.filter(({ onDay }) => onDay === null || onDay <= on).toSorted(byDay);
  const partial = acting.filter(({ kind, part }) => kind === 'repeals' && part !== null);
  const repealedParts = partial.map(({ part }) => part ?? '');
  const lapsed = lapsesOn !== null && lapsesOn < on;
  const ending = acting.find(
    ({ kind, part }) => kind === 'replaces' || (kind === 'repeals' && part === null),
  );
  const lapsing = lapsed ? [`有效期至${longDay(lapsesOn)}，已经届满。`] : [];
  if (ending !== undefined) {
    const word = ending.kind === 'replaces' ? '代替' : '废止';
    return {
      validity: 'repealed',
      since: ending.onDay,
      because: [`${fromDay(ending.onDay)}被${nameOf(ending)}${word}。`, ...lapsing],
      repealedParts,
    };
  }
  const declared = acting.find(({ kind }) => kind === 'lapses');
  if (declared !== undefined && (!lapsed || (declared.onDay ?? '') <= lapsesOn)) {
    const because = [`${fromDay(declared.onDay)}由${nameOf(declared)}宣布失效。`, ...lapsing];
    return { validity: 'lapsed', since: declared.onDay, because, repealedParts };
  }
  if (lapsed) return { validity: 'lapsed', since: lapsesOn, because: lapsing, repealedParts };
  if (effectiveOn !== null && effectiveOn > on) {
    const because = [`自${longDay(effectiveOn)}起施行，现在还没有施行。`];
    return { validity: 'notYet', since: null, because, repealedParts };
  }
  const amending = acting.filter(({ kind }) => kind === 'amends');
  const changing = [...amending, ...partial].toSorted(byDay);
  const until = lapsesOn === null ? [] : [`有效期至${longDay(lapsesOn)}。`];
  if (changing.length > 0) {
    const because = changing.map((one) =>
      one.kind === 'amends'
        ? `${fromDay(one.onDay)}被${nameOf(one)}修改${one.part === null ? '' : `（${one.part}）`}。`
        : `${one.part ?? ''}${fromDay(one.onDay)}被${nameOf(one)}废止。`,
    );
    return {
      validity: 'amended',
      since: changing.at(-1)?.onDay ?? null,
      because: [...because, ...until],
      repealedParts,
    };
  }
  const begun = effectiveOn === null ? '没有查到修改、废止它的文件。' : `自${longDay(effectiveOn)}起施行。`;
  return { validity: 'inForce', since: effectiveOn, because: [begun, ...until], repealedParts };
}

/** A value of a form or an import as a day; null for anything else. */
export function dayOrNull(value: unknown): Day | null {
  return typeof value === 'string' ? (parseDay(value) ?? null) : null;
}
