/**
 * Photos for the public: without the place, the time, the device and the texts that cameras and phones write beside
 * the picture. The picture is not coded again; which way up it is to be shown and its colours stay. Pure.
 */
import { jpegWithoutTraces } from './jpeg.ts';
import { pngWithoutTraces } from './png.ts';
import { webpWithoutTraces } from './webp.ts';

/**
 * The bytes as the public may have them. Undefined when the file says it is a photo and does not begin as one: such a
 * file is not given out. Files that are no photos come back as they are.
 */
export function withoutPhotoTraces(mediaType: string, bytes: Uint8Array): Uint8Array | undefined {
  switch (mediaType) {
    case 'image/jpeg':
      return jpegWithoutTraces(bytes);
    case 'image/png':
      return pngWithoutTraces(bytes);
    case 'image/webp':
      return webpWithoutTraces(bytes);
    default:
      return bytes;
  }
}
