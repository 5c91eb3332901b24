/**
 * Writes an issued letter as PDF and Word, once, and keeps the bytes sealed with the hash of the paper beside them. Runs
 * after the commit that signed it; opens who asks and hands the name to nothing but the paper.
 */
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { recordStoredFile } from '#kernel/files/stored-files.ts';
import { defineJob } from '#kernel/jobs/job.ts';
import { writePaperDocx } from '#kernel/paper/docx.ts';
import { writePaperPdf } from '#kernel/paper/pdf.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import { composeStoredLetter } from '../../queries/letter-detail.ts';
import { loadLetterMatter } from '../../queries/letters.ts';
import { letterKindOf } from '../../rules/letters/letter-kinds.ts';
import { type RequestLetterRow, requestLetters } from '../../tables/letters.ts';
import { requests } from '../../tables/requests.ts';
import { keepSealedBytes, readSealedBytes, sha256OfBytes } from '../../tables/sealed-files.ts';
import { letterRefusals } from '../../words/letters.ts';
import { openApplicant } from '../seal-applicant.ts';
import { auditLetter } from './draft.ts';

export const letterFormats = ['pdf', 'docx'] as const;
export type LetterFormat = (typeof letterFormats)[number];

async function loadLetterRow(app: App, letterId: string): Promise<RequestLetterRow> {
  const [letter] = await app.database.read
    .select()
    .from(requestLetters)
    .where(eq(requestLetters.id, letterId));
  if (letter === undefined) throw letterRefusals.refuse('requests.letterNotFound', {});
  return letter;
}

/** The letter written in one format; a draft with the applicant masked, an issued one with the name. */
export async function writeLetter(
  app: App,
  letter: RequestLetterRow,
  format: LetterFormat,
): Promise<Uint8Array> {
  const db = app.database.read;
  const [request] = await db.select().from(requests).where(eq(requests.id, letter.requestId));
  if (request === undefined) throw letterRefusals.refuse('requests.letterNotFound', {});
  const today = beijingDayOf(app.clock.now());
  const matter = await loadLetterMatter(db, request, today);
  const opened = letter.signedOn === null ? undefined : openApplicant(app.config, matter.sealed);
  if (letter.signedOn !== null && opened === undefined)
    throw letterRefusals.refuse('requests.applicantErased', {});
  const applicant = opened ?? { name: matter.maskedName, queryCode: '' };
  const { paper } = composeStoredLetter(matter, letter, today, applicant);
  if (format === 'docx') return writePaperDocx(paper);
  return (await writePaperPdf(paper, app.config.GONGKAI_FONTS ?? null)).bytes;
}

/** Keeps both formats of an issued letter; does nothing when they are kept already. */
export async function keepIssuedLetter(app: App, letterId: string): Promise<RequestLetterRow> {
  const letter = await loadLetterRow(app, letterId);
  if (letter.signedOn === null || letter.pdfFileId !== null) return letter;
  const pdf = await writeLetter(app, letter, 'pdf');
  const docx = await writeLetter(app, letter, 'docx');
  const keep = (format: LetterFormat, bytes: Uint8Array) =>
    keepSealedBytes(app, 'requests.letter', `${letterId}.${format}`, bytes);
  const kept = { pdf: await keep('pdf', pdf), docx: await keep('docx', docx) };
  await transact(app, systemActor('制发文书'), async (work) => {
    const pdfFileId = await recordStoredFile(work, kept.pdf);
    const docxFileId = await recordStoredFile(work, kept.docx);
    await work.db
      .update(requestLetters)
      .set({ pdfFileId, docxFileId, pdfSha256: sha256OfBytes(pdf), docxSha256: sha256OfBytes(docx) })
      .where(and(eq(requestLetters.id, letterId), isNull(requestLetters.pdfFileId)));
    auditLetter(
      work,
      'keepLetter',
      letter,
      `存档${letterKindOf(letter.kind).title} ${letter.documentNumber ?? ''}`,
      {
        pdfSha256: sha256OfBytes(pdf),
        docxSha256: sha256OfBytes(docx),
      },
    );
  });
  return loadLetterRow(app, letterId);
}

/** The bytes of an issued letter as they were kept; refuses bytes that are not those of the hash. */
export async function readKeptLetter(app: App, letterId: string, format: LetterFormat): Promise<Uint8Array> {
  const letter = await keepIssuedLetter(app, letterId);
  const fileId = format === 'pdf' ? letter.pdfFileId : letter.docxFileId;
  const sha256 = format === 'pdf' ? letter.pdfSha256 : letter.docxSha256;
  if (fileId === null) throw new Error(`letter ${letterId} was not kept`);
  const bytes = await readSealedBytes(app, 'requests.letter', fileId);
  if (sha256OfBytes(bytes) !== sha256)
    throw new Error(`the bytes of letter ${letterId} are not those of its hash`);
  return bytes;
}

export const keepLetterJob = defineJob({
  kind: 'requests.keepLetter',
  payload: z.object({ letterId: idSchema }),
  run: async (app, { letterId }) => {
    await keepIssuedLetter(app, letterId);
  },
});
