import { describe, expect, test } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import { stateOfGuidance } from './guidance.ts';
import { judgeMatterSteps, type PlannedStep, type StepKind, stateOfMatter } from './matters.ts';

const step = (kind: StepKind, plannedOn: string, doneOn: string | null = null): PlannedStep => ({
  kind,
  plannedOn: dayOf(plannedOn),
  doneOn: doneOn === null ? null : dayOf(doneOn),
});

describe('a matter planned as one', () => {
  test('has nothing odd when release, interpretation and watching follow the draft', () => {
    const steps = [
      step('drafting', '2026-03-01'),
      step('release', '2026-04-01'),
      step('interpretation', '2026-04-01'),
      step('opinionWatch', '2026-04-08'),
    ];
    expect(judgeMatterSteps(steps)).toEqual([]);
  });

  test('is told when the interpretation is late, missing, or nobody listens', () => {
    expect(judgeMatterSteps([step('release', '2026-04-01')])).toEqual([
      '安排了发布，没有安排解读；政策文件与解读材料应同步发布',
      '没有安排发布后的舆情监测',
    ]);
    const late = [
      step('release', '2026-04-01'),
      step('interpretation', '2026-03-30', '2026-04-05'),
      step('opinionWatch', '2026-04-08'),
      step('drafting', '2026-04-02'),
    ];
    expect(judgeMatterSteps(late)).toEqual([
      '起草排在发布之后，请核对日期',
      '解读晚于发布；政策文件与解读材料应同步发布',
    ]);
  });

  test('is late from the day after a planned day, and done when all is', () => {
    const steps = [step('release', '2026-04-01')];
    expect(stateOfMatter(steps, dayOf('2026-04-01'))).toBe('underWay');
    expect(stateOfMatter(steps, dayOf('2026-04-02'))).toBe('late');
    expect(stateOfMatter([step('release', '2026-04-01', '2026-04-03')], dayOf('2026-05-01'))).toBe('done');
    expect(stateOfMatter([], dayOf('2026-05-01'))).toBe('underWay');
  });
});

test('a question is open until answered, and stays in hand while something is to be done', () => {
  const question = { kind: 'question', answer: null, followUp: null, closing: null } as const;
  expect(stateOfGuidance(question)).toBe('open');
  expect(stateOfGuidance({ ...question, answer: '可以公开' })).toBe('closed');
  expect(stateOfGuidance({ ...question, answer: '请整改', followUp: '补公开' })).toBe('following');
  expect(stateOfGuidance({ ...question, answer: '请整改', followUp: '补公开', closing: '已补' })).toBe(
    'closed',
  );
  expect(stateOfGuidance({ ...question, kind: 'inspection' })).toBe('closed');
  expect(stateOfGuidance({ ...question, kind: 'inspection', followUp: '整改栏目' })).toBe('following');
});
