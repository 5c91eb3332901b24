/** A file to download. */
import { SpecialReply } from '#kernel/http/route.ts';

/** An attachment whose name may be Chinese (RFC 6266). */
export function attachmentReply(fileName: string, mediaType: string, bytes: Uint8Array): SpecialReply {
  return new SpecialReply({
    body: bytes,
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    },
  });
}
