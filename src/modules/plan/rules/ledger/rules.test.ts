import { describe, expect, test } from 'vitest';
import { judgeEvidenceFile } from './evidence-file.ts';
import { judgeLinkAddress } from './link-address.ts';
import { isOwnOutage, type LinkMemory, noteLinkCheck } from './link-state.ts';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

describe('files that may prove something', () => {
  test.each([
    ['方案.pdf', '%PDF-1.7', 'application/pdf'],
    ['照片.JPG', '\u00ff\u00d8\u00ff\u00e0', 'image/jpeg'],
    ['名单.xlsx', 'PK\u0003\u0004', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['说明.txt', '说明', 'text/plain'],
  ])('%s is taken', (name, content, mediaType) => {
    const verdict = judgeEvidenceFile({ name, byteLength: 100, firstBytes: bytes(content) });
    expect(verdict).toEqual({ ok: true, mediaType });
  });

  test.each([
    ['页面.html', '<html>', 'kind'],
    ['图.svg', '<svg', 'kind'],
    ['工具.exe', 'MZ', 'kind'],
    ['打包.zip', 'PK\u0003\u0004', 'kind'],
    ['没有后缀', '%PDF-1.7', 'kind'],
    ['伪装.pdf', 'MZ\u0090\u0000', 'content'],
    ['伪装.jpg', '<script>', 'content'],
    ['伪装.txt', 'MZ\u0000', 'content'],
  ])('%s is not', (name, content, because) => {
    const verdict = judgeEvidenceFile({ name, byteLength: 100, firstBytes: bytes(content) });
    expect(verdict).toEqual({ ok: false, because });
  });

  test('neither is an empty or an oversized one', () => {
    const judge = (byteLength: number) =>
      judgeEvidenceFile({ name: 'a.pdf', byteLength, firstBytes: bytes('%PDF-') });
    expect(judge(0)).toMatchObject({ because: 'empty' });
    expect(judge(20 * 1024 * 1024 + 1)).toMatchObject({ because: 'tooLarge' });
    expect(judge(20 * 1024 * 1024)).toMatchObject({ ok: true });
  });
});

describe('addresses that may prove something', () => {
  test.each([
    ['https://www.qinghe.example/a b', undefined],
    ['https://www.qinghe.example/公开?x=1', 'https://www.qinghe.example/%E5%85%AC%E5%BC%80?x=1'],
    [' www.qinghe.example/zs ', 'http://www.qinghe.example/zs'],
    ['www.qinghe.example:8080/zs', 'http://www.qinghe.example:8080/zs'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['file:///etc/passwd', undefined],
    ['ftp://www.qinghe.example', undefined],
    ['https://user:secret@www.qinghe.example', undefined],
    ['http://localhost/', undefined],
    ['没有网址', undefined],
    ['', undefined],
  ])('%s', (typed, url) => {
    const verdict = judgeLinkAddress(typed);
    expect(verdict.ok ? verdict.url : undefined).toBe(url);
  });
});

describe('what checks of a page add up to', () => {
  const fresh: LinkMemory = { state: 'unchecked', aliveRuns: 0, failures: 0, failedSince: null };
  const at = (hours: number) => new Date(Date.UTC(2026, 2, 1) + hours * 3_600_000);
  const hoursUntil = (next: Date, from: Date) => (next.getTime() - from.getTime()) / 3_600_000;

  test('a page that stays is asked after one, two, four, eight days and then every eight', () => {
    let link = noteLinkCheck(fresh, 'alive', at(0));
    const waits = [hoursUntil(link.nextCheckAt, at(0))];
    for (let run = 0; run < 4; run += 1) {
      link = noteLinkCheck(link, 'alive', at(0));
      waits.push(hoursUntil(link.nextCheckAt, at(0)));
    }
    expect(waits).toEqual([22, 46, 94, 190, 190]);
  });

  test('one failure is a suspicion, a second some hours later breaks it, a second at once does not', () => {
    const first = noteLinkCheck(fresh, 'failed', at(0));
    expect([first.state, hoursUntil(first.nextCheckAt, at(0))]).toEqual(['suspect', 4]);
    expect(noteLinkCheck(first, 'failed', at(1)).state).toBe('suspect');
    const second = noteLinkCheck(first, 'failed', at(4));
    expect([second.state, second.failures, hoursUntil(second.nextCheckAt, at(4))]).toEqual(['broken', 2, 22]);
    expect(hoursUntil(noteLinkCheck(second, 'failed', at(30)).nextCheckAt, at(30))).toBe(46);
  });

  test('a page that is back is alive at once, and asked often again', () => {
    const broken = noteLinkCheck(noteLinkCheck(fresh, 'failed', at(0)), 'failed', at(5));
    expect(noteLinkCheck(broken, 'alive', at(30))).toMatchObject({
      state: 'alive',
      aliveRuns: 1,
      failures: 0,
      failedSince: null,
    });
  });

  test('being kept out proves nothing and clears nothing', () => {
    const alive = noteLinkCheck(fresh, 'alive', at(0));
    expect(noteLinkCheck(alive, 'cannotTell', at(24)).state).toBe('unknown');
    const broken = noteLinkCheck(noteLinkCheck(fresh, 'failed', at(0)), 'failed', at(5));
    expect(noteLinkCheck(broken, 'cannotTell', at(30)).state).toBe('broken');
  });

  test('several silent hosts are our own outage, one or two are not', () => {
    const silent = (host: string) => ({ host, reached: false });
    expect(isOwnOutage([silent('a'), silent('b'), silent('c')])).toBe(true);
    expect(isOwnOutage([silent('a'), silent('a'), silent('b')])).toBe(false);
    expect(isOwnOutage([silent('a'), silent('b'), { host: 'c', reached: true }])).toBe(false);
  });
});
