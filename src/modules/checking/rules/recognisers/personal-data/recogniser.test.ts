import { expect, test } from 'vitest';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import { foundOfCase, wantedOfCase } from '../../../testing/finding-cases.ts';
import { personalDataRecogniser } from './recogniser.ts';

const tables = ['personal-numbers', 'personal-papers', 'home-addresses', 'sensitive-facts'];
const rows = tables.flatMap((name) => readCaseTable(new URL(`../cases/${name}.csv`, import.meta.url)));

test.each(rows.map((row) => [row.line, row.cells.原文, row] as const))('%i: %s', (_line, _text, row) => {
  expect(foundOfCase(row, personalDataRecogniser)).toEqual(wantedOfCase(row));
});
