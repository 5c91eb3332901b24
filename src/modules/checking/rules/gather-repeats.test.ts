import { describe, expect, it } from 'vitest';
import type { Finding } from './finding.ts';
import { gatherRepeats } from './gather-repeats.ts';

const finding = (text: string, start: number, given: Partial<Finding> = {}): Finding => ({
  code: 'typo.wrongForm',
  class: 'typo',
  severity: 'block',
  start,
  end: start + 2,
  text: text.slice(start, start + 2),
  reason: '写错了',
  suggestion: null,
  source: '',
  ...given,
});
const sentence = '各镇按照统一布署抓好落实。';
const places = [0, 1, 2].map((times) => times * sentence.length + 6);

describe('repeated sentences', () => {
  it('are told once, with how many follow', () => {
    const text = sentence.repeat(3);
    const gathered = gatherRepeats(
      text,
      places.map((at) => finding(text, at)),
    );
    expect(gathered.map(({ start, reason }) => [start, reason])).toEqual([
      [6, '写错了（同样的句子另有2处，请一并处理）'],
    ]);
  });

  it('are told one by one where the sentence differs, however little', () => {
    const text = `${sentence}${sentence.replace('抓好', '抓紧')}`;
    expect(gatherRepeats(text, [finding(text, 6), finding(text, 6 + sentence.length)])).toHaveLength(2);
  });

  it('are told everywhere when they hold what must not be read anywhere', () => {
    const text = sentence.repeat(3);
    for (const one of ['personalData', 'secretMark', 'internalRouting'] as const)
      expect(
        gatherRepeats(
          text,
          places.map((at) => finding(text, at, { class: one })),
        ),
      ).toHaveLength(3);
  });

  it('keep two faults of one sentence apart, and short cells', () => {
    const text = '布署和布署都错了，应当改正。';
    expect(gatherRepeats(text, [finding(text, 0), finding(text, 3)])).toHaveLength(2);
    const cells = '布署。\n布署。';
    expect(gatherRepeats(cells, [finding(cells, 0), finding(cells, 4)])).toHaveLength(2);
  });
});
