import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { Analyser } from './analyse-text.ts';
import { findDocumentNumbers } from './document-number.ts';
import { foldSigns } from './fold-signs.ts';
import { openWordTree } from './word-tree.ts';

let analyser: Analyser;
beforeAll(async () => {
  analyser = new Analyser(await openWordTree(['望澜县', '望澜县人力资源和社会保障局', '县人社局']));
});
const atomsOf = (text: string) => analyser.analyse(text).atoms.join('/');

describe('folding', () => {
  test.each([
    ['ＰＭ２．５', 'pm2.5'],
    ['Gongkai', 'gongkai'],
    ['政務公開、徵收與補償', '政务公开、征收与补偿'],
    ['望政办发（2024）3号', '望政办发[2024]3号'],
    ['望政办发〔2024〕3号', '望政办发[2024]3号'],
  ])('%s is %s', (text, folded) => expect(foldSigns(text)).toBe(folded));

  test('every sign keeps its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldSigns(text)).toHaveLength(text.length);
      }),
    );
  });
});

describe('cutting', () => {
  test.each([
    ['人民政府办公室', '人民/政府/办公/室'],
    ['县人民法院', '县/人民/法院'],
    ['行政复议和食品安全监督抽检', '行政/复议/和/食品/安全/监督/抽检'],
    ['望澜县人力资源和社会保障局', '望澜县/人力/资源/和/社会/保障/局'],
    ['印发《通知》。另行', '印发/通知//另行'],
    ['PM2.5达35微克', 'pm/2.5/达/35/微克'],
    ['𠮷林', '𠮷/林'],
  ])('%s', (text, atoms) => expect(atomsOf(text)).toBe(atoms));

  test('finds longer words above the smallest ones, and none across their borders', () => {
    const { longer } = analyser.analyse('望澜县人力资源和社会保障局公布人民政府决定');
    expect(longer).toContain('望澜县人力资源和社会保障局');
    expect(longer).toContain('人力资源');
    expect(longer).toContain('人民政府');
    expect(longer).not.toContain('民政');
  });

  test('loses no sign of a Chinese text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'望澜县人民政府办公室行政审批局就业补贴通知的和')), (signs) => {
        expect(analyser.analyse(signs.join('')).atoms.join('')).toBe(signs.join(''));
      }),
    );
  });
});

describe('document numbers', () => {
  test.each([
    '望政办发〔2024〕3号',
    '望政办发[2024]3号',
    '望政办发（2024）3号',
    '望政办发【２０２４】第３号',
    '望政办发〔2024〕 03 号',
  ])('%s is one number', (text) => {
    expect(findDocumentNumbers(foldSigns(text))).toMatchObject([{ sender: '望政办发', bare: '[2024]3号' }]);
    expect(analyser.analyse(`根据${text}，`).longer).toContain('望政办发[2024]3号');
  });

  test.each(['第3号', '2024年3号', '(2024)号'])('%s is none', (text) => {
    expect(findDocumentNumbers(foldSigns(text))).toEqual([]);
  });
});
