import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanAnswer, PlanTerm, SearchPlan } from '../plan.ts';
import { holdSegment, MemoryIndex } from './memory-index.ts';
import { mergeSegments } from './merge-segments.ts';
import { openSegment, packSegment, type Segment } from './segment.ts';
import { type IndexedDocument, SegmentBuilder } from './segment-builder.ts';

interface Given {
  readonly id: string;
  readonly title: readonly string[];
  readonly body: readonly string[];
  readonly isPublic: boolean;
  readonly unitId: string | null;
  readonly day: number | null;
  readonly themes: readonly string[];
}

const kind = 'document';
const facetNames = ['kind', 'theme'];

function indexed(given: Given): IndexedDocument {
  return {
    kind,
    objectId: given.id,
    isPublic: given.isPublic,
    unitId: given.unitId,
    dayNumber: given.day,
    facets: { kind: [kind], theme: given.themes },
  };
}

function segmentOfGiven(documents: readonly Given[]): Segment {
  const builder = new SegmentBuilder();
  for (const given of documents)
    builder.add(indexed(given), { atoms: given.title, longer: [] }, { atoms: given.body, longer: [] });
  return builder.finish();
}

function holdsPhrase(atoms: readonly string[], phrase: readonly string[]): boolean {
  return atoms.some((_, start) => phrase.every((atom, index) => atoms[start + index] === atom));
}

/** What the index must find, by looking at every document. */
function findByLooking(documents: readonly Given[], plan: SearchPlan): { ids: string[]; facets: object } {
  const isMet = (given: Given, { alternatives }: PlanTerm) =>
    alternatives.some(({ tokens, isPhrase }) => {
      const atoms = [...given.title, '', ...given.body];
      return isPhrase ? holdsPhrase(atoms, tokens) : tokens.every((token) => atoms.includes(token));
    });
  const { audience } = plan;
  const isFound = (given: Given) =>
    plan.must.every((term) => isMet(given, term)) &&
    !plan.mustNot.some((term) => isMet(given, term)) &&
    (given.isPublic ||
      (audience.kind === 'officer' && given.unitId !== null && audience.unitIds.includes(given.unitId)));
  const valuesOf = (given: Given, facet: string) => (facet === 'kind' ? [kind] : given.themes);
  const passes = (given: Given, but?: string) =>
    Object.entries(plan.filters).every(
      ([facet, wanted]) => facet === but || valuesOf(given, facet).some((value) => wanted.includes(value)),
    );
  const found = documents.filter(isFound);
  const facets = Object.fromEntries(
    facetNames.map((facet) => {
      const counts = new Map<string, number>();
      for (const given of found.filter((one) => passes(one, facet)))
        for (const value of valuesOf(given, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
      const rows = [...counts].map(([value, count]) => ({ value, count }));
      return [
        facet,
        rows.sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1)),
      ];
    }),
  );
  return { ids: found.filter((given) => passes(given)).map(({ id }) => id), facets };
}

const atom = fc.constantFrom('政务', '公开', '就业', '补贴', '通知', '');
const given: fc.Arbitrary<Given> = fc.record({
  id: fc.constantFrom(...Array.from({ length: 30 }, (_, id) => String(id))),
  title: fc.array(atom, { maxLength: 3 }),
  body: fc.array(atom, { maxLength: 8 }),
  isPublic: fc.boolean(),
  unitId: fc.constantFrom('u1', 'u2', null),
  day: fc.option(fc.integer({ min: 0, max: 20 })),
  themes: fc.uniqueArray(fc.constantFrom('教育', '卫生', '农业'), { maxLength: 2 }),
});
const word = atom.filter((text) => text !== '');
const term: fc.Arbitrary<PlanTerm> = fc.record({
  alternatives: fc.array(
    fc.record({
      tokens: fc.array(word, { minLength: 1, maxLength: 3 }),
      isPhrase: fc.boolean(),
      weight: fc.constantFrom(1, 0.5),
    }),
    { minLength: 1, maxLength: 2 },
  ),
});
const plan: fc.Arbitrary<SearchPlan> = fc.record({
  must: fc.array(term, { maxLength: 3 }),
  mustNot: fc.array(term, { maxLength: 1 }),
  filters: fc.constantFrom(
    {},
    { theme: ['教育', '农业'] },
    { theme: ['卫生'], kind: [kind] },
    { kind: ['unit'] },
  ),
  facets: fc.constant(facetNames),
  audience: fc.constantFrom(
    { kind: 'public' as const },
    { kind: 'officer' as const, unitIds: ['u1'] },
    { kind: 'officer' as const, unitIds: ['u1', 'u2'] },
  ),
  order: fc.constantFrom('relevance' as const, 'day' as const),
  limit: fc.constant(1000),
  after: fc.constant(null),
});
const change = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ put: fc.uniqueArray(given, { selector: ({ id }) => id, minLength: 1 }) }),
  },
  { weight: 2, arbitrary: fc.record({ remove: fc.array(fc.nat(29), { maxLength: 5 }) }) },
  { weight: 1, arbitrary: fc.constant('merge' as const) },
);

