/** Pictures of a body on the desk: uploaded ones are shown from memory until the item is saved and serves them itself. */
import { openSubmission } from '#desk/data/submission.ts';
import { uploadFile } from '#desk/data/upload.ts';
import { deskFileAddress } from '../addresses.ts';

const shown = new Map<string, string>();

/** Keeps a picture among the files of items and returns its identifier. */
export async function uploadItemPicture(file: File): Promise<string> {
  const { fileId } = await uploadFile<{ readonly fileId: string }>({
    path: '/item-files',
    file,
    idempotencyKey: openSubmission().keyFor([file.name, file.size, file.lastModified]),
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  shown.set(fileId, URL.createObjectURL(file));
  return fileId;
}

/** Where the browser gets a picture of the item; of one not yet saved only what was uploaded here is known. */
export function itemPictureAddress(itemId: string | undefined, fileId: string): string {
  return shown.get(fileId) ?? (itemId === undefined ? '' : deskFileAddress({ itemId, fileId }));
}
