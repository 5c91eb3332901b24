import { describe, expect, it } from 'vitest';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import { readHead } from './read-head.ts';

describe('readHead', () => {
  it.each(
    readCaseTable(new URL('../cases/heads.csv', import.meta.url)).map(
      (row) => [row.line, row.cells.行 ?? '', row.cells] as const,
    ),
  )('heads.csv line %i: %s', (_line, lines, cells) => {
    const head = readHead(lines.split('|'));
    expect({
      标题: head.title ?? '',
      行政区: head.jurisdiction ?? '',
      年份: head.year === null ? '' : String(head.year),
      文号: head.docNumber ?? '',
      机关: head.issuer ?? '',
      成文日期: head.issuedOn ?? '',
      存疑: head.notes.length > 0 ? '是' : '',
    }).toEqual({
      标题: cells.标题,
      行政区: cells.行政区,
      年份: cells.年份,
      文号: cells.文号,
      机关: cells.机关,
      成文日期: cells.成文日期,
      存疑: cells.存疑,
    });
  });
});
