/**
 * Builds `data/checking/typos/typo-model.bin.br` from jieba's word list, our own words, the readings of pinyin-pro, the
 * look of the characters, and counts of words in the statutes of a folder and the work reports of governments in another:
 *
 *     node scripts/build-typo-model.mjs FOLDER_OF_STATUTES [FOLDER_OF_REPORTS]
 *
 * Needs an installed Chromium with Noto Sans CJK SC. No sentence of them gets into the file, only counts.
 */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pinyin } from 'pinyin-pro';
import { root } from './build.mjs';
import { readLexicon } from './typo-model/lexicon.mjs';
import { likenessOf } from './typo-model/likeness.mjs';
import { packModel } from './typo-model/pack.mjs';
import { countStatutes } from './typo-model/statute-counts.mjs';

const dataFolder = path.join(root, 'data/checking/typos');
/** Pairs met more rarely say little and are half of all. */
const leastPairCount = 2;
/** Characters met more rarely in jieba's corpus are suspected but never proposed. */
const leastSignCount = 40;
/** A word proposed in place of another must have been met so often, by its length. */
const leastProposed = [0, 200, 20, 5, 3];
/** The same for names of people, places and bodies. */
const leastProposedName = 2000;

/** All characters of the words, most frequent first, and how many of them are common. */
function signsOf(counts) {
  const seen = new Map();
  for (const [id, word] of counts.words.entries())
    for (const sign of word) seen.set(sign, (seen.get(sign) ?? 0) + counts.general[id] + counts.singles[id]);
  const sorted = [...seen].sort((left, right) => right[1] - left[1]);
  const common = sorted.findIndex(([, count]) => count < leastSignCount);
  return { signs: sorted.map(([sign]) => sign), common };
}

function soundsOf(signs) {
  const syllables = [];
  const sounds = signs.map((sign) =>
    pinyin(sign, { multiple: true, type: 'array', toneType: 'num' }).flatMap((reading) => {
      const [, syllable, tone] = /^([a-zü]+)([0-5]?)$/.exec(reading) ?? [];
      if (syllable === undefined) return [];
      if (!syllables.includes(syllable)) syllables.push(syllable);
      return [syllables.indexOf(syllable) * 8 + Number(tone || 0)];
    }),
  );
  return { syllables, sounds };
}

async function buildModel(folders) {
  const lexicon = readLexicon(dataFolder);
  const counts = countStatutes(folders, lexicon.counts);
  const { words, general, singles, pairs } = counts;
  const say = (line) => process.stdout.write(`${line}\n`);
  say(`${words.length} words, ${pairs.size} pairs in ${counts.statutes} statutes, ${counts.reports} reports`);
  const generalTotal = general.reduce((sum, count) => sum + count, 0);
  const seen = singles.reduce((sum, count) => sum + count, 0);
  const mixed = [...singles].map(
    (count, id) => (0.5 * (general[id] ?? 0)) / generalTotal + (0.5 * count) / seen + 1e-12,
  );
  const mayReplace = words.map((word, id) => {
    const least = leastProposed[Math.min(word.length, leastProposed.length - 1)];
    return (
      general[id] + 2 * singles[id] >=
      (lexicon.names.has(word) && word.length > 1 ? leastProposedName : least)
    );
  });
  const { signs, common } = signsOf(counts);
  const alike = await likenessOf(signs, common);
  const kept = [...pairs].filter(([, count]) => count >= leastPairCount);
  say(`${signs.length} signs, ${common} of them common, ${kept.length} pairs kept`);
  const about = {
    made: new Date().toISOString().slice(0, 10),
    common,
    sources: [
      '@node-rs/jieba dict.txt (MIT)',
      'pinyin-pro (MIT)',
      'Noto Sans CJK SC (OFL-1.1), likeness only',
      `${counts.statutes} statutes and ${counts.reports} reports of governments, counts only`,
    ],
  };
  const { packed, size } = packModel({
    counts,
    mixed,
    mayReplace,
    pairs: kept,
    signs,
    ...soundsOf(signs),
    alike,
    about,
  });
  fs.writeFileSync(path.join(dataFolder, 'typo-model.bin.br'), packed);
  say(`${size} bytes, ${packed.length} compressed`);
}

const [statutes, reports] = process.argv.slice(2);
if (statutes === undefined) {
  process.stderr.write('Name the folder of statutes (Markdown files).\n');
  process.exitCode = 2;
} else await buildModel({ statutes, reports });
