import { describe, expect, it } from 'vitest';
import type { DocumentClause } from './clause.ts';
import { carryAnchors, compareVersions } from './compare-versions.ts';

const article = (number: number, text: string): DocumentClause => ({
  anchor: `t${number}`,
  parent: null,
  level: 'article',
  label: `第${number}条`,
  heading: null,
  text,
  rows: null,
  place: {},
});

const first = '为规范农村公路养护，结合本县实际，制定本办法。';
const second = '本办法适用于本县行政区域内的农村公路。';
const third = '养护资金由县财政安排每公里八千元。';
const fourth = '违反本办法的，依法处理。';
const old = [article(1, first), article(2, second), article(3, third), article(4, fourth)];

const kinds = (before: readonly DocumentClause[], after: readonly DocumentClause[]) =>
  compareVersions(before, after).map(
    ({ kind, before: left, after: right }) => `${kind} ${left?.label ?? '-'} ${right?.label ?? '-'}`,
  );

describe('compareVersions', () => {
  it('finds nothing where nothing changed', () => {
    expect(compareVersions(old, old).every(({ kind }) => kind === 'same')).toBe(true);
  });

  it('sees a new article, and those behind it as renumbered only', () => {
    const now = [
      article(1, first),
      article(2, '县交通运输局负责农村公路的监督管理。'),
      article(3, second),
      article(4, third),
      article(5, fourth),
    ];
    expect(kinds(old, now)).toEqual([
      'same 第1条 第1条',
      'added - 第2条',
      'renumbered 第2条 第3条',
      'renumbered 第3条 第4条',
      'renumbered 第4条 第5条',
    ]);
  });

  it('shows a changed sum word by word', () => {
    const now = [...old.slice(0, 2), article(3, '养护资金由县财政安排每公里一万元。'), article(4, fourth)];
    const changed = compareVersions(old, now)[2];
    expect(changed?.kind).toBe('changed');
    expect(
      changed?.words
        .filter(({ kind }) => kind === 'removed')
        .map(({ text }) => text)
        .join(''),
    ).toContain('八千');
    expect(
      changed?.words
        .filter(({ kind }) => kind === 'added')
        .map(({ text }) => text)
        .join(''),
    ).toContain('一万');
  });

  it('tells a clause that moved from one that went', () => {
    const now = [article(1, first), article(2, third), article(3, second)];
    const seen = kinds(old, now);
    expect(seen.filter((one) => one.startsWith('moved')).length).toBe(1);
    expect(seen).toContain('removed 第4条 -');
  });
});

describe('carryAnchors', () => {
  it('keeps the anchor of a clause that was renumbered, and gives the new one another', () => {
    const now = [
      article(1, first),
      article(2, '县交通运输局负责农村公路的监督管理。'),
      article(3, second),
      article(4, third),
      article(5, fourth),
    ];
    const anchors = carryAnchors(old, now).map(({ anchor }) => anchor);
    expect(anchors).toEqual(['t1', 't2~2', 't2', 't3', 't4']);
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  it('is stable under a second carrying', () => {
    const once = carryAnchors(old, old);
    expect(carryAnchors(old, once)).toEqual(once);
  });
});
