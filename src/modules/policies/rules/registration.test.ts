import { expect, test } from 'vitest';
import { unifiedNumber } from '../reader/document-numbers.ts';
import {
  findRegistrationObstacle,
  nextUnifiedSerial,
  registrationState,
  writeUnifiedNumber,
} from './registration.ts';

const marks = { opinion: null, unifiedNumber: null, issuedOn: null, revisionId: 'r1' } as const;

test('numbers count by unit and year, in the form the reader of documents knows', () => {
  expect(writeUnifiedNumber('WLAC01', 2026, 3)).toBe('WLAC01-2026-0003');
  expect(unifiedNumber.test(writeUnifiedNumber('WLAC01', 2026, 3))).toBe(true);
  expect(nextUnifiedSerial({ year: 2026, serial: 7 }, 2026)).toBe(8);
  expect(nextUnifiedSerial({ year: 2025, serial: 7 }, 2026)).toBe(1);
});

test.each([
  ['nothing on record', undefined, 'notSent'],
  ['no opinion yet', marks, 'notReviewed'],
  ['changes asked for', { ...marks, opinion: 'changes' as const }, 'objected'],
  ['another text reviewed', { ...marks, opinion: 'passed' as const, revisionId: 'r0' }, 'otherText'],
  ['no number', { ...marks, opinion: 'passed' as const }, 'notNumbered'],
  ['all done', { ...marks, opinion: 'passed' as const, unifiedNumber: 'WLAC01-2026-0001' }, undefined],
])('%s: %s', (_what, registration, obstacle) => {
  expect(findRegistrationObstacle(registration, 'r1')).toBe(obstacle);
});

test('a new text asks for a new opinion and keeps its number', () => {
  const numbered = { ...marks, opinion: 'passed' as const, unifiedNumber: 'WLAC01-2026-0001' };
  expect(registrationState(numbered)).toBe('numbered');
  expect(registrationState({ ...numbered, opinion: null })).toBe('awaiting');
});
