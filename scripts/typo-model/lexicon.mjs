/** The words of the spelling model: jieba's list with its frequencies, and our own list of words of office. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const longestWord = 7;
/** A word of our own list counts as met so often in jieba's corpus (60 million words). */
const ownWordCount = 300;
const allHan = /^[\u3400-\u4dbf\u4e00-\u9fff]+$/;

/** Words of `own-words.txt`: parted by white space, lines that begin with # name the group. */
function readOwnWords(file) {
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(/\s+/))
    .filter((word) => allHan.test(word) && word.length <= longestWord);
}

/** Forms the list of known typos calls wrong without reserve: no word list may hold them. */
function readWrongForms(file) {
  const rows = fs.readFileSync(file, 'utf8').trim().split('\n').slice(1);
  return new Set(
    rows
      .map((row) => row.split(','))
      .filter(([, , severity]) => severity === 'block')
      .map(([wrong]) => wrong),
  );
}

/** Tags of names of people, places and bodies: such words are known, but rarely meant where something else stands. */
const nameTag = /^(nr|ns|nt)/;

/** Counts of words, and which of them are names. */
export function readLexicon(dataFolder) {
  const wrong = readWrongForms(path.join(dataFolder, 'known-typos.csv'));
  const dictionary = path.join(path.dirname(require.resolve('@node-rs/jieba/package.json')), 'dict.txt');
  const counts = new Map();
  const names = new Set();
  for (const line of fs.readFileSync(dictionary, 'utf8').split('\n')) {
    const [word, count, tag] = line.split(' ');
    if (count === undefined || !allHan.test(word) || word.length > longestWord || wrong.has(word)) continue;
    counts.set(word, Number(count));
    if (nameTag.test(tag)) names.add(word);
  }
  for (const word of readOwnWords(path.join(dataFolder, 'own-words.txt')))
    counts.set(word, Math.max(counts.get(word) ?? 0, ownWordCount));
  return { counts, names };
}
