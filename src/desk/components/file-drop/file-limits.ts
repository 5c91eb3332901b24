/** What can be said about a file before it is sent; the server decides again. Pure. */

/** 12.3 MB in words people know. */
export function fileSizeWords(bytes: number): string {
  if (bytes < 1024) return `${Math.round(bytes)}字节`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 1024) return `${Math.round(kilobytes)} KB`;
  const megabytes = kilobytes / 1024;
  return `${megabytes < 10 ? megabytes.toFixed(1).replace(/\.0$/, '') : Math.round(megabytes)} MB`;
}

/** Why this file cannot be sent, as a sentence that says what to do; undefined when it can. */
export function faultOfFile(
  file: { readonly name: string; readonly size: number },
  accepts: readonly string[],
  limit: number,
): string | undefined {
  const ending = /\.[^.]+$/.exec(file.name)?.[0].toLowerCase() ?? '';
  if (file.size === 0) return `“${file.name}”是空文件，请换一份。`;
  if (accepts.length > 0 && !accepts.includes(ending)) {
    return `“${file.name}”不是可以识别的格式。请另存为${accepts.slice(0, 3).join('、')}后再上传。`;
  }
  if (file.size > limit) {
    return `“${file.name}”有${fileSizeWords(file.size)}，超过${fileSizeWords(limit)}的上限。请压缩图片或拆分后再上传。`;
  }
  return undefined;
}
