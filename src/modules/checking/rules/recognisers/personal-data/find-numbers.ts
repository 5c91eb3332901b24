/** The numbers of people in a document: runs of digits, each read under the label before it or the heading above it. Pure. */
import type { CellRole } from './cell-roles.ts';
import type { ColumnKind } from './columns.ts';
import { isCreditCode } from './credit-code.ts';
import { readIdentityNumber } from './identity-number.ts';
import { labelBefore, type NumberLabel } from './labels.ts';
import { datumOfNumber, type PersonalDatum } from './number-findings.ts';
import { type NumberRun, scanNumberRuns } from './number-runs.ts';
import { readNumbersOfRun } from './read-numbers.ts';

export type RoleAt = (position: number) => CellRole | undefined;

const labelOfColumn: Partial<Record<ColumnKind, NumberLabel>> = {
  identity: 'identity',
  passport: 'passport',
  travelPermit: 'travelPermit',
  phone: 'phone',
  homePhone: 'homePhone',
  bank: 'bank',
  chat: 'chat',
  thing: 'thing',
};

/** Accounts in a table of companies are public: there only a number that is a card by itself counts. */
function labelOfRole(role: CellRole | undefined): NumberLabel | undefined {
  if (role === undefined || (role.kind === 'bank' && !role.listsPeople)) return undefined;
  return labelOfColumn[role.kind];
}

/** Signs between two numbers of one enumeration: the label of the first holds for the second. */
const enumeration = /^[\s、，,和及与;；/]{1,3}$/u;

/** A run never joins the numbers of two cells. */
function partsByCell(run: NumberRun, roleAt: RoleAt): readonly NumberRun[] {
  const parts: NumberRun[] = [];
  let part: NumberRun[number][] = [];
  let last: CellRole | undefined;
  for (const group of run) {
    const role = roleAt(group.start);
    if (part.length > 0 && role !== last) {
      parts.push(part);
      part = [];
    }
    part.push(group);
    last = role;
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

/** One in 31 numbers passes as a credit code; a number that reads as an ID number is one only by its label. */
function isCodeOfOrganisation(digits: string, label: NumberLabel | null): boolean {
  if (label === 'identity' || !isCreditCode(digits)) return false;
  return label === 'thing' || readIdentityNumber(digits) === undefined;
}

/** All numbers of people, by place. */
export function findPersonalNumbers(
  text: string,
  roleAt: RoleAt,
  isPublishedList: boolean,
): readonly PersonalDatum[] {
  const found: PersonalDatum[] = [];
  let lastLabel: NumberLabel | null = null;
  let lastEnd = 0;
  for (const run of scanNumberRuns(text).flatMap((one) => partsByCell(one, roleAt))) {
    const start = run[0]?.start ?? 0;
    const role = roleAt(start);
    const enumerated = start - lastEnd <= 3 && enumeration.test(text.slice(lastEnd, start));
    const written: NumberLabel | null = labelBefore(text, start) ?? (enumerated ? lastLabel : null);
    const label: NumberLabel | null = labelOfRole(role) ?? written;
    lastLabel = label;
    lastEnd = run.at(-1)?.end ?? start;
    if (run.some((group) => isCodeOfOrganisation(group.digits, label))) continue;
    for (const hit of readNumbersOfRun(text, run, label)) {
      // Accounts that are no cards are judged by their column.
      if (hit.kind === 'bankCardWrongCheck' && role?.listsPeople) continue;
      found.push(datumOfNumber(hit, { column: role?.title ?? null, amongPeople: isPublishedList }));
    }
  }
  return found;
}
