/** `gongkai document read`: reads official documents and prints their elements and clauses, without a database. */
import type { CommandInput, CommandOutput, PureCommandLine } from '#kernel/cli/command-line.ts';
import { documentReadingAsData, documentReadingAsText } from './reader/print-document-reading.ts';
import { type DocumentFileReading, readDocumentFile } from './reader/read-document-file.ts';

interface ReadFile {
  readonly file: string;
  readonly reading: DocumentFileReading;
}

function readingInLines({ reading }: ReadFile): string {
  if (reading.ok) return documentReadingAsText(reading.document);
  const { sentence, reasons, remedy } = reading.refusal;
  return [sentence, ...reasons.map((reason) => `  ${reason}`), ...(remedy === null ? [] : [remedy])].join(
    '\n',
  );
}

function readingAsData({ file, reading }: ReadFile): Record<string, unknown> {
  if (!reading.ok) return { file, refusal: reading.refusal };
  return { file, format: reading.format, ...documentReadingAsData(reading.document) };
}

async function printDocumentReadings(input: CommandInput): Promise<CommandOutput> {
  const read: ReadFile[] = [];
  for (const operand of input.operands) {
    const { bytes, name } = await input.readFile(operand);
    const reading = await readDocumentFile(bytes, name, {
      signal: input.signal,
      recogniseImages: input.options.ocr === true,
    });
    read.push({ file: operand, reading });
  }
  const [only] = read;
  const isOne = read.length === 1 && only !== undefined;
  const isRefused = read.some(({ reading }) => !reading.ok);
  return {
    text: isOne
      ? readingInLines(only)
      : read.map((one) => `【${one.file}】\n${readingInLines(one)}`).join('\n\n'),
    data: isOne ? readingAsData(only) : read.map(readingAsData),
    ...(isRefused ? { exitCode: 2 as const } : {}),
  };
}

export const documentReadCommand: PureCommandLine = {
  name: 'document read',
  summary: '读出公文的要素（标题、文号、机关、日期、有效性等）和章节条款，不写入任何数据',
  operands: ['<file...>'],
  options: [{ flags: '--ocr', description: '没有文字层的扫描件用本机 OCR 识别' }],
  help: `可读 .docx .doc .pdf .ofd .html .md .txt，网页的信息栏（索引号、发文机关、成文日期等）一并读取。
一份文件的 --json 是一个对象，几份是数组；存疑之处列在 flags。退出码：0 都读出来了，2 有文件不是公文或读不了。
例：gongkai document read 管理办法.docx --json`,
  needs: 'nothing',
  run: printDocumentReadings,
};
