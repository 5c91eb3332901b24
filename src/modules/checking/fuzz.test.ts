import { expect, it } from 'vitest';
import { givenArchive } from '#kernel/reading/formats/given.ts';
import { givenPdf } from '#kernel/reading/formats/given-pdf.ts';
import { readCheckedFile } from './reader/read-checked-file.ts';
import { documentOfText } from './rules/checked-document.ts';
import { loadShippedRecognisers } from './shipped-recognisers.ts';
import {
  damagedBytes,
  damagedMarkup,
  fractionsOfSeed,
  fuzzText,
  pathologicalTexts,
} from './testing/fuzz-inputs.ts';
import { pageWithRemains } from './testing/given-files.ts';
import { faultsOfFindings } from './testing/judge-findings.ts';

const seed = 20_260_320;

it('random and broken texts end in sound findings', async () => {
  const recognisers = await loadShippedRecognisers();
  const next = fractionsOfSeed(seed);
  for (let count = 0; count < 2_000; count++) {
    const text = fuzzText(next);
    expect(faultsOfFindings(documentOfText(text), recognisers), JSON.stringify(text)).toEqual([]);
  }
});

it('one piece again and again ends in sound findings', async () => {
  const recognisers = await loadShippedRecognisers();
  for (const [piece, text] of pathologicalTexts(300))
    expect(faultsOfFindings(documentOfText(text), recognisers), JSON.stringify(piece)).toEqual([]);
});

it('broken files end in a document or a refusal', async () => {
  const next = fractionsOfSeed(seed);
  const body = `<w:document><w:body>${'<w:p><w:r><w:t>公开预算</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'.repeat(5)}</w:body></w:document>`;
  const pdf = givenPdf([[{ text: '公开预算', x: 60, y: 80 }]]);
  for (let count = 0; count < 15; count++) {
    const files: readonly (readonly [Uint8Array, string])[] = [
      [givenArchive({ 'word/document.xml': damagedMarkup(next, body) }), 'a.docx'],
      [damagedBytes(next, givenArchive({ 'word/document.xml': body })), 'a.docx'],
      [Buffer.from(damagedMarkup(next, pageWithRemains)), 'a.html'],
      [damagedBytes(next, pdf), 'a.pdf'],
    ];
    for (const [bytes, name] of files) {
      const reading = await readCheckedFile(bytes, name);
      if (!reading.ok) expect(reading.refusal.sentence).not.toBe('');
    }
  }
});
