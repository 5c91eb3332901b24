import { expect, test } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import { fitsTopicRule, judgeFreshness } from './columns.ts';
import { isIndexNumber, writeIndexNumber } from './index-number.ts';
import { findDisclosureFault, opennessKinds, withholdingGrounds } from './openness.ts';

test.each([
  ['proactive', null, null, undefined],
  ['proactive', 'internalAffairs', '内部', 'groundNotNeeded'],
  ['onRequest', null, null, 'reasonMissing'],
  ['onRequest', 'thirdPartyInterest', '涉及企业报价', undefined],
  ['onRequest', 'stateSecret', '涉密', 'mayNotBeOnRequest'],
  ['withheld', null, '不宜公开', 'groundMissing'],
  ['withheld', 'stateSecret', '  ', 'reasonMissing'],
  ['withheld', 'processInformation', '征求意见过程稿', undefined],
] as const)('%s on ground %s because %s: %s', (openness, ground, reason, fault) => {
  expect(findDisclosureFault({ openness, ground, reason })).toBe(fault);
});

test('nothing but proactive disclosure goes without a reason', () => {
  for (const openness of opennessKinds) {
    for (const ground of [null, ...withholdingGrounds]) {
      const fault = findDisclosureFault({ openness, ground, reason: null });
      expect(fault === undefined).toBe(openness === 'proactive' && ground === null);
    }
  }
});

test.each([
  ['2026-05-01', 30, '2026-05-10', 'fresh', '2026-05-31'],
  ['2026-05-01', 30, '2026-05-28', 'soonStale', '2026-05-31'],
  ['2026-05-01', 30, '2026-05-31', 'soonStale', '2026-05-31'],
  ['2026-05-01', 30, '2026-06-01', 'stale', '2026-05-31'],
] as const)('newest %s with %i days is on %s %s, due %s', (newestOn, days, today, freshness, dueOn) => {
  const column = { updateIntervalDays: days, newestOn: dayOf(newestOn), openedOn: dayOf('2026-01-01') };
  expect(judgeFreshness(column, dayOf(today))).toEqual({ freshness, dueOn });
});

test('an empty column counts from the day it was opened', () => {
  const column = { updateIntervalDays: 14, newestOn: null, openedOn: dayOf('2026-01-01') };
  expect(judgeFreshness(column, dayOf('2026-01-20')).freshness).toBe('empty');
  expect(judgeFreshness({ ...column, updateIntervalDays: null }, dayOf('2026-01-20')).freshness).toBe(
    'empty',
  );
});

test('a topic rule takes what fits all its conditions, and nothing when it has none', () => {
  const item = { kind: 'notice', unitId: 'u1', title: '高校毕业生就业见习岗位公告', keywords: ['就业'] };
  const rule = { kinds: ['notice'], unitIds: [], words: ['就业', '招聘'] };
  expect(fitsTopicRule(rule, item)).toBe(true);
  expect(fitsTopicRule({ ...rule, unitIds: ['u2'] }, item)).toBe(false);
  expect(fitsTopicRule({ kinds: [], unitIds: [], words: [] }, item)).toBe(false);
});

test('index numbers have the usual form, also past the last of five digits', () => {
  expect(writeIndexNumber('330999001', 2026, 17)).toBe('330999001/2026-00017');
  expect(isIndexNumber(writeIndexNumber('330999001', 2026, 17))).toBe(true);
  expect(isIndexNumber(writeIndexNumber('330999001', 2026, 123456))).toBe(true);
  expect(isIndexNumber('望政办发〔2026〕1号')).toBe(false);
});
