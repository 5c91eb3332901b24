import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { confusionsOf, nearness } from './confusions.ts';
import { RunCorrector } from './run-correction.ts';
import { openTypoModel } from './typo-model.ts';
import { WordLattice } from './word-lattice.ts';

const file = new URL('../../../../../data/checking/typos/typo-model.bin.br', import.meta.url);
const bytes = brotliDecompressSync(readFileSync(file));
const model = openTypoModel(bytes);

describe('the shipped model', () => {
  it('knows words of office and of daily life, and no form the list calls wrong', () => {
    for (const word of ['行政复议', '人民法院', '政务公开', '一网通办', '螃蟹'])
      expect(model.isWord(model.wordOf(word)), word).toBe(true);
    for (const word of ['布署', '仲栽', '行政复']) expect(model.wordOf(word), word).toBe(-1);
  });

  it('finds a word more probable after its usual company', () => {
    const [by, law, fish] = ['依照', '法律', '螃蟹'].map((word) => model.wordOf(word));
    expect(model.logAfter(by ?? -1, law ?? -1)).toBeGreaterThan(model.logOf(law ?? -1));
    expect(model.logAfter(by ?? -1, fish ?? -1)).toBeLessThan(model.logAfter(by ?? -1, law ?? -1));
  });

  it('never scores a replacing word above what the search is told it can win', () => {
    const firsts = ['依照', '的', '螃蟹', '人民'].map((word) => model.wordOf(word));
    const followers = ['法律', '政府', '行政机关', '的', '依照', '国有土地上', '螃蟹', '群众'];
    for (const first of [...firsts, -1, model.breakToken])
      for (const word of followers.filter((one) => model.mayReplace(model.wordOf(one)))) {
        const log = model.logAfter(first, model.wordOf(word));
        expect(log, word).toBeLessThanOrEqual(model.bestAfter(first, word.length));
        if (model.mayReplace(first))
          expect(log, word).toBeLessThanOrEqual(model.bestLogsAfterReplacing[model.wordOf(word)] ?? 0);
      }
  });

  it('says what it was made from', () => {
    expect(model.made).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(model.sources.join()).toContain('jieba');
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['half of it', bytes.subarray(0, bytes.length >> 1)],
    ['zeros', new Uint8Array(64)],
    ['text', new TextEncoder().encode('这不是模型，是一段文字')],
  ])('refuses %s', (_what, damaged) => {
    expect(() => openTypoModel(damaged)).toThrow();
  });
});

describe('confusions', () => {
  const syllables = ['zhi', 'zi', 'ta'];
  const [tone4, tone1] = [4, 1];
  const confusions = confusionsOf({
    signs: Uint16Array.from('治制资他冶', (sign) => sign.charCodeAt(0)),
    common: 4,
    sounds: [[tone4], [tone4], [8 + tone1], [16 + tone1], []].map((list) => Uint16Array.from(list)),
    alike: [[], [], [], [], [0, 90]].map((list) => Uint16Array.from(list)),
    syllables,
  });
  const kindOf = (from: string, to: string) => {
    const index = confusions.indexOf(from.charCodeAt(0));
    for (let at = confusions.starts[index] ?? 0; at < (confusions.starts[index + 1] ?? 0); at++)
      if (confusions.codes[at] === to.charCodeAt(0)) return confusions.kinds[at];
    return undefined;
  };

  it('tells same, near and no sound apart', () => {
    expect(kindOf('治', '制')).toBe(nearness.tone);
    expect(kindOf('治', '资')).toBe(nearness.nearSound);
    expect(kindOf('治', '他')).toBeUndefined();
  });

  it('suspects rare signs, but does not propose them', () => {
    expect(kindOf('冶', '治')).toBe(nearness.alike);
    expect(kindOf('治', '冶')).toBeUndefined();
  });

  it('does not know other signs', () => {
    expect(confusions.indexOf('A'.charCodeAt(0))).toBe(-1);
  });
});

describe('the lattice', () => {
  it('scores the best path the same from both sides', () => {
    const text = '人民法院应当依法受理';
    const codes = Uint16Array.from(text, (sign) => sign.charCodeAt(0));
    const lattice = new WordLattice(model);
    lattice.begin(codes, text.length, model.breakToken, model.breakToken);
    const forward = lattice.scoreForward();
    lattice.scoreBackward();
    expect(lattice.scoreAfter(0, model.breakToken)).toBeCloseTo(forward, 5);
    expect(lattice.bestPath().length).toBeLessThan(text.length);
  });
});

describe('a corrected run', () => {
  const corrector = new RunCorrector(model);

  it('changes one word and leaves the others', () => {
    const [correction, ...others] = corrector.correctText('公民可以向行政机关提出申清。');
    expect(others).toEqual([]);
    expect(correction).toMatchObject({ start: 9, end: 13 });
    expect(correction?.replacement.changes.map(({ code }) => String.fromCharCode(code))).toEqual(['请']);
    expect(correction?.margin).toBeGreaterThan(5);
  });

  it('gives the same answer whatever it corrected before', () => {
    const text = '人民法完因当依法受理，不得推委。';
    const first = corrector.correctText(text);
    corrector.correctText('龘'.repeat(2_000));
    expect(corrector.correctText(text)).toEqual(first);
  });

  it('cuts runs nobody writes and keeps places right', () => {
    const text = `${'公开'.repeat(400)}提出申清`;
    const found = corrector.correctText(text).filter(({ start }) => start >= 800);
    expect(found.map(({ start, end }) => text.slice(start, end))).toContain('提出申清');
  });
});
