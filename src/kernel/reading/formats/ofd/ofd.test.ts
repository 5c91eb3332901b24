import { describe, expect, it } from 'vitest';
import {
  documentGiven,
  givenArchive,
  paragraphTexts,
  refusalCodeGiven,
  spreadGrid,
  tablesOf,
} from '../given.ts';
import { deltaNumbers } from './page-drawing.ts';

const text = (x: number, y: number, words: string, extra = '') =>
  `<ofd:TextObject ID="1" Boundary="${x} ${y - 4} 100 5" Font="3" Size="4" ${extra}><ofd:TextCode X="0" Y="4" DeltaX="g ${words.length - 1} 4">${words}</ofd:TextCode></ofd:TextObject>`;
const path = (x: number, y: number, data: string) =>
  `<ofd:PathObject ID="2" Boundary="${x} ${y} 200 200" LineWidth="0.3"><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;

function givenOfd(...pages: string[]): Uint8Array {
  const members: Record<string, string> = {
    'OFD.xml':
      '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
    'Doc_0/Document.xml': `<ofd:Document><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>${pages.map((_, index) => `<ofd:Page ID="${index}" BaseLoc="Pages/Page_${index}/Content.xml"/>`).join('')}</ofd:Pages></ofd:Document>`,
    'Doc_0/PublicRes.xml': '<ofd:Res><ofd:Fonts><ofd:Font ID="9" FontName="黑体"/></ofd:Fonts></ofd:Res>',
  };
  for (const [index, page] of pages.entries()) {
    members[`Doc_0/Pages/Page_${index}/Content.xml`] =
      `<ofd:Page><ofd:Content><ofd:Layer>${page}</ofd:Layer></ofd:Content></ofd:Page>`;
  }
  return givenArchive(members);
}

describe('OFD files', () => {
  it('reads text by position, bold fonts and repeated steps', async () => {
    const file = givenOfd(text(25, 60, '一、公开预算', 'Weight="700"') + text(25, 50, '望澜县要点'));
    const { blocks } = await documentGiven(file, '要点.ofd');
    expect(blocks).toMatchObject([{ text: '望澜县要点' }, { text: '一、公开预算', bold: true }]);
  });

  it('reads a drawn table and joins it over pages', async () => {
    const grid = path(
      20,
      40,
      'M 0 0 L 150 0 M 0 10 L 150 10 M 0 20 L 150 20 M 0 0 L 0 20 M 50 0 L 50 20 M 150 0 L 150 20',
    );
    const page = (task: string, unit: string) =>
      grid + text(22, 47, '任务') + text(75, 47, '单位') + text(22, 57, task) + text(75, 57, unit);
    const document = await documentGiven(
      givenOfd(page('公开预算。', '县财政局'), page('公开规划。', '县发改局')),
    );
    expect(tablesOf(document).map(spreadGrid)).toEqual([
      [
        ['任务', '单位'],
        ['公开预算。', '县财政局'],
        ['公开规划。', '县发改局'],
      ],
    ]);
  });

  it('places text by the matrix of its object', async () => {
    const file = givenOfd(text(25, 60, '第二行') + text(25, 60, '第一行', 'CTM="1 0 0 1 0 -20"'));
    expect(paragraphTexts((await documentGiven(file)).blocks)).toEqual(['第一行', '第二行']);
  });

  it('refuses files without text, without a document, and encrypted ones', async () => {
    expect(await refusalCodeGiven(givenOfd('<ofd:ImageObject/>'))).toBe('imageOnly');
    expect(await refusalCodeGiven(givenOfd(''))).toBe('empty');
    expect(await refusalCodeGiven(givenArchive({ 'OFD.xml': '<OFD/>' }))).toBe('damaged');
    expect(await refusalCodeGiven(givenArchive({ 'OFD.xml': '<OFD/>', 'Encryptions.xml': '<a/>' }))).toBe(
      'encrypted',
    );
  });

  it('spreads step lists', () => {
    expect(deltaNumbers('1 g 2 3.5 4')).toEqual([1, 3.5, 3.5, 4]);
    expect(deltaNumbers(undefined)).toEqual([]);
    expect(deltaNumbers('g 999999999 1').length).toBeLessThanOrEqual(100_000);
  });
});
