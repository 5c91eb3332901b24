import { expect, test } from 'vitest';
import { readInterpretedNames, readInterpreterRank } from './interpretation.ts';

test.each([
  ['县教育局局长陈某', 'principal'],
  ['县教育局副局长李某', 'deputy'],
  ['县融媒体中心记者', 'media'],
  ['县委党校教授', 'expert'],
  ['县教育局政策法规科', 'drafter'],
  [null, 'drafter'],
])('%s is %s', (words, rank) => {
  expect(readInterpreterRank(words)).toBe(rank);
});

test('an interpretation names its documents by title, by number or by its own title', () => {
  expect(readInterpretedNames('《清河县校服管理办法》政策解读', '清教发〔2026〕3号自公布之日起施行')).toEqual(
    {
      titles: ['清河县校服管理办法'],
      numbers: ['清教发〔2026〕3号'],
      core: '清河县校服管理办法',
    },
  );
  expect(readInterpretedNames('一图读懂：校园安全管理办法', '').core).toBe('校园安全管理办法');
  expect(readInterpretedNames('解读', '').core).toBeNull();
});
