import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PhraseAutomaton } from './phrase-automaton.ts';

const letters = fc.string({ unit: fc.constantFrom('公', '开', '\ud83d'), maxLength: 12 });

function foundOneByOne(text: string, phrases: readonly string[]): string[] {
  return phrases
    .flatMap((phrase, index) => {
      const starts: number[] = [];
      if (phrase === '') return [];
      for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) starts.push(at);
      return starts.map((start) => `${start}-${start + phrase.length} ${index}`);
    })
    .sort();
}

describe('phrases in a text', () => {
  it('are all found, however they overlap, lone surrogates too', () => {
    fc.assert(
      fc.property(letters, fc.array(letters, { maxLength: 6 }), (text, phrases) => {
        const matches = [...new PhraseAutomaton(phrases).matches(text)];
        expect(matches.map(({ start, end, phrase }) => `${start}-${end} ${phrase}`).sort()).toEqual(
          foundOneByOne(text, phrases),
        );
      }),
      { seed: 20_260_320 },
    );
  });

  it('cover exactly the places that some phrase covers', () => {
    fc.assert(
      fc.property(letters, fc.array(letters, { maxLength: 6 }), (text, phrases) => {
        const automaton = new PhraseAutomaton(phrases);
        const places = (spans: Iterable<{ start: number; end: number }>) =>
          new Set(
            [...spans].flatMap(({ start, end }) =>
              Array.from({ length: end - start }, (_, at) => start + at),
            ),
          );
        const covered = automaton.coveredSpans(text);
        expect(places(covered)).toEqual(places(automaton.matches(text)));
        const ordered = covered.every((span, index) => span.start >= (covered[index - 1]?.end ?? 0));
        expect(ordered).toBe(true);
      }),
      { seed: 20_260_320 },
    );
  });
});
