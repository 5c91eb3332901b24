import { describe, expect, test } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import {
  belongsToCleanup,
  cleanupEntryState,
  cleanupHints,
  cleanupRoundState,
  isVerdictLate,
} from './cleanup.ts';
import { composeCleanupList } from './cleanup-list.ts';

const today = dayOf('2026-11-20');

test('a round asks about public documents of its scope that nothing has ended', () => {
  const scope = { formedBefore: dayOf('2026-01-01'), unitIds: ['a'], onlyNormative: true };
  const document = {
    writtenOn: dayOf('2025-12-31'),
    unitId: 'a',
    isNormative: true,
    isPublic: true,
    validity: 'lapsed',
  } as const;
  expect(belongsToCleanup(document, scope)).toBe(true);
  expect(belongsToCleanup({ ...document, writtenOn: dayOf('2026-01-01') }, scope)).toBe(false);
  expect(belongsToCleanup({ ...document, unitId: 'b' }, scope)).toBe(false);
  expect(belongsToCleanup({ ...document, unitId: 'b' }, { ...scope, unitIds: [] })).toBe(true);
  expect(belongsToCleanup({ ...document, isNormative: false }, scope)).toBe(false);
  expect(belongsToCleanup({ ...document, isPublic: false }, scope)).toBe(false);
  expect(belongsToCleanup({ ...document, validity: 'repealed' }, scope)).toBe(false);
});

test('states follow from what is on record', () => {
  const entry = { verdict: null, reviewedOn: null, returnReason: null };
  expect(cleanupEntryState(entry)).toBe('waiting');
  expect(cleanupEntryState({ ...entry, verdict: 'keep' })).toBe('given');
  expect(cleanupEntryState({ ...entry, verdict: 'keep', reviewedOn: today })).toBe('confirmed');
  expect(cleanupEntryState({ ...entry, verdict: 'keep', returnReason: '理由不足' })).toBe('returned');
  const round = { listItemId: null, concludedOn: null, cancelledOn: null };
  expect(cleanupRoundState(round)).toBe('running');
  expect(cleanupRoundState({ ...round, listItemId: 'x' })).toBe('listed');
  expect(cleanupRoundState({ ...round, listItemId: 'x', concludedOn: today })).toBe('concluded');
  expect(cleanupRoundState({ ...round, cancelledOn: today })).toBe('cancelled');
});

test('a verdict on the last day is in time, a missing one is late the day after', () => {
  expect(isVerdictLate(today, today, dayOf('2026-12-31'))).toBe(false);
  expect(isVerdictLate(null, today, today)).toBe(false);
  expect(isVerdictLate(null, today, dayOf('2026-11-21'))).toBe(true);
  expect(isVerdictLate(dayOf('2026-11-21'), today, dayOf('2026-11-21'))).toBe(true);
});

describe('what speaks for looking closely', () => {
  const facts = {
    title: '望澜县集市管理办法',
    writtenOn: dayOf('2024-01-01'),
    validity: 'inForce' as const,
    lapsesOn: null,
    endedBasis: [],
  };
  test.each([
    ['nothing', {}, 0],
    ['its end by its own words', { validity: 'lapsed' as const, lapsesOn: dayOf('2025-01-01') }, 1],
    ['its ground is gone', { endedBasis: ['旧办法'] }, 1],
    ['a trial text after two years', { title: '望澜县集市管理暂行办法', writtenOn: dayOf('2023-01-01') }, 1],
    ['five years without an end', { writtenOn: dayOf('2021-06-01') }, 1],
    ['five years with an end', { writtenOn: dayOf('2021-06-01'), lapsesOn: dayOf('2027-01-01') }, 0],
  ])('%s', (_what, change, count) => {
    expect(cleanupHints({ ...facts, ...change }, today).length).toBe(count);
  });
});

test('the list has a part for each verdict that was given, with reasons where something ends, and no markup of titles', () => {
  const row = {
    title: '甲<b>办法',
    documentNumber: '望政发〔2020〕1号',
    unitName: '县教育局',
    reason: '仍然适用',
  };
  const body = composeCleanupList({ scope: '清理', count: 2 }, [
    { ...row, verdict: 'repeal', reason: '已有新规' },
    { ...row, verdict: 'keep' },
  ]);
  expect(body).toContain('一、继续有效的文件（1件）');
  expect(body).toContain('二、废止的文件（1件）');
  expect(body).toContain('已有新规');
  expect(body).not.toContain('仍然适用');
  expect(body).not.toContain('<b>');
});
