/** Takes a document in from which passages are to be taken out: read or drawn first, kept sealed, then entered. */
import { type Actor, signatureOf } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { type KeptBytes, recordStoredFile } from '#kernel/files/stored-files.ts';
import { transact } from '#kernel/work.ts';
import { findReachableRequest } from '../../queries/requests.ts';
import { pngOfPage } from '../../reader/page-images.ts';
import { requestRedactions } from '../../tables/redactions.ts';
import { keepSealedBytes, sha256OfBytes } from '../../tables/sealed-files.ts';
import { requestRefusals } from '../../words/requests.ts';
import { prepareRedactionSource, type UploadedSource } from './prepare-source.ts';
import { auditRedaction } from './redactions.ts';

const purpose = 'requests.redaction';

export interface StartRedactionInput {
  readonly requestId: string;
  readonly title: string;
  readonly mode: 'text' | 'pages';
  readonly source: UploadedSource;
  readonly signal: AbortSignal;
}

/** Takes a document in: read or drawn first, kept sealed, then entered. */
export async function startRedaction(
  app: App,
  actor: Actor,
  input: StartRedactionInput,
): Promise<{ readonly redactionId: string }> {
  const { requestId, title, mode, source, signal } = input;
  if ((await findReachableRequest(app.database.read, actor, requestId)) === undefined) {
    throw requestRefusals.refuse('requests.notFound', {});
  }
  const prepared = await prepareRedactionSource(app, mode, source, signal);
  const keep = (name: string, bytes: Uint8Array) => keepSealedBytes(app, purpose, name, bytes);
  const keptSource = await keep('source', prepared.bytes);
  const keptText =
    prepared.mode === 'text' ? await keep('text', Buffer.from(JSON.stringify(prepared.text))) : null;
  const keptPages: KeptBytes[] = [];
  if (prepared.mode === 'pages') {
    for (const page of prepared.pages) keptPages.push(await keep('page', pngOfPage(page)));
  }
  return transact(app, actor, async (work) => {
    work.authorise('requests.handle');
    const request = await findReachableRequest(work.db, actor, requestId);
    if (request === undefined) throw requestRefusals.refuse('requests.notFound', {});
    const pageFileIds: string[] = [];
    for (const page of keptPages) pageFileIds.push(await recordStoredFile(work, page));
    const { by, name } = signatureOf(actor);
    const id = work.newId();
    await work.db.insert(requestRedactions).values({
      id,
      requestId,
      jurisdictionId: request.jurisdictionId,
      unitId: request.unitId,
      title,
      mode,
      sourceName: source.name.slice(0, 200),
      sourceFileId: await recordStoredFile(work, keptSource),
      sourceSha256: sha256OfBytes(prepared.bytes),
      contentFileId: keptText === null ? null : await recordStoredFile(work, keptText),
      pageFileIds,
      marks: [],
      boxes: [],
      markedBy: [by],
      stage: 'marking',
      version: 1,
      createdByName: name,
      createdAt: work.now,
      changedAt: work.now,
    });
    auditRedaction(
      work,
      'startRedaction',
      { id, unitId: request.unitId },
      `申请${request.number}：对一份文件作区分处理`,
      { mode },
    );
    return { redactionId: id };
  });
}
