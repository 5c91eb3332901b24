/** Numerals and their units against GB/T 15835. What is only custom is a hint. Pure. */
import { publishedLinesOf } from '../../published-lines.ts';
import { findingOf, type Recogniser } from '../../recogniser.ts';
import { numeralKinds } from './kinds.ts';
import { numeralPatterns, worthReadingForNumerals } from './patterns.ts';

export const numeralRecogniser: Recogniser = {
  name: 'numeral',
  kinds: numeralKinds,
  find(document) {
    return publishedLinesOf(document).flatMap((line) => {
      if (!worthReadingForNumerals(line.text)) return [];
      return numeralPatterns.flatMap(({ pattern, code, reason, suggest, severity, fits }) =>
        [...line.text.matchAll(pattern)]
          .filter((match) => fits?.(match, line.text) ?? true)
          .map((match) =>
            findingOf(numeralKinds, code, {
              text: match[0],
              start: line.start + match.index,
              end: line.start + match.index + match[0].length,
              reason,
              suggestion: suggest(match),
              ...(severity === undefined ? {} : { severity }),
            }),
          ),
      );
    });
  },
};
