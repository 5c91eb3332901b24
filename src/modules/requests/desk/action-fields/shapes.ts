/** How the fields of an action are written down as data, and what several of them share. */
import type { z } from 'zod';

export type FieldValue = string | boolean | null | readonly string[];
export type FieldValues = Readonly<Record<string, FieldValue>>;

interface FieldOption {
  readonly value: string;
  readonly label: string;
}

export interface ActionField {
  readonly name: string;
  readonly label: string;
  readonly kind:
    | 'day'
    | 'text'
    | 'area'
    | 'lines'
    | 'number'
    | 'choice'
    | 'several'
    | 'yesNo'
    | 'unit'
    | 'officers'
    | 'letter'
    | 'alike'
    | 'column';
  readonly hint?: string;
  readonly optional?: boolean;
  readonly options?: readonly FieldOption[];
  /** Shown only while this holds. */
  readonly when?: (values: FieldValues) => boolean;
}

export interface ActionForm {
  readonly schema: z.ZodType<object>;
  readonly fields: readonly ActionField[];
  /** What follows from it. */
  readonly consequence?: string;
  readonly initial?: FieldValues;
  /** Turns fields into the input where the two differ. */
  readonly toInput?: (values: FieldValues) => unknown;
}

/** Choices in the order of their list. */
export function optionsOf<Value extends string>(
  values: readonly Value[],
  titles: Readonly<Record<Value, string>>,
): readonly FieldOption[] {
  return values.map((value) => ({ value, label: titles[value] }));
}

export const on: ActionField = { name: 'on', label: '日期', kind: 'day' };
export const dayNamed = (label: string, hint?: string): ActionField =>
  hint === undefined ? { ...on, label } : { ...on, label, hint };
export const reason: ActionField = { name: 'reason', label: '理由', kind: 'area' };

/** The non-empty lines of a text. */
export function linesOf(value: FieldValue | undefined): string[] {
  return typeof value === 'string'
    ? value
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    : [];
}

/** Values a form of the action begins with. */
export function startOfForm({ fields, initial }: ActionForm, today: string): FieldValues {
  const start = fields.map(({ name, kind }): [string, FieldValue] => {
    switch (kind) {
      case 'day':
        return [name, name === 'on' ? today : ''];
      case 'officers':
      case 'several':
        return [name, []];
      case 'choice':
      case 'unit':
      case 'letter':
      case 'alike':
      case 'column':
      case 'yesNo':
        return [name, null];
      default:
        return [name, ''];
    }
  });
  return { ...Object.fromEntries(start), ...initial };
}
