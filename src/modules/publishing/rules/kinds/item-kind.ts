/**
 * What a kind of item declares: its own fields, and what must be there before it is sent to review. A new kind is a row
 * of data in `kinds/`; forms, checks, pages and exports follow from it. Pure; browser-safe.
 */
import { parseDay } from '#kernel/day.ts';
import type { FieldValue, ItemContent } from '../content.ts';

/** Legal limits of publication (政府信息公开条例第二十六条 and the shorter ones of other laws), by the names of `periods`. */
export type PublicationPeriod =
  | 'proactive-publication'
  | 'budget-publication'
  | 'licence-publication'
  | 'penalty-publication'
  | 'enforcement-publication'
  | 'land-approval-announcement'
  | 'procurement-result'
  | 'procurement-contract';

interface FieldBase {
  /** Stable: values of old revisions are kept under it. */
  readonly key: string;
  readonly title: string;
  readonly isRequired?: boolean;
  readonly hint?: string;
}

export type FieldSpec =
  | (FieldBase & { readonly type: 'text' | 'longText' | 'day' | 'number' | 'address' | 'phone' })
  /** Money in fen. */
  | (FieldBase & { readonly type: 'money' })
  | (FieldBase & {
      readonly type: 'choice';
      readonly choices: readonly { readonly value: string; readonly title: string }[];
    })
  | (FieldBase & {
      readonly type: 'rows';
      readonly columns: readonly { readonly key: string; readonly title: string }[];
    });

export interface ItemKind {
  /** `policyDocument`; also the part of feeds and exports. */
  readonly id: string;
  readonly title: string;
  /** What belongs here, for whoever chooses the kind. */
  readonly description: string;
  readonly fields: readonly FieldSpec[];
  /** A table item or a file alone may do without a body. */
  readonly isBodyRequired: boolean;
  /** The legal period in which it is to be out, by its rule name. */
  readonly period: PublicationPeriod;
  /** Where the kind holds several sorts with limits of their own: the limit by the value of the field `sort`. */
  readonly periodBySort?: Readonly<Record<string, PublicationPeriod>>;
  /** What the day of formation is called for this kind: `成文日期`, `作出决定日期`. */
  readonly formedOnTitle: string;
  /** The duty of the Regulation it fulfils, for the statutory column. */
  readonly duty?: StatutoryDuty;
}

/** What most kinds have. */
export const general = {
  isBodyRequired: true,
  period: 'proactive-publication',
  formedOnTitle: '形成日期',
} as const satisfies Partial<ItemKind>;

/** The fifteen contents of 政府信息公开条例第二十条, in its order. */
export const statutoryDuties = [
  'rules',
  'organisation',
  'planning',
  'statistics',
  'licensing',
  'penalties',
  'budget',
  'charges',
  'procurement',
  'projects',
  'livelihood',
  'emergency',
  'inspection',
  'recruitment',
  'otherByLaw',
] as const;
export type StatutoryDuty = (typeof statutoryDuties)[number];

/** The limit within which an item of this kind is to be out; one of no known sort has the limit of the kind. */
export function publicationPeriodOf(kind: ItemKind, sort: FieldValue | undefined): PublicationPeriod {
  return (typeof sort === 'string' ? kind.periodBySort?.[sort] : undefined) ?? kind.period;
}

export type ContentFault = { readonly key: string; readonly title: string };

function isEmpty(value: FieldValue | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

/** What is still missing before the item may be sent to review, by the titles of the form. */
export function findMissingContent(kind: ItemKind, content: ItemContent): readonly ContentFault[] {
  const missing: ContentFault[] = [];
  if (content.title.trim() === '') missing.push({ key: 'title', title: '标题' });
  if (content.formedOn === null) missing.push({ key: 'formedOn', title: kind.formedOnTitle });
  if (kind.isBodyRequired && content.body.trim() === '' && content.attachments.length === 0) {
    missing.push({ key: 'body', title: '正文或附件' });
  }
  for (const field of kind.fields) {
    if (field.isRequired === true && isEmpty(content.fields[field.key])) {
      missing.push({ key: field.key, title: field.title });
    }
  }
  return missing;
}

/** Fields that hold something of another type than declared; a form cannot send them, an import or a program may. */
export function findWrongFields(kind: ItemKind, fields: ItemContent['fields']): readonly ContentFault[] {
  return kind.fields.flatMap((field) => {
    const value = fields[field.key];
    if (value === undefined || isEmpty(value)) return [];
    return fits(field, value) ? [] : [{ key: field.key, title: field.title }];
  });
}

function fits(field: FieldSpec, value: FieldValue): boolean {
  switch (field.type) {
    case 'money':
      return typeof value === 'number' && Number.isSafeInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'day':
      return typeof value === 'string' && parseDay(value) !== undefined;
    case 'choice':
      return field.choices.some((choice) => choice.value === value);
    case 'rows':
      return Array.isArray(value);
    case 'text':
    case 'longText':
    case 'address':
    case 'phone':
      return typeof value === 'string';
  }
}
