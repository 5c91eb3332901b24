/** Tells the formats that live in an OLE container apart by their streams and hands over to their readers. */
import { CompoundFile } from './formats/compound-file.ts';
import { readDoc } from './formats/doc/read-doc.ts';
import { type FormatRun, SourceRefused } from './formats/format-run.ts';
import type { SourceDocument } from './source.ts';

/** @throws SourceRefused `encrypted`, `damaged`, `unsupported`, `converterMissing`, `cancelled` */
export async function readCompoundSource(bytes: Uint8Array, run: FormatRun): Promise<SourceDocument> {
  const file = new CompoundFile(bytes);
  if (file.has('EncryptedPackage') || file.has('EncryptionInfo')) throw new SourceRefused('encrypted');
  if (file.has('WordDocument')) return readDoc(file, run);
  throw new SourceRefused('unsupported', { cause: '容器里没有认识的文档' });
}
