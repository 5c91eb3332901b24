/** Reads the attachments of a released item once: as pages for those who cannot open the file, and as text for search. */
import { z } from 'zod';
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { findStoredFile } from '#kernel/files/stored-files.ts';
import { defineJob } from '#kernel/jobs/job.ts';
import { viewFile } from '#kernel/reading/view-file.ts';
import { writeRichText } from '#kernel/rich-text/write-body.ts';
import { transact } from '#kernel/work.ts';
import { mapAttachmentViews } from './queries/attachment-views.ts';
import { findItemRow } from './queries/items.ts';
import { findRevision } from './queries/public-items.ts';
import { isItemPublic } from './rules/visibility.ts';
import { relockItem } from './service/items/load.ts';
import { readAttachmentsKind, syncItemSearch } from './service/items/search.ts';
import { type AttachmentView, attachmentViews } from './tables/attachment-views.ts';

const reader = systemActor('附件阅读');
/** Larger files are only downloaded: reading them would hold up everybody else's. */
const largestShown = 30 * 1024 * 1024;

type ReadView = Omit<AttachmentView, 'madeAt'>;

function notShown(sha256: string, refusal: string): ReadView {
  return { sha256, html: null, plainText: '', notes: [], refusal };
}

async function readAttachment(
  app: App,
  attachment: { readonly fileId: string; readonly sha256: string },
  signal: AbortSignal,
): Promise<ReadView> {
  const { sha256 } = attachment;
  const file = await findStoredFile(app.database.read, attachment.fileId);
  const bytes = file === undefined ? undefined : await app.files.find(sha256);
  if (file === undefined || bytes === undefined) return notShown(sha256, '文件不在存储中');
  if (bytes.byteLength > largestShown) return notShown(sha256, '文件较大，请下载查看');
  const view = await viewFile({ bytes, fileName: file.fileName }, { signal });
  if (!view.ok) return notShown(sha256, view.refusal.sentence);
  return {
    sha256,
    html: writeRichText(view.body),
    plainText: view.text,
    notes: [...view.notes],
    refusal: null,
  };
}

export const readAttachmentsJob = defineJob({
  kind: readAttachmentsKind,
  payload: z.object({ itemId: z.uuid() }),
  run: async (app, { itemId }, signal) => {
    const row = await findItemRow(app.database.read, itemId);
    if (row === undefined || !isItemPublic(row) || row.publishedRevisionId === null) return;
    const revision = await findRevision(app.database.read, row.publishedRevisionId);
    const attachments = revision?.content.attachments ?? [];
    const known = await mapAttachmentViews(
      app.database.read,
      attachments.map(({ sha256 }) => sha256),
    );
    const read: ReadView[] = [];
    for (const attachment of attachments) {
      if (known.has(attachment.sha256) || signal.aborted) continue;
      read.push(await readAttachment(app, attachment, signal));
    }
    if (signal.aborted || read.length === 0) return;
    await transact(app, reader, async (work) => {
      const item = await relockItem(work, itemId);
      await work.db
        .insert(attachmentViews)
        .values(read.map((view) => ({ ...view, notes: [...view.notes], madeAt: work.now })))
        .onConflictDoNothing();
      await syncItemSearch(work, item.row);
      work.audit({
        action: 'publishing.readAttachments',
        objectKind: 'item',
        objectId: itemId,
        unitId: item.row.unitId,
        summary: `读出《${item.row.title}》的${read.length}个附件，供网页浏览和搜索`,
        after: { shown: read.filter(({ html }) => html !== null).length },
      });
    });
  },
});
