/**
 * Templates as officers write them: one paragraph a line, `{字段}` where a field is printed, and in front of a line
 * `【有 字段】`, `【无 字段】` or `【字段=选项】` when it is printed only then. A line `｜标签｜值` is a row of a form. Pure.
 */
import { parseDay } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import { findLetterField, type LetterFieldName, type LetterValues, letterFieldOf } from './letter-fields.ts';
import { type LetterKind, letterKindOf } from './letter-kinds.ts';

type Condition =
  | { readonly kind: 'present' | 'absent'; readonly field: LetterFieldName }
  | { readonly kind: 'is'; readonly field: LetterFieldName; readonly option: string };

interface TemplateLine {
  readonly condition: Condition | null;
  /** Label of a form's row; null for a paragraph. */
  readonly label: string | null;
  /** Words and fields in turn. */
  readonly parts: readonly ({ readonly words: string } | { readonly field: LetterFieldName })[];
}

/** What is wrong with a template, with the line it stands in (from 1; 0 for the whole). */
export interface TemplateFault {
  readonly line: number;
  readonly says: string;
}

export interface ReadTemplate {
  readonly lines: readonly TemplateLine[];
  readonly faults: readonly TemplateFault[];
}

function readCondition(words: string, fault: (says: string) => void): Condition | null {
  const chosen = /^(.+?)=(.+)$/u.exec(words);
  if (chosen !== null) {
    const [, label = '', title = ''] = chosen;
    const field = findLetterField(label.trim());
    if (field === undefined) {
      fault(`没有名为“${label.trim()}”的字段`);
      return null;
    }
    const { shape } = letterFieldOf(field);
    const options = shape.kind === 'choice' ? Object.entries(shape.options) : [];
    const option = options.find(([, one]) => one === title.trim())?.[0];
    if (option === undefined) {
      fault(`字段“${label.trim()}”没有“${title.trim()}”这个选项`);
      return null;
    }
    return { kind: 'is', field, option };
  }
  const named = /^(有|无)\s*(.+)$/u.exec(words);
  const field = named === null ? undefined : findLetterField((named[2] ?? '').trim());
  if (named === null || field === undefined) {
    fault(`行首条件“【${words}】”应写作【有 字段】、【无 字段】或者【字段=选项】`);
    return null;
  }
  return { kind: named[1] === '有' ? 'present' : 'absent', field };
}

function readParts(text: string, fault: (says: string) => void): TemplateLine['parts'] {
  const parts: TemplateLine['parts'][number][] = [];
  let rest = text;
  for (let open = rest.indexOf('{'); open !== -1; open = rest.indexOf('{')) {
    const close = rest.indexOf('}', open);
    if (close === -1) {
      fault('花括号没有成对');
      return parts;
    }
    if (open > 0) parts.push({ words: rest.slice(0, open) });
    const label = rest.slice(open + 1, close).trim();
    const field = findLetterField(label);
    if (field === undefined) fault(`没有名为“${label}”的字段`);
    else parts.push({ field });
    rest = rest.slice(close + 1);
  }
  if (rest.includes('}')) fault('花括号没有成对');
  if (rest !== '') parts.push({ words: rest });
  return parts;
}

/** Reads a template; what cannot be read is a fault with its line. */
export function readLetterTemplate(text: string): ReadTemplate {
  const faults: TemplateFault[] = [];
  const lines = text.split('\n').flatMap((raw, index): TemplateLine[] => {
    const fault = (says: string) => faults.push({ line: index + 1, says });
    const written = raw.trim();
    if (written === '') return [];
    const head = /^【([^】]+)】/u.exec(written);
    const condition = head === null ? null : readCondition(head[1] ?? '', fault);
    const body = head === null ? written : written.slice(head[0].length).trim();
    const row = /^｜([^｜]+)｜(.*)$/u.exec(body);
    const parts = readParts(row === null ? body : (row[2] ?? ''), fault);
    return [{ condition, label: row?.[1]?.trim() ?? null, parts }];
  });
  return { lines, faults };
}

/** Why a template may not be used for this kind of letter; empty when it may. */
export function findTemplateFaults(kind: LetterKind, text: string): readonly TemplateFault[] {
  const { lines, faults } = readLetterTemplate(text);
  if (lines.length === 0) return [{ line: 0, says: '模板没有正文' }];
  const printed = new Set(
    lines.flatMap(({ parts }) => parts.flatMap((part) => ('field' in part ? [part.field] : []))),
  );
  const missing = letterKindOf(kind)
    .must.filter((field) => !printed.has(field))
    .map((field) => ({ line: 0, says: `这类文书必须写明“${letterFieldOf(field).label}”` }));
  return [...faults, ...missing];
}

/** A field as it is printed; undefined when there is nothing to print. */
export function printLetterField(field: LetterFieldName, values: LetterValues): string | undefined {
  const value = values[field]?.trim();
  if (value === undefined || value === '') return undefined;
  const { shape } = letterFieldOf(field);
  switch (shape.kind) {
    case 'text':
      return value;
    case 'day': {
      const day = parseDay(value);
      return day === undefined ? undefined : longDay(day);
    }
    case 'choice':
      return Object.hasOwn(shape.options, value) ? shape.options[value] : undefined;
  }
}

function holds(condition: Condition | null, values: LetterValues): boolean {
  if (condition === null) return true;
  const printed = printLetterField(condition.field, values);
  switch (condition.kind) {
    case 'present':
      return printed !== undefined;
    case 'absent':
      return printed === undefined;
    case 'is':
      return values[condition.field] === condition.option;
  }
}

export interface FilledLine {
  readonly label: string | null;
  readonly text: string;
}

export interface FilledTemplate {
  readonly lines: readonly FilledLine[];
  /** Fields that lines to be printed need and that are empty. */
  readonly missing: readonly LetterFieldName[];
}

/** Shown in a draft where a field is still empty. */
export const emptyFieldMark = (label: string): string => `〔${label}〕`;

/** The lines to be printed with their fields filled in; an empty field leaves its name in brackets and is told. */
export function fillLetterTemplate(template: ReadTemplate, values: LetterValues): FilledTemplate {
  const missing = new Set<LetterFieldName>();
  const lines = template.lines
    .filter(({ condition }) => holds(condition, values))
    .map(({ label, parts }) => {
      const text = parts.map((part) => {
        if ('words' in part) return part.words;
        const printed = printLetterField(part.field, values);
        if (printed !== undefined) return printed;
        missing.add(part.field);
        return emptyFieldMark(letterFieldOf(part.field).label);
      });
      return { label, text: text.join('') };
    });
  return { lines, missing: [...missing] };
}

/** Fields a template prints or asks about, in order of their first mention: the form of a letter. */
export function fieldsOfTemplate(template: ReadTemplate): readonly LetterFieldName[] {
  const fields = template.lines.flatMap(({ condition, parts }) => [
    ...(condition === null ? [] : [condition.field]),
    ...parts.flatMap((part) => ('field' in part ? [part.field] : [])),
  ]);
  return [...new Set(fields)];
}
