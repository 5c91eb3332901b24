/**
 * Documents for the measurements of search: 300 to 1,500 signs, two in five words of office from one of 15 themes (the few
 * frequent, the many rare), the others of daily life by their frequency. The same every time.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Day } from '#kernel/day.ts';
import { parseDay } from '#kernel/day.ts';
import type { SearchDocument } from '#kernel/search/document.ts';
import { type Random, randomOfSeed } from '../checking/planted-set.ts';

const themes = '就业 教育 卫生 农业 财政 环保 住房 交通 民政 安全 市场 文旅 水利 科技 法治'.split(' ');
const kinds = ['policy', 'notice', 'news', 'answer', 'task'];
const unitCount = 60;
const officeShare = 0.4;

function readOfficeWords(): string[] {
  const file = path.join(import.meta.dirname, '../../../data/checking/typos/own-words.txt');
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  return lines
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(/\s+/))
    .filter((word) => word !== '');
}

/** Words with the sum of the counts up to them. */
function readDailyWords(): { readonly words: string[]; readonly sums: Float64Array } {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@node-rs/jieba/package.json'));
  const rows = fs
    .readFileSync(path.join(folder, 'dict.txt'), 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([word = '', count = '']) => word.length >= 2 && Number(count) >= 20);
  let sum = 0;
  const sums = Float64Array.from(rows, ([, count]) => (sum += Number(count)));
  return { words: rows.map(([word = '']) => word), sums };
}

const two = (number: number) => String(number).padStart(2, '0');

/** Makes documents one after the other. */
export class DocumentMaker {
  readonly #random: Random;
  readonly #byTheme: string[][];
  readonly #daily = readDailyWords();
  #made = 0;

  constructor(seed: number) {
    this.#random = randomOfSeed(seed);
    const words = readOfficeWords();
    this.#byTheme = themes.map((_, theme) => words.filter((_word, index) => index % themes.length === theme));
  }

  #below(limit: number): number {
    return Math.floor(this.#random.fraction() * limit);
  }

  #dailyWord(): string {
    const { words, sums } = this.#daily;
    const wanted = this.#random.fraction() * (sums.at(-1) ?? 0);
    let low = 0;
    let high = sums.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? '';
  }

  /** The few frequent, the many rare (Zipf). */
  #officeWord(theme: number): string {
    const words = this.#byTheme[this.#random.fraction() < 0.8 ? theme : this.#below(themes.length)] ?? [];
    return words[Math.floor(words.length ** this.#random.fraction()) - 1] ?? '';
  }

  #text(theme: number, length: number): string {
    let text = '';
    for (let inSentence = 0; text.length < length; inSentence++) {
      text += this.#random.fraction() < officeShare ? this.#officeWord(theme) : this.#dailyWord();
      if (inSentence > 8 && this.#random.fraction() < 0.2) {
        text += '。';
        inSentence = 0;
      }
    }
    return text;
  }

  make(): SearchDocument {
    const id = this.#made++;
    const theme = this.#below(themes.length);
    const year = 2016 + this.#below(11);
    const day: Day | undefined = parseDay(`${year}-${two(1 + this.#below(12))}-${two(1 + this.#below(28))}`);
    return {
      kind: kinds[this.#below(kinds.length)] ?? '',
      objectId: String(id),
      title: this.#text(theme, 12 + this.#below(14)),
      body: this.#text(theme, 300 + this.#below(1200)),
      unitName: `第${this.#below(unitCount)}单位`,
      ...(day === undefined ? {} : { day }),
      facets: { theme: [themes[theme] ?? ''] },
      address: `/documents/${id}`,
      isPublic: true,
    };
  }
}
