import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import type { PublicEvidence } from '../contract/ledger.ts';
import { TaskEvidence } from './task-evidence.tsx';

const report: PublicEvidence = {
  entryId: '019e148c-4e80-7003-b3f8-11f39ab17f86',
  taskId: '019e148c-4e80-7003-b3f8-11f39ab17f87',
  unitId: '019e148c-4e80-7003-b3f8-11f39ab17f88',
  unitName: '县教育局',
  day: dayOf('2026-05-06'),
  body: '公布了学区划分<b>图</b>。',
  figures: [{ label: '公布信息', amount: '12', unit: '条' }],
  links: [{ url: 'https://example.org/a', title: null }],
  files: [
    {
      fileId: '019e148c-4e80-7003-b3f8-11f39ab17f89',
      fileName: '学区.pdf',
      byteLength: 10,
      mediaType: 'application/pdf',
    },
  ],
};

describe('what the public reads of a report', () => {
  it('names day, unit, words, figures, pages and files; text stays text', () => {
    const html = renderToStaticMarkup(<TaskEvidence evidence={[report]} />);
    expect(html).toContain('2026年5月6日');
    expect(html).toContain('县教育局：公布了学区划分&lt;b&gt;图&lt;/b&gt;。公布信息12条');
    expect(html).toContain('href="https://example.org/a"');
    expect(html).toContain(`/public-evidence/${report.entryId}/files/`);
    expect(html).toContain('学区.pdf');
  });

  it('shows nothing where nothing is public', () => {
    expect(renderToStaticMarkup(<TaskEvidence evidence={[]} />)).toBe('');
  });
});
