/** Lets an installed LibreOffice turn formats nobody reads by hand (.xls, .rtf, OpenDocument) into readable ones. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SourceFormat } from '../source.ts';
import { type FormatRun, SourceRefused } from './format-run.ts';
import { findProgram, inOwnFolder, runProgram } from './outside-program.ts';

/** What is converted, and into what. */
export interface Conversion {
  readonly from: 'xls' | 'rtf' | 'odt' | 'ods';
  readonly to: 'docx' | 'xlsx';
  /** The format a refusal names, when the house knows it. */
  readonly format?: SourceFormat;
}

/** The converted file. @throws SourceRefused `converterMissing`, `damaged`, `tooLarge`, `cancelled` */
export async function convertWithOffice(
  bytes: Uint8Array,
  conversion: Conversion,
  run: FormatRun,
): Promise<Uint8Array> {
  const office = await findProgram('soffice', 'libreoffice');
  const named = conversion.format === undefined ? {} : { format: conversion.format };
  if (office === undefined) {
    const remedy = `请用 Word、Excel 或 WPS 打开，另存为 .${conversion.to} 后上传；也可以请管理员在服务器安装 LibreOffice。`;
    throw new SourceRefused('converterMissing', { ...named, remedy });
  }
  return inOwnFolder(async (folder) => {
    const source = join(folder, `source.${conversion.from}`);
    const target = join(folder, `source.${conversion.to}`);
    await writeFile(source, bytes);
    // A profile of its own, so that a running LibreOffice neither blocks nor is disturbed.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const args = [
      profile,
      '--headless',
      '--norestore',
      '--convert-to',
      conversion.to,
      '--outdir',
      folder,
      source,
    ];
    await runProgram(office, args, folder, run);
    const size = await stat(target).then(
      (found) => found.size,
      () => 0,
    );
    if (size === 0) throw new SourceRefused('damaged', { ...named, cause: 'LibreOffice 无法打开' });
    if (size > run.limits.fileSize)
      throw new SourceRefused('tooLarge', { ...named, cause: '转换后的文件过大' });
    run.note('converted', '文件已由 LibreOffice 转换后读取，请核对合并单元格和日期。');
    return readFile(target);
  });
}
