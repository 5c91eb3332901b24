/**
 * The recognisers as the platform ships them: the pure list and those that live on data files of the installation. Reads
 * `data/checking`; nothing is judged here.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { installationRoot } from '#kernel/worker-entry.ts';
import type { Recogniser } from './rules/recogniser.ts';
import { recognisers } from './rules/recognisers.ts';
import { parseKnownTypos } from './rules/typos/known-typos.ts';
import { typoRecogniser } from './rules/typos/typo-recogniser.ts';

let shipped: Promise<readonly Recogniser[]> | undefined;

async function readShippedRecognisers(): Promise<readonly Recogniser[]> {
  const folder = path.join(installationRoot(), 'data/checking/typos');
  const known = parseKnownTypos(await readFile(path.join(folder, 'known-typos.csv'), 'utf8'));
  return [...recognisers, typoRecogniser(known)];
}

/** All recognisers of this installation; the data files are read once a process. */
export function loadShippedRecognisers(): Promise<readonly Recogniser[]> {
  shipped ??= readShippedRecognisers();
  return shipped;
}
