/** Reads the body of a released policy document, which is the house's own sanitised markup and known to be a document. */
import { readSource } from '#kernel/reading/read-source.ts';
import type { DocumentReading } from './document-reading.ts';
import { readKnownDocument } from './read-document.ts';

const escaped = (text: string) => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');

/** Elements and clauses of a text under its title; a text without a body yields no clauses. */
export async function readReleasedDocument(title: string, body: string): Promise<DocumentReading> {
  const page = `<!doctype html><html><body><h1>${escaped(title)}</h1>${body}</body></html>`;
  const source = await readSource(new TextEncoder().encode(page), { fileName: 'document.html' });
  // The markup was sanitised and holds at least its title: it cannot be refused.
  if (!source.ok) throw new Error(`a released document cannot be read: ${source.refusal.code}`);
  return readKnownDocument(source.document, {
    page: { title, publishedOn: null },
    keepsLetter: true,
  });
}
