/**
 * What a revision holds, and the one text of it that is hashed: what was approved is what is published, byte for byte.
 * Pure; browser-safe.
 */
import type { Day } from '#kernel/day.ts';
import type { Disclosure } from './openness.ts';

export type FieldValue = string | number | boolean | null | readonly Readonly<Record<string, string>>[];

export interface AttachmentRef {
  readonly fileId: string;
  readonly title: string;
  /** The bytes the reviewers saw. */
  readonly sha256: string;
}

export interface ItemContent {
  readonly title: string;
  readonly summary: string;
  readonly keywords: readonly string[];
  /** Sanitised rich text of the house. */
  readonly body: string;
  /** Values of the kind's declared fields. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly attachments: readonly AttachmentRef[];
  /** Where a repost comes from. */
  readonly source: { readonly name: string; readonly address: string | null } | null;
  /** The day the information was formed or changed (条例第二十六条). */
  readonly formedOn: Day | null;
  readonly disclosure: Disclosure;
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}

/** The content as one text that is the same for the same content, whatever the order of its keys. */
export function canonicalContent(content: ItemContent): string {
  return JSON.stringify(canonical(content));
}
