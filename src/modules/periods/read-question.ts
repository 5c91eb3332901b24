/** Reads what a person typed (command line, address, form) into a question for the engine; throws the refusal that names the slip. */
import { type Day, parseDay } from '#kernel/day.ts';
import { findPeriodRule } from './law/register.ts';
import type { PeriodDerivation, PeriodQuestion, SuspendedSpan } from './rules/verdict.ts';
import { periodRefusals } from './words.ts';

/** Words as typed; absent and empty mean not given. */
export interface TypedQuestion {
  readonly rule: string;
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`. */
  readonly on: string;
  readonly extend?: string | undefined;
  /** Each `FROM..TO`. */
  readonly suspend?: readonly string[];
  readonly target?: string | undefined;
}

function readDayOrRefuse(text: string): Day {
  const day = parseDay(text.trim());
  if (day === undefined) throw periodRefusals.refuse('periods.badDay', { text });
  return day;
}

function readSpan(text: string): SuspendedSpan {
  const parts = /^\s*(\S+?)\s*(?:\.\.|…|至)\s*(\S+)\s*$/u.exec(text);
  if (parts === null) throw periodRefusals.refuse('periods.badSpan', { text });
  return { after: readDayOrRefuse(parts[1] ?? ''), through: readDayOrRefuse(parts[2] ?? '') };
}

/** A whole number as typed; anything else becomes `NaN`, which the engine refuses with the range that is allowed. */
function readCount(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  return /^[+-]?\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN;
}

/** The question that was typed. */
export function readPeriodQuestion(typed: TypedQuestion): PeriodQuestion {
  const rule = findPeriodRule(typed.rule.trim());
  if (rule === undefined) throw periodRefusals.refuse('periods.noRule', { name: typed.rule });
  const [dayText = '', time] = typed.on.trim().split(/[T ]/u);
  const on = parseDay(dayText);
  if (on === undefined) throw periodRefusals.refuse('periods.badDay', { text: typed.on });
  const extendBy = readCount(typed.extend);
  const localLength = readCount(typed.target);
  return {
    rule,
    on,
    suspensions: (typed.suspend ?? []).filter((span) => span.trim() !== '').map(readSpan),
    ...(time === undefined ? {} : { time }),
    ...(extendBy === undefined ? {} : { extendBy }),
    ...(localLength === undefined ? {} : { localLength }),
  };
}

/** `2025-10-04T03:15` for hours, else the day. */
export function writeDue({ due, dueTime }: Pick<PeriodDerivation, 'due' | 'dueTime'>): string {
  return dueTime === null ? due : `${due}T${dueTime}`;
}
