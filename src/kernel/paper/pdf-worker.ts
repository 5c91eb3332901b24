/** The thread in which papers are typeset; see `pdf.ts`. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { serveOrders } from '../threads/serve-orders.ts';
import { loadFonts } from './fonts.ts';
import type { PdfOrder, PdfResult } from './pdf.ts';
import { pdfTemplate } from './pdf-template.ts';

let compiler: { readonly folder: string | null; readonly set: NodeCompiler } | undefined;

function openCompiler(folder: string | null): NodeCompiler {
  if (compiler?.folder !== folder) {
    compiler = { folder, set: NodeCompiler.create({ fontArgs: [{ fontBlobs: loadFonts(folder) }] }) };
  }
  return compiler.set;
}

serveOrders<PdfOrder, PdfResult>(async ({ data, madeAt, fontFolder }) => {
  const set = openCompiler(fontFolder);
  const compiled = set.compile({ mainFileContent: pdfTemplate, inputs: { paper: data }, resetRead: true });
  const document = compiled.result;
  if (document === null) {
    const said = compiled.takeError();
    throw new Error(`the paper was not typeset: ${JSON.stringify(said?.shortDiagnostics.slice(0, 3))}`);
  }
  const bytes = set.pdf(document, { pdfStandard: 'a-2b', creationTimestamp: madeAt });
  const pages = document.numOfPages;
  set.evictCache(10);
  return { bytes: new Uint8Array(bytes), pages };
});
