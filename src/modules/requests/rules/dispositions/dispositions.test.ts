import { describe, expect, test } from 'vitest';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import { type DispositionFacts, dispositionFacts } from './facts.ts';
import { findGroundConflicts, findMissingFacts } from './judge-facts.ts';
import { reportRows } from './leaf-shape.ts';
import { type DispositionLeafId, dispositionLeaves, findDispositionLeaf } from './leaves.ts';
import { adviseNarrowestGround } from './narrowest-ground.ts';
import { judgeReportRow } from './report-row.ts';

function leafOf(id: string) {
  const leaf = findDispositionLeaf(id);
  if (leaf === undefined) throw new Error(`no leaf ${id}`);
  return leaf;
}

function factsOf(cell: string): DispositionFacts {
  const pairs = cell.split(';').filter(Boolean);
  for (const pair of pairs) {
    const [name = ''] = pair.split('=');
    if (!Object.hasOwn(dispositionFacts, name)) throw new Error(`no fact ${name}`);
  }
  return Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
}

describe('what a leaf needs', () => {
  const cases = readCaseTable(new URL('../../cases/dispositions.csv', import.meta.url));

  test.each(cases.map(({ cells }) => [cells.说明 ?? '', cells] as const))('%s', (_, cells) => {
    const leaf = leafOf(cells.办理结果 ?? '');
    const facts = factsOf(cells.已有材料 ?? '');
    expect(findMissingFacts(leaf, facts).map(({ fact }) => fact)).toEqual(
      (cells.缺少 ?? '').split(' ').filter(Boolean),
    );
    const conflicts = findGroundConflicts(leaf, facts).map(({ instead }) => instead ?? '-');
    expect(conflicts).toEqual((cells.冲突 ?? '').split(' ').filter(Boolean));
  });
});

describe('the tree', () => {
  test('reaches every row of the annual report and no other', () => {
    expect(new Set(dispositionLeaves.map(({ row }) => row))).toEqual(new Set(reportRows));
  });

  test('names each leaf once and each fact of a leaf once', () => {
    expect(new Set(dispositionLeaves.map(({ id }) => id)).size).toBe(dispositionLeaves.length);
    for (const { facts } of dispositionLeaves) expect(new Set(facts).size).toBe(facts.length);
  });

  test('without any fact no leaf is complete', () => {
    for (const leaf of dispositionLeaves) expect(findMissingFacts(leaf, {}), leaf.id).not.toEqual([]);
  });

  test('every refusal under articles 14 to 16 needs reasons of its own', () => {
    const refusals = dispositionLeaves.filter(({ letter }) => letter === 'refusal');
    expect(refusals).toHaveLength(9);
    for (const leaf of refusals) {
      const facts: DispositionFacts = { reasons: `依据${leaf.articles.join('、')}的规定，不予公开` };
      expect(findMissingFacts(leaf, facts)).toContainEqual(
        expect.objectContaining({ fact: 'reasons', because: 'boilerplate' }),
      );
    }
  });

  test('a name of the language is no leaf', () => {
    expect(findDispositionLeaf('constructor')).toBeUndefined();
  });
});

describe('the narrowest ground', () => {
  const advised = (id: DispositionLeafId, facts: DispositionFacts = {}) =>
    adviseNarrowestGround(leafOf(id), facts).flatMap(({ before }) => before);

  test('puts what the law names before what it only circumscribes', () => {
    expect(advised('threeSecurities')).toEqual([
      'stateSecret',
      'otherLaw',
      'privacy',
      'tradeSecret',
      'partial',
    ]);
    expect(advised('otherRights')).toEqual(['privacy', 'tradeSecret', 'partial']);
  });

  test('asks again when the matter is settled or the third party gave no grounds', () => {
    expect(adviseNarrowestGround(leafOf('process'), { processOpen: 'closed' })).toHaveLength(2);
    expect(adviseNarrowestGround(leafOf('process'), { processOpen: 'open' })).toHaveLength(1);
    expect(advised('privacy', { thirdPartyAnswer: 'objectedWithoutGrounds' })).toContain(
      'disclosedWithConsent',
    );
    expect(advised('privacy', { thirdPartyAnswer: 'silent' })).toContain('disclosed');
  });
});

describe('the row of the annual report', () => {
  test('partial counts only there', () => {
    for (const refused of dispositionLeaves.filter(({ group }) => group === 'withheld')) {
      expect(judgeReportRow(['disclosed', refused.id])).toMatchObject({ kind: 'row', row: 'partial' });
      expect(judgeReportRow(['partial', refused.id])).toMatchObject({ kind: 'row', row: 'partial' });
    }
    expect(judgeReportRow(['alreadyPublic', 'notExisting'])).toMatchObject({ row: 'partial' });
  });

  test('two ways to the same row count once', () => {
    expect(judgeReportRow(['privacy', 'tradeSecret'])).toMatchObject({ row: 'thirdParty' });
    expect(judgeReportRow(['disclosed', 'alreadyPublic'])).toMatchObject({ row: 'granted' });
  });

  test('without anything given a person names the main row', () => {
    expect(judgeReportRow(['process', 'notOurs'])).toEqual({ kind: 'choose', rows: ['process', 'notHeld'] });
    expect(judgeReportRow(['process', 'notOurs'], 'notOurs')).toMatchObject({ kind: 'row', row: 'notHeld' });
    expect(judgeReportRow(['process', 'notOurs'], 'disclosed')).toMatchObject({ kind: 'choose' });
    expect(judgeReportRow([])).toEqual({ kind: 'none' });
  });
});
