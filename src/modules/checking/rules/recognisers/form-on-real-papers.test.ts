import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentOfText } from '../checked-document.ts';
import { bareContext } from '../recogniser.ts';
import { recognisers } from '../recognisers.ts';

const plans = new URL('../../../../../../shared/corpus/plans/', import.meta.url);
const formClasses = new Set([
  'documentNumber',
  'date',
  'sum',
  'numbering',
  'attachment',
  'remains',
  'punctuation',
  'numeral',
]);

/** What would hold up the release of a real plan, with the text it marks. */
function heldUpBy(file: string): readonly string[] {
  const document = documentOfText(fs.readFileSync(new URL(file, plans), 'utf8'));
  return recognisers
    .flatMap((one) => one.find(document, bareContext))
    .filter((finding) => formClasses.has(finding.class) && finding.severity !== 'hint')
    .map(({ code, text }) => `${code} ${text}`);
}

describe.runIf(fs.existsSync(plans))('the form of real plans', () => {
  it('is held up by true faults alone', () => {
    expect(heldUpBy('yinzhou-2022.txt')).toEqual(['punctuation.repeated 。。']);
    expect(heldUpBy('changqing-2022.txt')).toEqual([]);
    // A recognised scan: its headings are incomplete, which is said as a hint, and a web page's code is left in it.
    expect(heldUpBy('huli-2022.txt')).toEqual(['remains.markup <p>']);
  });
});