/** Reads page by page as a visitor would. */
function readPages(index: MemoryIndex, whole: SearchPlan, size: number): string[] {
  const ids: string[] = [];
  for (let after: PlanAnswer['hits'][number]['place'] | null = null; ; ) {
    const { hits } = index.find({ ...whole, limit: size, after });
    ids.push(...hits.map(({ objectId }) => objectId));
    const last = hits.at(-1);
    if (hits.length < size || last === undefined) return ids;
    after = last.place;
  }
}

describe('the index in memory', () => {
  test('finds what looking at every document finds, after any puts, removals and merges', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 12 }),
        fc.array(plan, { minLength: 1, maxLength: 4 }),
        (changes, plans) => {
          const index = new MemoryIndex();
          const known = new Map<string, Given>();
          for (const [number, one] of changes.entries()) {
            if (one === 'merge') {
              const parts = [...index.segments];
              if (parts.length === 0) continue;
              const merged = openSegment(packSegment(mergeSegments(parts)));
              index.replace(
                parts.map(({ id }) => id),
                holdSegment(`m${number}`, merged),
              );
            } else if ('put' in one) {
              for (const document of one.put) known.set(document.id, document);
              index.add(holdSegment(`s${number}`, segmentOfGiven(one.put)));
            } else {
              for (const id of one.remove) known.delete(String(id));
              index.remove(one.remove.map((id) => `${kind} ${id}`));
            }
          }
          expect(index.docCount).toBe(known.size);
          for (const asked of plans) {
            const expected = findByLooking([...known.values()], asked);
            const answer = index.find(asked);
            expect(answer.hits.map(({ objectId }) => objectId).sort()).toEqual(expected.ids.sort());
            expect(answer.total).toBe(expected.ids.length);
            expect(answer.facets).toEqual(expected.facets);
            expect(readPages(index, asked, 2)).toEqual(answer.hits.map(({ objectId }) => objectId));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test('skips blocks of long lists without losing anybody', () => {
    const many = Array.from({ length: 3000 }, (_, id): Given => {
      const body = ['通知', ...(id % 7 === 0 ? ['就业'] : []), ...(id % 911 === 0 ? ['补贴'] : [])];
      return { id: String(id), title: [], body, isPublic: true, unitId: null, day: id, themes: [] };
    });
    const index = new MemoryIndex();
    index.add(holdSegment('s', segmentOfGiven(many)));
    const ask = (...tokens: string[]): SearchPlan => ({
      must: tokens.map((token) => ({ alternatives: [{ tokens: [token], isPhrase: false, weight: 1 }] })),
      mustNot: [],
      filters: {},
      facets: [],
      audience: { kind: 'public' },
      order: 'day',
      limit: 5000,
      after: null,
    });
    for (const words of [['通知'], ['通知', '就业'], ['通知', '补贴'], ['就业', '补贴', '通知']]) {
      const expected = many.filter(({ body }) => words.every((one) => body.includes(one)));
      expect(index.find(ask(...words)).hits.map(({ objectId }) => objectId)).toEqual(
        expected.map(({ id }) => id).reverse(),
      );
    }
  });

  test('what was removed while a merge was under way stays removed', () => {
    const documents = ['1', '2'].map(
      (id): Given => ({ id, title: ['通知'], body: [], isPublic: true, unitId: null, day: null, themes: [] }),
    );
    const index = new MemoryIndex();
    index.add(holdSegment('s', segmentOfGiven(documents)));
    const merged = mergeSegments(index.segments);
    index.remove([`${kind} 1`]);
    index.replace(['s'], holdSegment('m', merged));
    expect(index.docCount).toBe(1);
  });

  test('refuses bytes that are no segment', () => {
    expect(() => openSegment(new SharedArrayBuffer(64))).toThrow('not a search segment');
  });
});
