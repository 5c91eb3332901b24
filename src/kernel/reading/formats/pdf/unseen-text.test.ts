import { describe, expect, it } from 'vitest';
import { readSource } from '../../read-source.ts';
import { type GivenInk, givenPdf } from '../given-pdf.ts';

const shown: GivenInk = { text: '公开预算和决算', x: 60, y: 100 };
const secret = '身份证号在此';
const hidden = (given: Partial<GivenInk> = {}): GivenInk => ({ text: secret, x: 60, y: 200, ...given });
/** Around the place of the hidden text, which stands 600 above the bottom. */
const box = '50 580 300 40 re';

async function reading(inks: readonly GivenInk[], picture = false) {
  const read = await readSource(
    givenPdf([inks], { picture }),
    { fileName: '文件.pdf' },
    { gatherAsides: true },
  );
  if (!read.ok) throw new Error(read.refusal.sentence);
  const { blocks, asides = [], notes } = read.document;
  return {
    body: blocks.map((block) => (block.kind === 'paragraph' ? block.text : '表')).join('|'),
    unseen: asides.filter(({ kind }) => kind === 'hiddenText').map(({ text }) => text),
    noted: notes.map(({ code }) => code),
  };
}

describe('text of a page that nobody sees', () => {
  it.each<[string, GivenInk[]]>([
    ['white on the paper', [hidden({ paint: '1 g' })]],
    ['nearly white', [hidden({ paint: '0.98 0.98 1 rg' })]],
    ['in the colour of its ground', [{ path: `0 0 1 rg ${box} f` }, hidden({ paint: '0 0 1 rg' })]],
    ['drawn without ink', [hidden({ paint: '3 Tr' })]],
    ['too small to read', [hidden({ size: 1 })]],
    ['smaller than any dot', [hidden({ size: 0.2 })]],
    ['right of the page', [hidden({ x: 700 })]],
    ['below the page', [hidden({ y: 900 })]],
    ['under a black bar', [hidden(), { path: `0 g ${box} f` }]],
    ['under a white patch', [hidden(), { path: `1 g ${box} f` }]],
  ])('%s', async (_, inks) => {
    const { body, unseen, noted } = await reading([shown, ...inks]);
    expect(body).toBe('公开预算和决算');
    expect(unseen).toEqual([secret]);
    expect(noted).toContain('hiddenText');
  });

  it('is all there is on the page', async () => {
    expect((await reading([hidden({ paint: '1 g' })])).unseen).toEqual([secret]);
  });
});

describe('text of a page that is seen', () => {
  it.each<[string, GivenInk[]]>([
    ['white on a dark box', [{ path: `0 0 0.5 rg ${box} f` }, hidden({ paint: '1 g' })]],
    [
      'white on a shape with curves',
      [{ path: '50 600 m 50 700 400 700 400 560 c 50 560 l h f' }, hidden({ paint: '1 g' })],
    ],
    ['white with an outline', [hidden({ paint: '1 g 2 Tr' })]],
    ['white on a picture', [{ path: '400 0 0 100 50 560 cm /Im Do' }, hidden({ paint: '1 g' })]],
    ['under a frame', [hidden(), { path: `${box} 52 582 296 36 re f*` }]],
    ['under a highlight one sees through', [hidden(), { path: `/Half gs 1 1 0 rg ${box} f` }]],
    ['beside a bar whose ink is bounded', [hidden(), { path: '400 0 100 100 re W n 0 0 600 800 re f' }]],
    ['black on grey', [{ path: `0.9 g ${box} f` }, hidden()]],
  ])('%s', async (_, inks) => {
    const { body, unseen } = await reading([shown, ...inks]);
    expect(body).toContain(secret);
    expect(unseen).toEqual([]);
  });

  it('is what recognition has laid over a scan', async () => {
    const { body, unseen } = await reading([hidden({ paint: '3 Tr' }), { ...shown, paint: '3 Tr' }]);
    expect(body).toContain(secret);
    expect(unseen).toEqual([]);
  });
});
