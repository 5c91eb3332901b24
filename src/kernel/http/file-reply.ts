/** A file to download, made on the spot or handed in by somebody. */
import { SpecialReply } from './route.ts';

/** A download whose name may be Chinese (RFC 6266). What somebody uploaded is never shown as a page of ours. */
export function downloadReply(
  fileName: string,
  mediaType: string,
  body: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): SpecialReply {
  return new SpecialReply({
    body,
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      ...headers,
    },
  });
}
