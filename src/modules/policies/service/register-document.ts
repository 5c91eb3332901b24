/** A read and confirmed document becomes a draft of publishing; it enters the library with its release, like any other. */
import type { Work } from '#kernel/work.ts';
import { createItem } from '#modules/publishing/index.ts';
import type { RegisterDocumentInput } from '../contract/documents.ts';

/** Drafts the item; reviews, checks and release are publishing's, so nothing reaches the public past them. */
export async function registerDocument(
  work: Work,
  input: RegisterDocumentInput,
): Promise<{ readonly itemId: string }> {
  const { unitId, columnId, title, documentNumber, writtenOn, theme, nature, body, fileId } = input;
  const saved = await createItem(work, {
    unitId,
    columnId,
    kind: 'policyDocument',
    content: {
      title,
      summary: '',
      keywords: theme === null || theme === '' ? [] : [theme],
      body,
      fields: {
        documentNumber,
        effectiveOn: input.effectiveOn,
        lapsesOn: input.lapsesOn,
        nature,
      },
      attachments: fileId === null ? [] : [{ fileId, title: '文件原件' }],
      source: null,
      formedOn: writtenOn,
      disclosure: { openness: 'proactive', ground: null, reason: null },
    },
  });
  return { itemId: saved.itemId };
}
