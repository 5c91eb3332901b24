/** Times the whole way of a long file: reading, checking, progress, in the thread the product uses. */
import { Document, Packer, Paragraph } from 'docx';
import ExcelJS from 'exceljs';
import { givenPdf } from '#kernel/reading/formats/given-pdf.ts';
import { bareContext } from '#modules/checking/rules/recogniser.ts';
import { openCheckingThread } from '#modules/checking/thread/checking-thread.ts';

export interface FileSpeed {
  readonly name: string;
  readonly units: number;
  readonly seconds: number;
  /** Time of the processor, all threads together. */
  readonly processorSeconds: number;
  readonly findings: number;
  /** How often the waiting person was told how far it is. */
  readonly progressCalls: number;
}

const pages = 300;
const linesOfPage = 22;
const signsOfLine = 28;

/** Lines of a page's width cut from a text, again and again. */
function linesFrom(text: string): string[] {
  const flat = text.replace(/\s+/gu, '');
  return Array.from({ length: pages * linesOfPage }, (_, index) => {
    const at = (index * signsOfLine) % Math.max(flat.length - signsOfLine, 1);
    return flat.slice(at, at + signsOfLine);
  });
}

async function wordFile(lines: readonly string[]): Promise<Uint8Array> {
  const paragraphs = Array.from(
    { length: Math.ceil(lines.length / 5) },
    (_, index) => new Paragraph(`${lines.slice(index * 5, index * 5 + 5).join('')}。`),
  );
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] })));
}

async function workbookFile(lines: readonly string[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('台账');
  sheet.addRow(['序号', '事项', '内容', '金额（万元）']);
  for (const [index, line] of lines.entries()) sheet.addRow([index + 1, line.slice(0, 8), line, index * 1.5]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function pdfFile(lines: readonly string[]): Uint8Array {
  return givenPdf(
    Array.from({ length: pages }, (_, page) =>
      lines
        .slice(page * linesOfPage, (page + 1) * linesOfPage)
        .map((text, row) => ({ text, x: 80, y: 100 + row * 28, size: 16 })),
    ),
  );
}

/** Files of 300 pages (and a workbook of as many lines) from the text, each checked once in a fresh thread. */
export async function measureFiles(text: string): Promise<readonly FileSpeed[]> {
  const lines = linesFrom(text);
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['300页.docx', await wordFile(lines)],
    ['300页.pdf', pdfFile(lines)],
    ['6600行.xlsx', await workbookFile(lines)],
    ['300页.txt', Buffer.from(lines.join('\n'))],
  ];
  const speeds: FileSpeed[] = [];
  for (const [name, bytes] of files) {
    const thread = openCheckingThread();
    let progressCalls = 0;
    const start = performance.now();
    const used = process.cpuUsage();
    const outcome = await thread.check(
      { content: { kind: 'file', bytes, fileName: name }, context: bareContext, classes: null },
      { onProgress: () => progressCalls++ },
    );
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(used);
    await thread.close();
    if (!outcome.ok) throw new Error(`${name}: ${outcome.refusal.sentence}`);
    speeds.push({
      name,
      units: outcome.document.text.length,
      seconds,
      processorSeconds: (user + system) / 1_000_000,
      findings: outcome.findings.length,
      progressCalls,
    });
  }
  return speeds;
}
