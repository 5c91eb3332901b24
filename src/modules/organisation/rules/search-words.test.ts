/** A unit is found by its other names and by the initials a clerk types. */
import { expect, it } from 'vitest';
import { unitSearchWords } from './search-words.ts';

it('offers aliases and the initials of every name, each once', () => {
  expect(unitSearchWords(['望澜县发展和改革局', '县发改局'], ['县粮食局', '县发改局'])).toEqual([
    '县粮食局',
    '县发改局',
    'wlxfzhggj',
    'xfgj',
    'xlsj',
  ]);
});
