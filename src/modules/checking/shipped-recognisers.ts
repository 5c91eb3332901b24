/**
 * The recognisers as the platform ships them: the pure list and those that live on data files of the installation. Reads
 * `data/checking`; nothing is judged here.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { installationRoot } from '#kernel/worker-entry.ts';
import { formerAgencyRecogniser, parseFormerAgencies } from './rules/agencies/former-agencies.ts';
import { unitNameRecogniser } from './rules/agencies/unit-names.ts';
import { readLawIndex } from './rules/laws/law-index.ts';
import { lawRecogniser } from './rules/laws/law-recogniser.ts';
import type { Recogniser } from './rules/recogniser.ts';
import { recognisers } from './rules/recognisers.ts';
import { parseKnownTypos } from './rules/typos/known-typos.ts';
import { parseSoundPairs } from './rules/typos/sound-pairs.ts';
import { openTypoModel } from './rules/typos/typo-model.ts';
import { typoRecogniser } from './rules/typos/typo-recogniser.ts';
import { fixedExpressionRecogniser, parseFixedExpressions } from './rules/wording/fixed-expressions.ts';

const decompress = promisify(brotliDecompress);
let shipped: Promise<readonly Recogniser[]> | undefined;

async function readLaws(): Promise<Recogniser> {
  const folder = path.join(installationRoot(), 'data/checking/laws');
  const read = (name: string) => readFile(path.join(folder, name), 'utf8');
  const titles = await Promise.all(['laws.csv', 'later.csv'].map(read));
  const repeals = await Promise.all(['repealed-by-text.csv', 'repealed.csv'].map(read));
  return lawRecogniser(readLawIndex({ titles, repeals }));
}

async function readNamesAndWords(): Promise<readonly Recogniser[]> {
  const folder = path.join(installationRoot(), 'data/checking');
  const agencies = await readFile(path.join(folder, 'agencies/former-agencies.csv'), 'utf8');
  const expressions = await readFile(path.join(folder, 'wording/fixed-expressions.csv'), 'utf8');
  return [
    fixedExpressionRecogniser(parseFixedExpressions(expressions)),
    formerAgencyRecogniser(parseFormerAgencies(agencies)),
    unitNameRecogniser,
  ];
}

async function readTypos(): Promise<Recogniser> {
  const folder = path.join(installationRoot(), 'data/checking/typos');
  const read = (name: string) => readFile(path.join(folder, name), 'utf8');
  const packed = await readFile(path.join(folder, 'typo-model.bin.br'));
  return typoRecogniser({
    known: parseKnownTypos(await read('known-typos.csv')),
    soundPairs: parseSoundPairs(await read('sound-pairs.csv')),
    model: openTypoModel(await decompress(packed)),
  });
}

async function readShippedRecognisers(): Promise<readonly Recogniser[]> {
  return [...recognisers, ...(await readNamesAndWords()), await readLaws(), await readTypos()];
}

/** All recognisers of this installation; the data files are read once a process. */
export function loadShippedRecognisers(): Promise<readonly Recogniser[]> {
  shipped ??= readShippedRecognisers();
  return shipped;
}
