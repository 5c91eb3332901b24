import { expect, test } from 'vitest';
import type { DocumentClause } from './clause.ts';
import { compareVersions } from './compare-versions.ts';
import { countChanges, foldChanges } from './fold-changes.ts';

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

test('what stayed is folded in runs, a clause with a new number among them', () => {
  const before = [
    '为规范集市管理制定本办法',
    '集市由镇人民政府举办',
    '摊位费每月十元',
    '本办法自公布之日起施行',
  ];
  const after = [
    '为规范集市管理制定本办法',
    '集市由镇人民政府举办',
    '摊位费每月二十元',
    '经营者应当亮照',
    '本办法自公布之日起施行',
  ];
  const changes = compareVersions(
    before.map((text, at) => article(at + 1, text)),
    after.map((text, at) => article(at + 1, text)),
  );
  expect(
    foldChanges(changes).map((run) => (run.kind === 'stayed' ? run.changes.length : run.change.kind)),
  ).toEqual([2, 'changed', 'added', 1]);
  expect(countChanges(changes)).toEqual({ changed: 1, added: 1, removed: 0, moved: 0, same: 3 });
});
