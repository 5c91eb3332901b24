/**
 * Personal data in running text and tables: what identifies or hurts a person and stands there in full. Numbers of
 * organisations, projects and things are not reported.
 */
import type { CheckedDocument } from '../../checked-document.ts';
import type { Finding } from '../../finding.ts';
import { type CheckContext, findingOf, type Recogniser } from '../../recogniser.ts';
import { judgeCell } from './cell-findings.ts';
import { type CellRole, rolesOfGrid } from './cell-roles.ts';
import { findChatAccounts, findHomePhones, findMailboxes } from './contact-accounts.ts';
import { findPersonalNumbers, type RoleAt } from './find-numbers.ts';
import { gridsOfDocument } from './grids.ts';
import { findHomeAddresses } from './home-address.ts';
import { personalDataKinds } from './kinds.ts';
import { labelBefore } from './labels.ts';
import {
  datumOfMasked,
  knownOfPerson,
  leastPeopleByDefault,
  scanMaskedIdentities,
} from './masked-findings.ts';
import { datumOfNumber, type PersonalDatum } from './number-findings.ts';
import { findPapers } from './papers.ts';
import { findPlates } from './plates.ts';
import { findSensitiveFacts } from './sensitive-facts.ts';
import { findUnusualNumbers } from './unusual-numbers.ts';

function lookUpRoles(roles: readonly CellRole[]): RoleAt {
  const sorted = roles.toSorted((left, right) => left.cell.start - right.cell.start);
  return (position) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.cell.start ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    const role = sorted[low - 1];
    return role !== undefined && position < role.cell.end ? role : undefined;
  };
}

function findMasked(text: string, roleAt: RoleAt, context: CheckContext): readonly PersonalDatum[] {
  const isIdentity = (start: number) =>
    roleAt(start)?.kind === 'identity' || labelBefore(text, start) === 'identity';
  return scanMaskedIdentities(text, isIdentity).flatMap((masked) => {
    const person = roleAt(masked.start)?.person;
    const datum = datumOfMasked(masked, {
      documentDay: context.documentDay,
      leastPeople: context.leastPeopleBehindMask ?? leastPeopleByDefault,
      isPublishedList: context.isPublishedList,
      known: knownOfPerson(person?.birth ?? null, person?.sex ?? null),
    });
    return datum === undefined ? [] : [datum];
  });
}

/** Of findings that overlap the first one stands. */
function withoutOverlaps(data: readonly PersonalDatum[]): readonly PersonalDatum[] {
  const ranked = data.map((datum, rank) => ({ datum, rank }));
  ranked.sort((left, right) => left.datum.start - right.datum.start || left.rank - right.rank);
  const kept: typeof ranked = [];
  for (const one of ranked) {
    const last = kept.at(-1);
    if (last === undefined || last.datum.end <= one.datum.start) kept.push(one);
    else if (one.rank < last.rank) kept[kept.length - 1] = one;
  }
  return kept.map(({ datum }) => datum);
}

/** Personal data of a document, by place. */
export function findPersonalData(document: CheckedDocument, context: CheckContext): readonly PersonalDatum[] {
  const { text } = document;
  const roles = gridsOfDocument(document).flatMap(rolesOfGrid);
  const roleAt = lookUpRoles(roles);
  const numbers = findPersonalNumbers(text, roleAt, context.isPublishedList);
  const known = new Set(numbers.map((datum) => roleAt(datum.start)).filter((role) => role !== undefined));
  const cells = roles
    .filter((role) => !known.has(role))
    .flatMap((role) => judgeCell(role, context.isPublishedList) ?? []);
  return withoutOverlaps([
    ...numbers,
    ...findUnusualNumbers(text).map((hit) =>
      datumOfNumber(hit, { column: null, amongPeople: context.isPublishedList }),
    ),
    ...findMasked(text, roleAt, context),
    ...cells,
    ...findPapers(text),
    ...findMailboxes(text, (at) => roleAt(at)?.listsPeople === true),
    ...findHomePhones(text),
    ...findChatAccounts(text),
    ...findPlates(text),
    ...findHomeAddresses(text),
    ...findSensitiveFacts(text),
  ]);
}

export const personalDataRecogniser: Recogniser = {
  name: 'personal-data',
  kinds: personalDataKinds,
  find: (document, context): readonly Finding[] =>
    findPersonalData(document, context).map((datum) =>
      findingOf(personalDataKinds, datum.code, {
        ...datum,
        text: document.text.slice(datum.start, datum.end),
      }),
    ),
};
