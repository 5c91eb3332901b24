import { describe, expect, it } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import {
  type DatedWord,
  judgeRelease,
  type OverrideKey,
  type ReleaseKey,
  stateOfWord,
  wordsInForce,
} from './words-in-force.ts';

const today = dayOf('2026-05-06');
const word = (given: Partial<DatedWord>): DatedWord => ({
  id: 'w1',
  supersedesId: null,
  kind: 'wrong',
  phrase: '用语',
  replacement: null,
  severity: 'confirm',
  reason: '统一用语',
  fromDay: dayOf('2026-01-01'),
  untilDay: null,
  endedOn: null,
  ...given,
});

describe('a word on a day', () => {
  it.each([
    ['in force from its first day', { fromDay: today }, 'inForce'],
    ['to come before it', { fromDay: dayOf('2026-05-07') }, 'coming'],
    ['in force on the day before its last', { untilDay: dayOf('2026-05-07') }, 'inForce'],
    ['ended on the day it no longer speaks', { untilDay: today }, 'ended'],
    ['ended on the day somebody ended it', { endedOn: today }, 'ended'],
  ] as const)('is %s', (_, given, state) => {
    expect(stateOfWord(word(given), false, today)).toBe(state);
  });

  it('does not speak once a later row names it', () => {
    const words = [word({}), word({ id: 'w2', supersedesId: 'w1', phrase: '新用语' })];
    expect(wordsInForce(words, today).map(({ phrase }) => phrase)).toEqual(['新用语']);
  });
});

describe('a release', () => {
  const key = (severity: 'block' | 'confirm', place = '甲处'): ReleaseKey => ({
    code: `code.${severity}`,
    severity,
    spanDigest: '某词',
    placeDigest: place,
  });
  const all = [key('block'), key('confirm')];
  const kindOf = (keys: readonly ReleaseKey[], reasons: readonly OverrideKey[]) =>
    judgeRelease(keys, reasons).kind;

  it('is free where nothing asks for a reason', () => expect(kindOf([], [])).toBe('free'));
  it('is stopped by what blocks, whatever else is reasoned', () => {
    expect(kindOf(all, [])).toBe('blocked');
    expect(kindOf(all, [key('confirm')])).toBe('blocked');
  });
  it('wants a reason for what is to be confirmed', () => {
    expect(kindOf(all, [key('block')])).toBe('needsReasons');
  });
  it('is free once each has its reason', () => expect(kindOf(all, all)).toBe('free'));
  it('is not opened by a lesser reason for the same words', () => {
    expect(kindOf([key('block')], [{ ...key('block'), severity: 'confirm' }])).toBe('blocked');
  });
  it('wants each place its own reason, though the words are the same', () => {
    const verdict = judgeRelease([key('block', '甲处'), key('block', '乙处')], [key('block', '甲处')]);
    expect(verdict).toEqual({ kind: 'blocked', open: [key('block', '乙处')] });
  });
  it('is opened everywhere by a reason that was given for the words themselves', () => {
    const words = { ...key('block'), placeDigest: null };
    expect(kindOf([key('block', '甲处'), key('block', '乙处')], [words])).toBe('free');
    expect(kindOf([{ ...key('block'), spanDigest: '别的词' }], [words])).toBe('blocked');
  });
});
