/** Files that go out: stored ones and documents made on the spot. */
import type { App } from '#kernel/app.ts';
import type { StoredFile } from '#kernel/files/stored-files.ts';
import { downloadReply } from '#kernel/http/file-reply.ts';
import type { SpecialReply, UploadedFile } from '#kernel/http/route.ts';
import { trainingRefusals } from '../words/training.ts';

export const documentTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The largest file a record may carry. */
export const recordFileLimit = 30 * 1024 * 1024;

/** A stored file as a download; refuses when its bytes are gone. */
export async function storedFileReply(app: App, file: StoredFile): Promise<SpecialReply> {
  const bytes = await app.files.find(file.sha256);
  if (bytes === undefined) throw trainingRefusals.refuse('organisation.materialNotFound', {});
  return downloadReply(file.fileName, 'application/octet-stream', bytes);
}

/** The one file of an upload; refuses a request without. */
export function uploadedFileOf(files: readonly UploadedFile[]): UploadedFile {
  const [file] = files;
  if (file === undefined || file.bytes.byteLength === 0) {
    throw trainingRefusals.refuse('organisation.fileMissing', {});
  }
  return file;
}
