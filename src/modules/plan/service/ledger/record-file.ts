/** A file on its way into the ledger: judged, kept, recorded in its officer's name until an entry names it. */
import { type KeptBytes, recordStoredFile } from '#kernel/files/stored-files.ts';
import type { Work } from '#kernel/work.ts';
import type { KeptLedgerFile } from '../../contract/ledger.ts';

/** Records a file that may be attached to an entry by the same officer. */
export async function recordLedgerFile(work: Work, file: KeptBytes): Promise<KeptLedgerFile> {
  work.authorise('plan.writeLedger');
  const fileId = await recordStoredFile(work, file);
  work.audit({
    action: 'plan.writeLedger',
    objectKind: 'storedFile',
    objectId: fileId,
    summary: '上传台账附件',
    after: { sha256: file.sha256, byteLength: file.byteLength },
    affectsPortal: false,
  });
  const { fileName, byteLength, mediaType } = file;
  return { fileId, fileName, byteLength, mediaType };
}
