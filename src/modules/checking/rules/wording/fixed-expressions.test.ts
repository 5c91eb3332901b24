import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingsOfCase, readRecogniserCases } from '../../testing/recogniser-cases.ts';
import { documentOfText } from '../checked-document.ts';
import { bareContext } from '../recogniser.ts';
import { fixedExpressionRecogniser, parseFixedExpressions } from './fixed-expressions.ts';

const list = parseFixedExpressions(
  await readFile(path.resolve('data/checking/wording/fixed-expressions.csv'), 'utf8'),
);
const fixed = fixedExpressionRecogniser(list);

describe('fixed expressions', () => {
  it.each(readRecogniserCases(new URL('./fixed-expressions.csv', import.meta.url)))('$title', (one) => {
    expect(findingsOfCase(fixed, one)).toEqual(one.expected);
  });

  it('never proposes what it would mark itself', () => {
    const marked = list.filter(({ right }) => fixed.find(documentOfText(right), bareContext).length > 0);
    expect(marked.map(({ right }) => right)).toEqual([]);
  });

  it('finds every form of its list', () => {
    const missed = list.filter(({ wrong, from }) => {
      const context = from === null ? bareContext : { ...bareContext, documentDay: from };
      return fixed.find(documentOfText(`我们${wrong}。`), context).length === 0;
    });
    expect(missed.map(({ wrong }) => wrong)).toEqual([]);
  });

  it.each(['wrong,right', 'wrong,right,severity,from,unless,reason\n甲,乙,loud,,,丙'])(
    'refuses a malformed list',
    (csv) => {
      expect(() => parseFixedExpressions(csv)).toThrow(RangeError);
    },
  );
});
