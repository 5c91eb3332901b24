/**
 * How often words, and pairs of words, stand in statutes and reports of governments: cuts the text into the words of the
 * lexicon and counts. Only the counts leave this file; every twentieth statute is left out, so that the benchmark has text
 * the model has not seen.
 */
import fs from 'node:fs';
import path from 'node:path';

/** The benchmark reads the statutes whose index is a multiple of this. */
const heldOutStep = 20;
/** There are few reports and many statutes, and the papers of a county read like reports. */
const reportWeight = 3;
const isHan = (unit) => (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf);
const isLatin = (sign) => /[0-9A-Za-z０-９.%％]/.test(sign);

function listStatutes(folder) {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(folder, file))
    .sort()
    .filter((file) => !file.endsWith('_index.md'))
    .filter((_, index) => index % heldOutStep !== 0);
}

function listReports(folder) {
  return fs
    .readdirSync(folder)
    .filter((file) => /\.(md|txt)$/.test(file))
    .sort()
    .map((file) => path.join(folder, file));
}

class Trie {
  #roots = new Map();
  add(word, id) {
    let level = this.#roots;
    let node;
    for (const sign of word) {
      node = level.get(sign);
      if (node === undefined) {
        node = { word: -1, next: new Map() };
        level.set(sign, node);
      }
      level = node.next;
    }
    node.word = id;
  }
  *wordsAt(text, start, end) {
    let level = this.#roots;
    for (let at = start; at < end; at++) {
      const node = level.get(text[at]);
      if (node === undefined) return;
      if (node.word >= 0) yield [node.word, at + 1];
      level = node.next;
    }
  }
}

/** Most probable cut of one run of Han characters, by the frequencies of single words. */
function cutRun(text, start, end, trie, logs, tokens) {
  const length = end - start;
  const best = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(length + 1);
  const word = new Int32Array(length + 1);
  best[0] = 0;
  for (let at = 0; at < length; at++) {
    for (const [id, stop] of trie.wordsAt(text, start + at, end)) {
      const score = best[at] + logs[id];
      if (score > best[stop - start]) {
        best[stop - start] = score;
        from[stop - start] = at;
        word[stop - start] = id;
      }
    }
  }
  const cut = [];
  for (let at = length; at > 0; at = from[at]) cut.push(word[at]);
  for (let index = cut.length - 1; index >= 0; index--) tokens.push(cut[index]);
}

function tokensOf(text, trie, logs, { breakToken, figureToken }) {
  const tokens = [breakToken];
  let at = 0;
  while (at < text.length) {
    const start = at;
    if (isHan(text.charCodeAt(at))) {
      while (at < text.length && isHan(text.charCodeAt(at))) at++;
      cutRun(text, start, at, trie, logs, tokens);
    } else if (isLatin(text[at])) {
      while (at < text.length && isLatin(text[at])) at++;
      tokens.push(figureToken);
    } else {
      at++;
      if (tokens.at(-1) !== breakToken) tokens.push(breakToken);
    }
  }
  return tokens;
}

/** Counts of words and of pairs (`first * size + second`); the last two ids are a break and a figure. */
export function countStatutes({ statutes, reports }, lexicon) {
  const read = (file) => fs.readFileSync(file, 'utf8').replace(/\r/g, '');
  const ofStatutes = listStatutes(statutes).map(read);
  const ofReports = reports === undefined ? [] : listReports(reports).map(read);
  const texts = [...ofStatutes, ...ofReports.flatMap((text) => new Array(reportWeight).fill(text))];
  for (const text of texts)
    for (let at = 0; at < text.length; at++)
      if (isHan(text.charCodeAt(at)) && !lexicon.has(text[at])) lexicon.set(text[at], 1);
  const words = [...lexicon.keys()];
  const trie = new Trie();
  for (const [id, word] of words.entries()) trie.add(word, id);
  const size = words.length + 2;
  const special = { breakToken: words.length, figureToken: words.length + 1 };
  const general = [...lexicon.values()];
  const total = general.reduce((sum, count) => sum + count, 0);
  let logs = general.map((count) => Math.log(count / total));
  let singles = new Float64Array(size);
  const pairs = new Map();
  for (const isLast of [false, true]) {
    singles = new Float64Array(size);
    let seen = 0;
    for (const text of texts) {
      const tokens = tokensOf(text, trie, logs, special);
      for (let index = 0; index < tokens.length; index++) {
        singles[tokens[index]]++;
        seen++;
        if (!isLast || index === 0) continue;
        const key = tokens[index - 1] * size + tokens[index];
        pairs.set(key, (pairs.get(key) ?? 0) + 1);
      }
    }
    logs = general.map((count, id) => Math.log((0.5 * count) / total + (0.5 * singles[id]) / seen + 1e-12));
  }
  return {
    words,
    general,
    singles,
    pairs,
    size,
    special,
    statutes: ofStatutes.length,
    reports: ofReports.length,
  };
}
