import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingsOfCase, readRecogniserCases } from '../../testing/recogniser-cases.ts';
import { documentOfText } from '../checked-document.ts';
import { bareContext } from '../recogniser.ts';
import { findCitations, readArticleNumber } from './citations.ts';
import { lawTitleKey, readLawIndex } from './law-index.ts';
import { lawRecogniser } from './law-recogniser.ts';

const read = (name: string) => readFile(path.resolve('data/checking/laws', name), 'utf8');
const index = readLawIndex({
  titles: [await read('laws.csv'), await read('later.csv')],
  repeals: [await read('repealed-by-text.csv'), await read('repealed.csv')],
});
const laws = lawRecogniser(index);

describe('citations of statutes', () => {
  it.each(readRecogniserCases(new URL('./laws.csv', import.meta.url)))('$title', (one) => {
    expect(findingsOfCase(laws, one)).toEqual(one.expected);
  });

  it('takes the day from the document itself when none is given', () => {
    const paper = '根据《中华人民共和国担保法》办理。\n\n望澜县人民政府\n2024年5月6日';
    expect(laws.find(documentOfText(paper), bareContext).map(({ code }) => code)).toEqual([
      'lawTitle.repealed',
    ]);
    const older = paper.replace('2024', '2019');
    expect(laws.find(documentOfText(older), bareContext)).toEqual([]);
  });

  it.each([
    ['一', 1],
    ['十', 10],
    ['二十', 20],
    ['一百零五', 105],
    ['一千二百六十', 1260],
    ['56', 56],
    ['５６', 56],
  ])('reads 第%s条 as %i', (words, number) => {
    expect(readArticleNumber(words)).toBe(number);
  });

  it('reads every article behind a title, over items and brackets, and stops at the sentence', () => {
    const text = '依照《行政许可法》（主席令第七号）第三条、第五条第二款及第七十条之一的规定。第九条另说。';
    expect(
      findCitations(text).map(({ title, articles }) => [title, articles.map(({ number }) => number)]),
    ).toEqual([['行政许可法', [3, 5, 70]]]);
  });

  it('takes a title that holds another one as one', () => {
    const [citation, ...more] = findCitations('根据《望澜县实施《中华人民共和国档案法》办法》第三条');
    expect(citation?.title).toBe('望澜县实施《中华人民共和国档案法》办法');
    expect(more).toEqual([]);
  });

  it('is not led astray by brackets that never close', () => {
    expect(findCitations('《'.repeat(2000))).toEqual([]);
    expect(findCitations(`《${'法'.repeat(5000)}`)).toEqual([]);
  });
});

describe('the index', () => {
  it('knows the statutes of this work with their articles', () => {
    expect(index.known.get(lawTitleKey('中华人民共和国政府信息公开条例'))?.versions.at(-1)).toEqual({
      from: '2019-05-15',
      articles: 56,
    });
    expect(index.known.size).toBeGreaterThan(3000);
    expect(index.repealed.get('合同法')).toMatchObject({ on: '2021-01-01' });
  });

  it('names no statute as ended that lives on in a later version', () => {
    const living = [...index.repealed].filter(([key, { on }]) => {
      const last = index.known.get(key)?.versions.at(-1)?.from;
      return last !== undefined && last >= on;
    });
    expect(living).toEqual([]);
  });

  it.each([
    'title,kind\nA,law',
    'title,kind,versions\nA,poem,2020-01-01:3',
    'title,kind,versions\nA,law,gestern:3',
  ])('refuses a malformed file', (csv) => {
    expect(() => readLawIndex({ titles: [csv], repeals: [] })).toThrow(RangeError);
  });
});
