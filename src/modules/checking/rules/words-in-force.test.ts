import { describe, expect, it } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import type { Finding } from './finding.ts';
import { type DatedWord, judgeRelease, stateOfWord, wordsInForce } from './words-in-force.ts';

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
  const finding = (severity: Finding['severity']): Finding => ({
    code: `code.${severity}`,
    class: 'wording',
    severity,
    start: 0,
    end: 2,
    text: '某词',
    reason: '',
    suggestion: null,
    source: '',
  });
  const all = [finding('block'), finding('confirm'), finding('hint')];
  const judge = (findings: readonly Finding[], given: readonly ('block' | 'confirm')[]) =>
    judgeRelease(
      findings,
      given.map((severity) => ({ code: `code.${severity}`, severity, spanDigest: '某词' })),
      ({ text }) => text,
    ).kind;

  it('is free with hints alone', () => expect(judge([finding('hint')], [])).toBe('free'));
  it('is stopped by what blocks, whatever else is reasoned', () => {
    expect(judge(all, [])).toBe('blocked');
    expect(judge(all, ['confirm'])).toBe('blocked');
  });
  it('wants a reason for what is to be confirmed', () => expect(judge(all, ['block'])).toBe('needsReasons'));
  it('is free once each has its reason', () => expect(judge(all, ['block', 'confirm'])).toBe('free'));
  it('is not opened by a lesser reason for the same words', () => {
    const given = [{ code: 'code.block', severity: 'confirm' as const, spanDigest: '某词' }];
    expect(judgeRelease([finding('block')], given, ({ text }) => text).kind).toBe('blocked');
  });
});
