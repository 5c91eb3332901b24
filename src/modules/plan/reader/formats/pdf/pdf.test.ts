import { describe, expect, it } from 'vitest';
import {
  documentGiven,
  goldRowsOfChangqing,
  goldRowsOfYinzhou,
  realPlan,
  realPlansPresent,
  squeezedTaskRows,
  tablesOf,
} from '../given.ts';

describe.runIf(realPlansPresent)('the real plans as PDF files', () => {
  it('gives the grid of 长清 exactly', async () => {
    const document = await documentGiven(realPlan('changqing-2022.pdf'));
    expect(squeezedTaskRows(tablesOf(document)[0])).toEqual(goldRowsOfChangqing());
  });

  it('gives the grid of 鄞州 exactly', async () => {
    const document = await documentGiven(realPlan('yinzhou-2022.pdf'));
    const rows = squeezedTaskRows(tablesOf(document)[0]).map((cells) => cells.slice(1));
    expect(rows).toEqual(goldRowsOfYinzhou());
  });
});
