/** Makes the words of one paragraph canonical: characters, blanks, runs, breaks. The same words always give the same runs. */
import { areSameMarks, plainMarks, type RichInline, type RichMarks } from './body.ts';

/** Signs nobody sees, which deceive or break comparison: controls, zero width, directions, halves of pairs. */
const unseen =
  /(?![\t\n\f\r])[\p{Cc}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\uffff]/gu;
const blank = /[ \t\n\f\r\u00a0\u1680\u2000-\u200a\u202f\u205f]+/gu;
const chinese = /[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/u;

/** A blank that came from a line of the markup; gone between Chinese characters. */
const soft = '\r';
const keep = 0;
const remove = 1;
const makeSpace = 2;

function cleanCharacters(text: string): string {
  return text
    .replace(unseen, '')
    .replace(blank, (run) => (/^[ \t\n\f\r]+$/u.test(run) && /[\n\f\r]/u.test(run) ? soft : ' '));
}

const isBlank = (sign: string) => sign === ' ' || sign === soft || sign === '\n' || sign === '\u3000';

/** Blanks between two signs of one line: one is left of each run, none where only a line of the markup ended. */
function judgeLine(text: string, from: number, to: number, fate: Uint8Array): void {
  for (let start = from; start < to; ) {
    let end = start;
    let isSoft = true;
    while (end < to && text[end] !== '\u3000') {
      if (text[end] === ' ') isSoft = false;
      end += 1;
    }
    if (end > start) {
      fate.fill(remove, start, end);
      const isInside = chinese.test(text.charAt(start - 1)) && chinese.test(text.charAt(end));
      if (!isSoft || !isInside) fate[start] = makeSpace;
    }
    start = end + 1;
  }
}

/** For each unit of the joined text: whether it stays. Breaks are `\n`; blanks around them, indents too, are not text. */
function judgeBlanks(text: string): Uint8Array {
  const fate = new Uint8Array(text.length);
  for (let from = 0; from < text.length; from++) {
    if (!isBlank(text.charAt(from))) continue;
    let to = from;
    let breaks = false;
    while (to < text.length && isBlank(text.charAt(to))) {
      if (text[to] === '\n') breaks = true;
      to += 1;
    }
    if (from === 0 || to === text.length) fate.fill(remove, from, to);
    else if (!breaks) judgeLine(text, from, to, fate);
    else for (let at = from; at < to; at++) if (text[at] !== '\n') fate[at] = remove;
    from = to;
  }
  return fate;
}

function mergeRuns(inlines: readonly RichInline[]): RichInline[] {
  const merged: RichInline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text' && areSameMarks(last.marks, inline.marks)) {
      merged[merged.length - 1] = { ...last, text: last.text + inline.text };
    } else if (inline.kind === 'break' || inline.text !== '') merged.push(inline);
  }
  return merged;
}

function commonMarks(left: RichMarks, right: RichMarks): RichMarks {
  return {
    link: left.link === right.link ? left.link : null,
    strong: left.strong && right.strong,
    em: left.em && right.em,
    script: left.script === right.script ? left.script : null,
  };
}

/** Breaks stand at no edge, so that both neighbours exist. */
function markBreaks(inlines: readonly RichInline[]): RichInline[] {
  const after: RichMarks[] = [];
  let next = plainMarks;
  for (let at = inlines.length - 1; at >= 0; at--) {
    const inline = inlines[at];
    if (inline?.kind === 'text') next = inline.marks;
    after[at] = next;
  }
  let before = plainMarks;
  return inlines.map((inline, at) => {
    if (inline.kind === 'break') return { ...inline, marks: commonMarks(before, after[at] ?? plainMarks) };
    before = inline.marks;
    return inline;
  });
}

/**
 * Canonical runs of a paragraph: unseen characters out, blanks single, none at the edges (an indent is look, not text),
 * line ends of the markup not even a blank between Chinese characters, runs of one look joined, blanks without marks.
 */
export function cleanInlines(raw: readonly RichInline[]): readonly RichInline[] {
  const runs = raw.map((inline) =>
    inline.kind === 'text' ? { ...inline, text: cleanCharacters(inline.text) } : inline,
  );
  const text = runs.map((run) => (run.kind === 'text' ? run.text : '\n')).join('');
  const fate = judgeBlanks(text);
  let at = 0;
  const kept: RichInline[] = [];
  for (const run of runs) {
    if (run.kind === 'break') {
      if (fate[at] === keep) kept.push(run);
      at += 1;
      continue;
    }
    let words = '';
    let from = 0;
    for (let unit = 0; unit <= run.text.length; unit++) {
      const judged = unit === run.text.length ? remove : (fate[at + unit] ?? keep);
      if (judged === keep) continue;
      words += run.text.slice(from, unit) + (judged === makeSpace ? ' ' : '');
      from = unit + 1;
    }
    at += run.text.length;
    kept.push({ ...run, text: words });
  }
  const bare = mergeRuns(kept).map((run) =>
    run.kind === 'text' && run.text.trim() === '' ? { ...run, marks: plainMarks } : run,
  );
  return markBreaks(mergeRuns(bare));
}

/** A text of one line: an alternative text, a caption. */
export function cleanLine(raw: string, longest: number): string {
  const [run] = cleanInlines([{ kind: 'text', text: raw, marks: plainMarks }]);
  const line = run?.kind === 'text' ? run.text : '';
  return line.length <= longest ? line : [...line].slice(0, longest).join('').slice(0, longest).trimEnd();
}

/** The words of a paragraph without their look; a break is a line end. */
export function textOfInlines(inlines: readonly RichInline[]): string {
  return inlines.map((inline) => (inline.kind === 'text' ? inline.text : '\n')).join('');
}
