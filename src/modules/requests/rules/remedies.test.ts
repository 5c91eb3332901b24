import { describe, expect, test } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import { getPeriodRule } from '#modules/periods/index.ts';
import { remedyLaws } from '../law/remedies.ts';
import { findDispositionLeaf } from './dispositions/leaves.ts';
import {
  type AnsweringBody,
  judgeRemedy,
  type RemedyBodies,
  remedyClassOf,
  writeRemedyParagraph,
} from './remedies.ts';

const bodies: RemedyBodies = {
  government: '望澜县人民政府',
  superiorGovernment: '临江市人民政府',
  superiorDepartment: '临江市发展和改革委员会',
  basicCourt: '望澜县人民法院',
  intermediateCourt: '临江市中级人民法院',
};
const answering: Readonly<Record<string, AnsweringBody>> = {
  government: 'government',
  department: 'department',
  justiceDepartment: 'justiceDepartment',
  lowerGovernment: 'lowerGovernment',
  verticalOrgan: 'verticalOrgan',
};

describe('path, body and court', () => {
  const cases = readCaseTable(new URL('../cases/remedies.csv', import.meta.url));

  test.each(cases.map(({ cells }) => [cells.说明 ?? '', cells] as const))('%s', (_, cells) => {
    const leaf = findDispositionLeaf(cells.办理结果 ?? '');
    const body = answering[cells.答复机关 ?? ''];
    if (leaf === undefined || body === undefined) throw new Error('the case names no leaf or no body');
    const verdict = judgeRemedy(remedyClassOf(leaf), dayOf(cells.日期 ?? ''), body, bodies);
    const told =
      verdict.kind === 'remedy'
        ? [verdict.reviewFirst ? '先复议' : '任选', verdict.reviewBodies.join('或者'), verdict.court]
        : ['无', '', ''];
    expect(told).toEqual([cells.路径, cells.复议机关, cells.法院]);
  });
});

const today = dayOf('2026-03-02');

test('no answer in time goes to review first', () => {
  expect(judgeRemedy('failureToAct', today, 'department', bodies)).toMatchObject({ reviewFirst: true });
  expect(judgeRemedy('failureToAct', dayOf('2023-12-31'), 'department', bodies)).toMatchObject({
    reviewFirst: false,
  });
});

test('a step on the way prints no remedy', () => {
  const verdict = judgeRemedy('step', today, 'department', bodies);
  expect(verdict).toEqual({ kind: 'none' });
  expect(writeRemedyParagraph(verdict, '本告知书')).toBeUndefined();
});

test('a missing court or superior is said, never guessed', () => {
  expect(judgeRemedy('refusal', today, 'department', { ...bodies, basicCourt: null })).toEqual({
    kind: 'missingBody',
    body: 'basicCourt',
  });
  expect(judgeRemedy('refusal', today, 'government', { ...bodies, superiorGovernment: '' })).toEqual({
    kind: 'missingBody',
    body: 'superiorGovernment',
  });
});

test('the paragraph tells path, period and body', () => {
  const refusal = writeRemedyParagraph(judgeRemedy('refusal', today, 'department', bodies), '本答复');
  expect(refusal).toMatch(/应当先申请行政复议.*60日内向望澜县人民政府.*15日内向望澜县人民法院/);
  expect(refusal).not.toContain('直接');
  const other = writeRemedyParagraph(judgeRemedy('otherAnswer', today, 'department', bodies), '本答复');
  expect(other).toMatch(/60日内向望澜县人民政府申请行政复议，也可以.*六个月内直接向望澜县人民法院/);
});

test('the figures are those of the periods in force', () => {
  const current = remedyLaws.at(-1);
  const lengthOf = (name: Parameters<typeof getPeriodRule>[0]) => getPeriodRule(name).versions.at(-1)?.length;
  expect(current).toMatchObject({
    reviewDays: lengthOf('review-application'),
    suitMonths: lengthOf('lawsuit-direct'),
    suitAfterReviewDays: lengthOf('lawsuit-after-review'),
  });
  expect(current?.from).toBe(getPeriodRule('review-application').versions.at(-1)?.from);
});
