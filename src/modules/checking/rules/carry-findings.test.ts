import { describe, expect, it } from 'vitest';
import {
  applySuggestion,
  carryFindings,
  compareChecks,
  placeOfFinding,
  placesOfFindings,
} from './carry-findings.ts';
import type { Finding } from './finding.ts';

const findingAt = (text: string, marked: string, suggestion: string | null = null): Finding => ({
  code: `typo.${marked}`,
  class: 'typo',
  severity: 'confirm',
  start: text.indexOf(marked),
  end: text.indexOf(marked) + marked.length,
  text: marked,
  reason: '',
  suggestion,
  source: '',
});

const before = '请布署防汛工作，作好准备。';
const findings = [findingAt(before, '布署', '部署'), findingAt(before, '作好', '做好')];
const wordsOf = (text: string, list: readonly Finding[]) =>
  list.map(({ start, end }) => text.slice(start, end));

describe('findings of an edited text', () => {
  it.each([
    ['words put in before them', '各单位请布署防汛工作，作好准备。', ['布署', '作好']],
    ['words put in between them', '请布署防汛抗旱工作，作好准备。', ['布署', '作好']],
    ['one of them mended', '请部署防汛工作，作好准备。', ['作好']],
    ['everything gone', '', []],
    ['words added at the end', `${before}请知悉。`, ['布署', '作好']],
    ['nothing changed', before, ['布署', '作好']],
  ])('stay with their words: %s', (_, after, expected) => {
    expect(wordsOf(after, carryFindings(findings, before, after))).toEqual(expected);
  });
});

describe('a suggestion', () => {
  const [first] = findings;
  it('takes the place of the marked words', () => {
    expect(first && applySuggestion(before, first)).toBe('请部署防汛工作，作好准备。');
  });
  it('is not applied where the text has moved on or nothing is proposed', () => {
    expect(first && applySuggestion(`各单位${before}`, first)).toBeUndefined();
    expect(applySuggestion(before, findingAt(before, '防汛'))).toBeUndefined();
  });
});

describe('a second check', () => {
  it('tells what is solved, what is left and what is new, counting each place', () => {
    const now = [findingAt(before, '作好'), findingAt(before, '准备')];
    const { solved, left, fresh } = compareChecks([...findings, ...findings], now);
    expect(solved.map(({ text }) => text)).toEqual(['布署', '布署', '作好']);
    expect(left.map(({ text }) => text)).toEqual(['作好']);
    expect(fresh.map(({ text }) => text)).toEqual(['准备']);
  });
});

describe('the place of a finding', () => {
  const text = '第一段。\n各镇要按照统一布署抓好落实。\n第三段。';
  const start = text.indexOf('布署');
  const place = placeOfFinding(text, { start, end: start + 2 });

  it('stays when other lines change or blanks come in, and goes when the text there changes', () => {
    const placeIn = (changed: string) => {
      const at = changed.indexOf('布署');
      return placeOfFinding(changed, { start: at, end: at + 2 });
    };
    expect(placeIn(`另一段。\n${text.replace('第三段', '第四段')}`)).toBe(place);
    expect(placeIn(text.replace('统一', '统 一'))).toBe(place);
    expect(placeIn(text.replace('抓好', '抓紧'))).not.toBe(place);
    expect(placeIn(text.replace('各镇', '各村'))).not.toBe(place);
  });

  it('has a number where two read alike, each kind by itself', () => {
    const line = '各镇要按照统一布署抓好落实。\n';
    const alike = [line.indexOf('布署'), line.length + line.indexOf('布署')].map((at) => ({
      ...findingAt(line, '布署'),
      start: at,
      end: at + 2,
    }));
    const [first, second] = placesOfFindings(line.repeat(2), alike);
    expect(first).toBe(placeOfFinding(line, findingAt(line, '布署')));
    expect(second).not.toBe(first);
    const other = alike.map((one, index) => ({ ...one, code: `typo.${index}` }));
    expect(new Set(placesOfFindings(line.repeat(2), other))).toEqual(new Set([first]));
  });
});
