/**
 * What a family of recognisers hands to the benchmark `bench/checking.ts`: texts of its own with faults planted at known
 * places. Write a file `bench/parts/checking/sets/<family>.ts` that exports
 *
 *     export function plantSets(random: Random): readonly PlantedSet[]
 *
 * and the benchmark finds it by itself. Everything comes from `random`, so that a seed gives the same set for ever. Build
 * a case piece by piece, so that nobody counts offsets:
 *
 *     plantCase().clean('联系人张三，身份证号').fault('personalData', '110101199003078515').clean('。').finish()
 *
 * Cases of a table give rows (`plantTable`); a case without a fault is clean text, where each finding of the set's classes
 * is a false mark. A fault counts as found when a finding of its class overlaps its span; a finding of the set's classes
 * that overlaps no fault of its class is false.
 */
import type { CheckedDocument } from '#modules/checking/rules/checked-document.ts';
import { documentOfText } from '#modules/checking/rules/checked-document.ts';
import { documentOfRows } from '#modules/checking/rules/document-draft.ts';
import type { FindingClass } from '#modules/checking/rules/finding.ts';
import type { CheckContext } from '#modules/checking/rules/recogniser.ts';

export interface PlantedFault {
  readonly class: FindingClass;
  /** Half-open span in UTF-16 units of the case's text. */
  readonly start: number;
  readonly end: number;
}

export interface PlantedCase {
  readonly text: string;
  readonly expected: readonly PlantedFault[];
  /** The document to check where the text alone does not tell (tables, headings, parts); else the text is plain. */
  readonly document?: CheckedDocument;
  /** Lays itself over the bare context. */
  readonly context?: Partial<CheckContext>;
}

export interface PlantedSet {
  /** Chinese name of the row the benchmark prints: 身份证号码（散文）. */
  readonly name: string;
  /** Classes the set judges; findings of others are not its business. */
  readonly classes: readonly FindingClass[];
  readonly cases: readonly PlantedCase[];
}

/** Seeded chance. */
export interface Random {
  /** 0 ≤ x < 1. */
  readonly fraction: () => number;
  /** From `low` to `high`, both included. */
  readonly integer: (low: number, high: number) => number;
  readonly pick: <Value>(values: readonly Value[]) => Value;
}

/** The same numbers for the same seed, on every machine (mulberry32). */
export function randomOfSeed(seed: number): Random {
  let state = seed >>> 0;
  function fraction(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  const integer = (low: number, high: number) => low + Math.floor(fraction() * (high - low + 1));
  return {
    fraction,
    integer,
    pick(values) {
      const value = values[integer(0, values.length - 1)];
      if (value === undefined) throw new Error('nothing to pick from');
      return value;
    },
  };
}

export interface CaseDraft {
  readonly clean: (text: string) => CaseDraft;
  readonly fault: (faultClass: FindingClass, text: string) => CaseDraft;
  readonly finish: (context?: Partial<CheckContext>) => PlantedCase;
}

/** A case of running text, piece by piece. */
export function plantCase(): CaseDraft {
  let text = '';
  const expected: PlantedFault[] = [];
  const draft: CaseDraft = {
    clean(piece) {
      text += piece;
      return draft;
    },
    fault(faultClass, piece) {
      expected.push({ class: faultClass, start: text.length, end: text.length + piece.length });
      return draft.clean(piece);
    },
    finish: (context) => ({ text, expected, document: documentOfText(text), ...(context && { context }) }),
  };
  return draft;
}

/** A cell: its text, and the class of the fault that it is (the whole cell). */
export type PlantedCell = string | { readonly fault: FindingClass; readonly text: string };

/** A case that is one table. */
export function plantTable(
  title: string | null,
  rows: readonly (readonly PlantedCell[])[],
  context?: Partial<CheckContext>,
): PlantedCase {
  const textOf = (cell: PlantedCell) => (typeof cell === 'string' ? cell : cell.text);
  const document = documentOfRows(
    title,
    rows.map((row) => row.map(textOf)),
  );
  const parts = document.parts.slice(title === null ? 0 : 1);
  const expected = rows.flat().flatMap((cell, index) => {
    const part = parts[index];
    if (typeof cell === 'string' || part === undefined) return [];
    return [{ class: cell.fault, start: part.start, end: part.end }];
  });
  return { text: document.text, expected, document, ...(context && { context }) };
}
