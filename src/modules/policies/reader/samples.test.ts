import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource } from '#kernel/reading/read-source.ts';
import type { DocumentReading } from './document-reading.ts';
import { readDocument } from './read-document.ts';
import { readPageTags } from './read-document-file.ts';

const folder = path.join(import.meta.dirname, 'samples');
const samples = readdirSync(folder).filter((file) => /\.(?:txt|html)$/u.test(file));

async function readSample(file: string) {
  const bytes = readFileSync(path.join(folder, file));
  const source = await readSource(bytes, { fileName: file });
  if (!source.ok) throw new Error(source.refusal.sentence);
  return readDocument(
    source.document,
    file.endsWith('.html') ? { page: readPageTags(bytes.toString()) } : {},
  );
}

/** The reading in the few words of an expected file: clauses as `anchor / label / heading / opening`. */
function inShort({
  places: _,
  notes: __,
  documentNumberParts: ___,
  clauses,
  flags,
  ...elements
}: DocumentReading) {
  return {
    ...elements,
    flags: flags.map(({ element }) => element),
    clauses: clauses.map(({ anchor, label, heading, text, rows }) =>
      [anchor, label ?? '', heading ?? '', rows === null ? text.slice(0, 16) : rows.flat().join('|')].join(
        ' / ',
      ),
    ),
  };
}

describe('sample documents', () => {
  it.each(samples.filter((file) => !file.startsWith('not-')))('reads %s as expected', async (file) => {
    const verdict = await readSample(file);
    if (!verdict.ok) throw new Error(verdict.notADocument.reasons.join());
    const expected: unknown = JSON.parse(
      readFileSync(path.join(folder, file.replace(/\.\w+$/u, '.expected.json')), 'utf8'),
    );
    expect(inShort(verdict.document)).toEqual(expected);
    const anchors = verdict.document.clauses.map(({ anchor }) => anchor);
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  it.each(samples.filter((file) => file.startsWith('not-')))('refuses %s with its reasons', async (file) => {
    const verdict = await readSample(file);
    expect(verdict).toMatchObject({ ok: false });
    expect(verdict.ok ? [] : verdict.notADocument.reasons.length).toBeGreaterThan(3);
  });

  it('says where an element stands', async () => {
    const verdict = await readSample('measures-with-box.txt');
    if (!verdict.ok) throw new Error('refused');
    expect(verdict.document.places).toMatchObject({
      title: { line: 7 },
      signature: { line: 13 },
      openness: { line: 15 },
    });
  });
});
