/**
 * Which files may prove an entry, judged by their first bytes and not by their name alone: nothing that runs, nothing
 * a browser would take for a page. Pure.
 */

/** The largest file of an entry. */
export const evidenceFileLimit = 20 * 1024 * 1024;

interface EvidenceType {
  readonly endings: readonly string[];
  readonly mediaType: string;
  /** Bytes the content begins with, as text of one character a byte; none for plain text. */
  readonly begins: readonly string[];
}

const zip = 'PK\u0003\u0004';
const compound = '\u00d0\u00cf\u0011\u00e0';
const officeType = 'application/vnd.openxmlformats-officedocument.';

const evidenceTypes: readonly EvidenceType[] = [
  { endings: ['.pdf'], mediaType: 'application/pdf', begins: ['%PDF-'] },
  { endings: ['.jpg', '.jpeg'], mediaType: 'image/jpeg', begins: ['\u00ff\u00d8\u00ff'] },
  { endings: ['.png'], mediaType: 'image/png', begins: ['\u0089PNG\r\n'] },
  { endings: ['.webp'], mediaType: 'image/webp', begins: ['RIFF'] },
  { endings: ['.docx'], mediaType: `${officeType}wordprocessingml.document`, begins: [zip] },
  { endings: ['.xlsx'], mediaType: `${officeType}spreadsheetml.sheet`, begins: [zip] },
  { endings: ['.pptx'], mediaType: `${officeType}presentationml.presentation`, begins: [zip] },
  { endings: ['.ofd'], mediaType: 'application/ofd', begins: [zip] },
  { endings: ['.doc', '.wps'], mediaType: 'application/msword', begins: [compound] },
  { endings: ['.xls', '.et'], mediaType: 'application/vnd.ms-excel', begins: [compound] },
  { endings: ['.ppt'], mediaType: 'application/vnd.ms-powerpoint', begins: [compound] },
  { endings: ['.txt', '.csv'], mediaType: 'text/plain', begins: [] },
];

/** Endings a person may choose from, in customary order. */
export const evidenceFileEndings: readonly string[] = evidenceTypes.flatMap((type) => type.endings);

export type EvidenceFileVerdict =
  | { readonly ok: true; readonly mediaType: string }
  | { readonly ok: false; readonly because: 'empty' | 'tooLarge' | 'kind' | 'content' };

/** Judges a file by its name, length and first bytes. */
export function judgeEvidenceFile(file: {
  readonly name: string;
  readonly byteLength: number;
  readonly firstBytes: Uint8Array;
}): EvidenceFileVerdict {
  if (file.byteLength === 0) return { ok: false, because: 'empty' };
  if (file.byteLength > evidenceFileLimit) return { ok: false, because: 'tooLarge' };
  const ending = /\.[^.]+$/.exec(file.name)?.[0].toLowerCase() ?? '';
  const type = evidenceTypes.find(({ endings }) => endings.includes(ending));
  if (type === undefined) return { ok: false, because: 'kind' };
  const first = String.fromCharCode(...file.firstBytes.subarray(0, 512));
  const isRight =
    type.begins.length === 0
      ? !first.includes('\u0000')
      : type.begins.some((begin) => first.startsWith(begin));
  return isRight ? { ok: true, mediaType: type.mediaType } : { ok: false, because: 'content' };
}

/** Whether a screen may show the file as a picture. */
export function isPicture(mediaType: string): boolean {
  return /^image\/(jpeg|png|webp)$/.test(mediaType);
}
