/**
 * Spelling faults planted into sentences of our own guide: one character of each sentence is replaced by one of the same
 * sound, of a near sound, or alike to the eye. Which characters are near each other is read from the shipped model, so
 * these sets show what the weighing does, not how complete the table of confusions is; the public sets show that.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { nearness } from '#modules/checking/rules/typos/confusions.ts';
import { openTypoModel, type TypoModel } from '#modules/checking/rules/typos/typo-model.ts';
import { proseOfMarkdown } from '../clean-texts.ts';
import { type PlantedCase, type PlantedSet, plantCase, type Random } from '../planted-set.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const faultsPerSet = 400;
const shortestSentence = 10;
/** Signs this improbable nobody types by mistake. */
const rarestLog = -13;

function ownSentences(): readonly string[] {
  const prose = proseOfMarkdown(readFileSync(path.join(root, 'docs/officer-guide.zh-CN.md'), 'utf8'));
  return (prose.match(/[^。；！？\n]+[。；！？]?/gu) ?? []).filter(
    (sentence) => (sentence.match(/\p{Script=Han}/gu) ?? []).length >= shortestSentence,
  );
}

/** Signs that are near `code` in the way asked for, of those people write. */
function nearSigns(model: TypoModel, code: number, isAsked: (kind: number) => boolean): readonly string[] {
  const { starts, codes, kinds, indexOf } = model.confusions;
  const index = indexOf(code);
  if (index < 0) return [];
  const signs: string[] = [];
  for (let at = starts[index] ?? 0; at < (starts[index + 1] ?? 0); at++) {
    const sign = String.fromCharCode(codes[at] ?? 0);
    if (isAsked(kinds[at] ?? 0) && model.logOf(model.wordOf(sign)) > rarestLog) signs.push(sign);
  }
  return signs;
}

function plantInto(
  model: TypoModel,
  random: Random,
  sentence: string,
  isAsked: (kind: number) => boolean,
): PlantedCase | null {
  const at = random.integer(0, sentence.length - 1);
  const signs = nearSigns(model, sentence.charCodeAt(at), isAsked);
  if (signs.length === 0) return null;
  return plantCase()
    .clean(sentence.slice(0, at))
    .fault('typo', random.pick(signs))
    .clean(sentence.slice(at + 1))
    .finish();
}

export function plantSets(random: Random): readonly PlantedSet[] {
  const model = openTypoModel(
    brotliDecompressSync(readFileSync(path.join(root, 'data/checking/typos/typo-model.bin.br'))),
  );
  const sentences = ownSentences();
  const same = nearness.tone | nearness.sound;
  const sets = [
    ['错别字：同音', (kind: number) => (kind & same) !== 0],
    ['错别字：近音', (kind: number) => (kind & same) === 0 && (kind & nearness.nearSound) !== 0],
    ['错别字：形近', (kind: number) => (kind & nearness.alike) !== 0],
  ] as const;
  return sets.map(([name, isAsked]) => {
    const cases: PlantedCase[] = [];
    while (cases.length < faultsPerSet) {
      const planted = plantInto(model, random, random.pick(sentences), isAsked);
      if (planted !== null) cases.push(planted);
    }
    return { name, classes: ['typo'], cases };
  });
}
