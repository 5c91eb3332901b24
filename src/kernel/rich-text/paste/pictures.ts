/** Pictures that lie in the pasted markup itself: they get a place in the body, and whoever pasted uploads them. */
import type { RawBlock } from '../raw-body.ts';
import { inEveryContainer } from './paragraphs.ts';

export interface PastedPicture {
  /** Stands for the file in the markup until the picture is uploaded. */
  readonly placeholder: string;
  readonly mediaType: string;
  readonly base64: string;
}

const mostPictures = 50;
const dataAddress = /^data:(image\/(?:png|jpeg|gif|webp|bmp));base64,([A-Za-z0-9+/=\s]+)$/iu;
/** Names of files and numbers tell nobody what a picture shows. */
const emptyAlt =
  /^(?:(?:img|image|dsc|pic|图片|图像|clip_image|微信图片)[\s_-]*\d*|.*\.(?:png|jpe?g|gif|webp|bmp)|[\s\d_-]*)$/iu;

/** No stored file has such an identifier: they are made by time. */
export function picturePlaceholder(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

/** Whether a file identifier only keeps the place of a picture still to be uploaded. */
export function isPicturePlaceholder(fileId: string): boolean {
  return fileId.startsWith('00000000-0000-4000-8000-');
}

export function takePictures(
  blocks: readonly RawBlock[],
  first: number,
): {
  readonly blocks: readonly RawBlock[];
  readonly pictures: readonly PastedPicture[];
} {
  const pictures: PastedPicture[] = [];
  const taken = inEveryContainer(blocks, (run) =>
    run.map((block): RawBlock => {
      if (block.kind !== 'picture') return block;
      const alt = emptyAlt.test(block.alt.trim()) ? '' : block.alt;
      if (isPicturePlaceholder(block.fileId.trim().toLowerCase())) return { ...block, alt, fileId: '' };
      const found = dataAddress.exec(block.source?.trim() ?? '');
      const [, mediaType, base64] = found ?? [];
      if (mediaType === undefined || base64 === undefined || pictures.length >= mostPictures)
        return { ...block, alt };
      const placeholder = picturePlaceholder(first + pictures.length);
      pictures.push({ placeholder, mediaType: mediaType.toLowerCase(), base64: base64.replace(/\s/gu, '') });
      return { ...block, alt, fileId: placeholder };
    }),
  );
  return { blocks: taken, pictures };
}
