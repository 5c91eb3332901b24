/** Numbers of tables and figures, counted by their captions. Pure. */
import type { PublishedLine } from '../../published-lines.ts';
import { judgeSequence } from './judge-sequence.ts';

export interface CaptionFault {
  readonly line: PublishedLine;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

const caption =
  /^[\s　]*((?:附?[表图])[\s　]?(\d{1,3}))(?![\d.．\-—–～~、，。的中])[：:\s　]?[^。；]{0,40}$/u;

/** Captions out of order, each kind counted by itself; the list of tables in front counts as a list of its own. */
export function findCaptionFaults(lines: readonly PublishedLine[]): readonly CaptionFault[] {
  const found = new Map<string, { line: PublishedLine; text: string; number: number }[]>();
  for (const line of lines) {
    const match = /[表图]/u.test(line.text.slice(0, 8)) ? caption.exec(line.text) : null;
    if (match === null || /续/u.test(line.text)) continue;
    const [, text = '', number] = match;
    const kind = text.replace(/[\s　\d]/gu, '');
    const rows = found.get(kind) ?? [];
    rows.push({ line, text, number: Number(number) });
    found.set(kind, rows);
  }
  return [...found].flatMap(([kind, captions]) =>
    judgeSequence(captions.map(({ number }) => number)).flatMap(({ at, kind: fault, wanted, missing }) => {
      const one = captions[at];
      if (one === undefined) return [];
      const start = one.line.text.indexOf(one.text);
      const should = wanted === null ? '' : `，应为${kind}${wanted}`;
      const said =
        fault === 'missing' ? `缺少${kind}${missing}` : fault === 'repeated' ? '编号重复' : '编号次序错误';
      return [{ line: one.line, start, end: start + one.text.length, reason: `${kind}的${said}${should}` }];
    }),
  );
}
