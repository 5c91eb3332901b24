/**
 * Which documents an amending decision changes, by its title and its opening sentence: 关于修改《…办法》的决定, 对《…》（文号）作
 * 如下修改. Pure. The changed wording itself is never composed here: the full text is issued anew.
 */
import { findDocumentNumber } from './document-numbers.ts';

export interface AmendedDocument {
  readonly title: string | null;
  readonly documentNumber: string | null;
}

const inTitle = /(?:关于|决定)?(?:修改|修订|修正)(?:部分)?(?<names>(?:《[^》]{2,80}》(?:等|、|和|及)?)+)/u;
const inText =
  /(?:对|将)?《(?<title>[^》]{2,80})》(?:（(?<number>[^（）]{4,30}号)）)?(?:作出?|进行)(?:以下|如下|下列)?(?:修改|修订|修正)/gu;

/** The documents named, each once; a number only where the text prints one right behind the title. */
export function readAmendedDocuments(title: string, lines: readonly string[]): readonly AmendedDocument[] {
  const found = new Map<string, AmendedDocument>();
  for (const line of lines) {
    for (const { groups } of line.matchAll(inText)) {
      const name = groups?.title ?? '';
      found.set(name, {
        title: name,
        documentNumber: findDocumentNumber((groups?.number ?? '').replace(/\s+/gu, ''))?.number ?? null,
      });
    }
  }
  const named = inTitle.exec(title.replace(/\s+/gu, ''))?.groups?.names ?? '';
  for (const [, name = ''] of named.matchAll(/《([^》]+)》/gu)) {
    if (!found.has(name)) found.set(name, { title: name, documentNumber: null });
  }
  return [...found.values()];
}
