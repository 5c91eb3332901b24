/** From a file's bytes to the document the checks see. Knows neither database nor command line. */
import { type CheckedDocument, documentOfText } from '../rules/checked-document.ts';

export type CheckedFileReading =
  | { readonly ok: true; readonly document: CheckedDocument }
  | { readonly ok: false; readonly sentence: string; readonly remedy: string };

function decodePlainText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Reads a file. A refusal says what the person can do. */
export async function readCheckedFile(bytes: Uint8Array, fileName: string): Promise<CheckedFileReading> {
  if (/\.(txt|csv)$/iu.test(fileName)) return { ok: true, document: documentOfText(decodePlainText(bytes)) };
  return { ok: false, sentence: '无法检测这种文件', remedy: '请另存为 .txt 再检测' };
}
