/** The Chinese sentence and the remedy of every refusal of the source reader. Texts only. */
import type { SourceFormat, SourceRefusal } from '../source.ts';

/** What is known about the refused file, to make the sentence exact. */
export interface RefusalDetail {
  /** The part or cause, as a short Chinese phrase put into the sentence. */
  readonly cause?: string;
  readonly remedy?: string;
  readonly format?: SourceFormat;
  /** Limit that was passed, in megabytes or seconds. */
  readonly limit?: number;
}

const formatNames: Record<SourceFormat, string> = {
  docx: 'Word 文档（.docx）',
  doc: 'Word 97–2003 文档（.doc）',
  xlsx: 'Excel 工作簿（.xlsx）',
  xls: 'Excel 97–2003 工作簿（.xls）',
  pdf: 'PDF 文件',
  ofd: 'OFD 版式文件',
  html: '网页文件',
  md: 'Markdown 文件',
  txt: '纯文本文件',
};

/** The name of a format as screens show it. */
export function sourceFormatName(format: SourceFormat): string {
  return formatNames[format];
}

/** Composes the refusal for a code; every code has a sentence (what happened) and a remedy (what to do). */
export function refusalOfSource(code: SourceRefusal['code'], detail: RefusalDetail = {}): SourceRefusal {
  const name = detail.format === undefined ? '文件' : formatNames[detail.format];
  const cause = detail.cause === undefined ? '' : `：${detail.cause}`;
  const text = ((): readonly [string, string] => {
    switch (code) {
      case 'empty':
        return [`${name}里没有文字内容${cause}。`, '请确认选对了文件，用原软件打开检查内容后重新上传。'];
      case 'tooLarge':
        return [
          detail.limit === undefined
            ? `${name}内容过多，没有读完${cause}。`
            : `文件超过 ${detail.limit} MB 的上限，没有读取。`,
          '请删去文件中的图片和无关的部分，或只保留需要的部分另存后再上传。',
        ];
      case 'encrypted':
        return [
          `${name}设有密码或权限加密，无法读取内容${cause}。`,
          '请用原软件打开，去掉密码另存后再上传。',
        ];
      case 'damaged':
        return [
          `${name}已损坏或不完整，无法读取${cause}。`,
          '请向来文单位重新索取，或用原软件打开后另存一份再上传；也可以复制文字后直接粘贴。',
        ];
      case 'imageOnly':
        return [
          `${name}只有扫描图像，没有可以读取的文字${cause}。`,
          '请优先索取电子原件；没有时可在服务器安装 tesseract（含简体中文数据 chi_sim）和 pdftoppm（poppler-utils）后选择识别扫描件，或粘贴识别后的文字。',
        ];
      case 'unsupported':
        return [
          `不支持这种文件${cause}。`,
          '请另存为 .docx、.xlsx、带文字层的 PDF、OFD、网页或纯文本后上传，或直接粘贴文字。',
        ];
      case 'converterMissing':
        return [
          `${name}需要通过 LibreOffice 转换，本机没有安装${cause}。`,
          '请用 Excel 或 WPS 另存为 .xlsx 后上传；也可以请管理员在服务器安装 LibreOffice。',
        ];
      case 'archiveBomb':
        return [
          `文件解压后的体积异常，为安全起见停止读取${cause}。`,
          '请确认文件来源；如确属正常文件，请用原软件打开，删去多余内容另存后再上传。',
        ];
      case 'cancelled':
        return ['读取已取消。', '需要时可以重新上传。'];
      case 'tookTooLong':
        return [
          `读取超过 ${detail.limit ?? 0} 秒仍未完成，已停止。`,
          '请只保留需要的部分另存后再上传，或拆成几个文件分别上传。',
        ];
    }
  })();
  return { code, sentence: text[0], remedy: detail.remedy ?? text[1] };
}
