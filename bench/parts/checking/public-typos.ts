/**
 * The spelling check on public sets beside the checkout: sentences with and without faults and what should stand. A
 * sentence is right when all its suggestions together make exactly the wanted sentence. Thresholds and weights were set on
 * the sentences with an even index; the others were kept aside.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkDocument } from '#modules/checking/rules/check-document.ts';
import { documentOfText } from '#modules/checking/rules/checked-document.ts';
import type { Finding } from '#modules/checking/rules/finding.ts';
import { bareContext, type Recogniser } from '#modules/checking/rules/recogniser.ts';

const folder = path.resolve(import.meta.dirname, '../../../../shared/corpus/typos');
/** Published by pycorrector for its n-gram model on these sets: sentence-level F1. */
const peer = [
  { file: 'ec_law_test.tsv', title: '法律题（ec_law）', peerF1: 0.376 },
  { file: 'mcsc_test.tsv', title: '综合（mcsc）', peerF1: 0.332 },
] as const;
export const peerSentencesPerSecond = 9;

export interface PublicScore {
  readonly title: string;
  readonly peerF1: number;
  readonly sentences: number;
  /** As the peer counts: a faulty sentence mended wrongly is missed, a sound one changed is a false mark. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** A faulty sentence mended wrongly also counts against precision. */
  readonly strictF1: number;
  /** Faulty sentences in which anything is marked, whatever is suggested, against sound ones marked. */
  readonly detectionF1: number;
  /** Share of sound sentences left as they are. */
  readonly untouched: number;
  readonly sentencesPerSecond: number;
}

/** What the text reads when every suggestion is taken. */
function mended(text: string, findings: readonly Finding[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, suggestion } of findings) {
    if (start < at || suggestion === null) continue;
    result += text.slice(at, start) + suggestion;
    at = end;
  }
  return result + text.slice(at);
}

const f1Of = (precision: number, recall: number) =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);

function scoreRows(
  rows: readonly (readonly [string, string])[],
  recognisers: readonly Recogniser[],
  withHints: boolean,
): Omit<PublicScore, 'title' | 'peerF1'> {
  const counts = { right: 0, missed: 0, wrong: 0, kept: 0, touched: 0, detected: 0 };
  const begun = performance.now();
  for (const [source, wanted] of rows) {
    const findings = checkDocument(documentOfText(source), bareContext, recognisers).filter(
      (finding) => finding.class === 'typo' && (withHints || finding.severity !== 'hint'),
    );
    const result = mended(source, findings);
    if (source === wanted) {
      if (result === source) counts.kept++;
      else counts.touched++;
      continue;
    }
    if (result !== source) counts.detected++;
    if (result === wanted) counts.right++;
    else if (result === source) counts.missed++;
    else counts.wrong++;
  }
  const seconds = (performance.now() - begun) / 1000;
  const faulty = counts.right + counts.missed + counts.wrong;
  const precision = counts.right / Math.max(1, counts.right + counts.touched);
  const recall = counts.right / Math.max(1, faulty);
  const strict = counts.right / Math.max(1, counts.right + counts.touched + counts.wrong);
  const detection = counts.detected / Math.max(1, counts.detected + counts.touched);
  return {
    sentences: rows.length,
    precision,
    recall,
    f1: f1Of(precision, recall),
    strictF1: f1Of(strict, recall),
    detectionF1: f1Of(detection, counts.detected / Math.max(1, faulty)),
    untouched: counts.kept / Math.max(1, counts.kept + counts.touched),
    sentencesPerSecond: rows.length / seconds,
  };
}

/** Scores on every set there is; `heldOut` takes only the sentences no threshold was set on. */
export function scorePublicTypos(
  recognisers: readonly Recogniser[],
  { heldOut, withHints }: { readonly heldOut: boolean; readonly withHints: boolean },
): readonly PublicScore[] {
  const typos = recognisers.filter((one) => Object.values(one.kinds).some((kind) => kind.class === 'typo'));
  return peer.flatMap(({ file, title, peerF1 }) => {
    const place = path.join(folder, file);
    if (!existsSync(place)) return [];
    const rows = readFileSync(place, 'utf8')
      .split('\n')
      .flatMap((line): (readonly [string, string])[] => {
        const [source, wanted] = line.replace(/\r$/u, '').split('\t');
        return source === undefined || wanted === undefined ? [] : [[source, wanted]];
      })
      .filter((_, index) => !heldOut || index % 2 === 1);
    return [{ title, peerF1, ...scoreRows(rows, typos, withHints) }];
  });
}
