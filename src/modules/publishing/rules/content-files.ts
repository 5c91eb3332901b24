/** Which stored files a content shows or offers: the one question every file address asks. Pure. */
import { listPictureFiles } from '#kernel/rich-text/outline.ts';
import { readRichText } from '#kernel/rich-text/sanitise.ts';
import type { ItemContent } from './content.ts';

/** Whether the content names the file, as an attachment or as a picture of its body. */
export function namesFile(content: Pick<ItemContent, 'attachments' | 'body'>, fileId: string): boolean {
  if (content.attachments.some((attachment) => attachment.fileId === fileId)) return true;
  return content.body.includes(fileId) && listPictureFiles(readRichText(content.body).body).includes(fileId);
}
