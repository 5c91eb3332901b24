/** Files are refused before they travel, with what to do instead. */
import { describe, expect, it } from 'vitest';
import { faultOfFile, fileSizeWords } from './file-limits.ts';

const accepts = ['.docx', '.pdf'];

describe('a file to send', () => {
  it('passes by its ending, whatever the case', () => {
    expect(faultOfFile({ name: '分解表.DOCX', size: 10 }, accepts, 100)).toBeUndefined();
  });
  it('is refused when empty, of another kind or too large', () => {
    expect(faultOfFile({ name: 'a.docx', size: 0 }, accepts, 100)).toContain('空文件');
    expect(faultOfFile({ name: 'a.exe', size: 1 }, accepts, 100)).toContain('.docx、.pdf');
    expect(faultOfFile({ name: '没有后缀', size: 1 }, accepts, 100)).toContain('格式');
    expect(faultOfFile({ name: 'a.pdf', size: 3 * 1024 ** 2 }, accepts, 2 * 1024 ** 2)).toContain('3 MB');
  });
});

it('writes sizes in few figures', () => {
  expect([12, 2048, 1024 ** 2, 1.55 * 1024 ** 2, 123.4 * 1024 ** 2].map(fileSizeWords)).toEqual([
    '12字节',
    '2 KB',
    '1 MB',
    '1.6 MB',
    '123 MB',
  ]);
});
