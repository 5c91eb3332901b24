import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import { loadShippedRecognisers } from '../../shipped-recognisers.ts';
import { documentOfText } from '../checked-document.ts';
import type { Finding } from '../finding.ts';
import { bareContext, type Recogniser } from '../recogniser.ts';
import { type KnownTypo, KnownTypoFinder, parseKnownTypos } from './known-typos.ts';

async function getTypos(): Promise<Recogniser> {
  const found = (await loadShippedRecognisers()).find(({ name }) => name === 'typos');
  if (found === undefined) throw new Error('the platform ships no spelling check');
  return found;
}

const typos = await getTypos();
const find = (text: string): readonly Finding[] => typos.find(documentOfText(text), bareContext);
const corrections = (text: string) => find(text).map((one) => `${one.text}→${one.suggestion ?? ''}`);

describe('the list of known wrong forms', () => {
  const csv = readFileSync(
    new URL('../../../../../data/checking/typos/known-typos.csv', import.meta.url),
    'utf8',
  );
  const known = parseKnownTypos(csv);

  it('has each form once, and never calls a form wrong that it recommends elsewhere', () => {
    const wrong = known.map((typo) => typo.wrong);
    expect(wrong.filter((form, index) => wrong.indexOf(form) !== index)).toEqual([]);
    const right = new Set(known.map((typo) => typo.right));
    expect(wrong.filter((form) => right.has(form))).toEqual([]);
  });

  it('corrects every form so that nothing is left to correct', () => {
    const finder = new KnownTypoFinder(known);
    const unsettled = known.filter(({ right }) => finder.findKnownTypos(right).length > 0);
    expect(unsettled).toEqual([]);
  });

  it('refuses a row that is not of the five columns, with its line', () => {
    const broken = 'wrong,right,severity,standing,unless\n布署,部署,block,alone,\n布署,部署,certain,alone,\n';
    expect(() => parseKnownTypos(broken)).toThrow(/line 3/);
  });
});

describe('known wrong forms in a text', () => {
  it.each(readCaseTable(new URL('../../cases/typos.csv', import.meta.url)))(
    'line $line: $cells.text',
    ({ cells }) => {
      expect(corrections(cells.text ?? '').join('、')).toBe(cells.corrections ?? '');
    },
  );

  it('points at the form itself and says how serious it is', () => {
    expect(find('第一句。统一布署，台帐清楚，签定合同。')).toMatchObject([
      { code: 'typo.wrongForm', severity: 'block', start: 6, end: 8, text: '布署', suggestion: '部署' },
      { code: 'typo.variantForm', severity: 'hint', start: 9, end: 11, suggestion: '台账' },
      { code: 'typo.doubtfulForm', severity: 'confirm', start: 14, end: 16, suggestion: '签订' },
    ]);
  });

  it('takes the longer of two forms that meet, and knows phrases in which a form is sound', () => {
    const typo = (wrong: string, unless: readonly string[] = []): KnownTypo => ({
      wrong,
      right: '好',
      severity: 'block',
      standsAlone: true,
      unless,
    });
    const finder = new KnownTypoFinder([typo('甲乙'), typo('乙丙丁'), typo('戊己', ['戊己庚'])]);
    const spans = (text: string) => finder.findKnownTypos(text).map(({ start, end }) => [start, end]);
    expect(spans('甲乙丙丁')).toEqual([[1, 4]]);
    expect(spans('戊己庚，戊己')).toEqual([[4, 6]]);
  });
});

describe('what a document says of its own words', () => {
  const sentence = (place: string) => `${place}的项目按期开工，群众十分满意。`;
  const severities = (text: string) => find(text).map(({ severity }) => severity);

  it('asks about a doubtful word once met, and at most hints where the text always writes it', () => {
    const slip = '各村要按时完成道路修膳任务。';
    expect(severities(slip)).toEqual(['confirm']);
    expect(new Set(severities(slip.repeat(3)))).toEqual(new Set(['hint']));
  });

  it('never asks for a reason at names of people, places and firms', () => {
    const names = [
      '云岭镇滴水岩水库',
      '长沙惠科公司',
      '张某某',
      '孙氏三兄弟',
      '副县长刘焕鑫',
      '李山忠、刘焕鑫',
    ];
    for (const name of names) expect(severities(sentence(name)), name).not.toContain('confirm');
  });
});
