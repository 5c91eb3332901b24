/**
 * Writes `data/checking/laws/laws.csv` and `repealed-by-text.csv` from a folder of statutes as Markdown:
 * `node scripts/build-law-index.mjs FOLDER`. Only facts are taken: titles, days, numbers of articles, and which
 * title a statute itself says it ends.
 */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { root } from './build.mjs';

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('usage: node scripts/build-law-index.mjs FOLDER\n');
  process.exit(2);
}

const kinds = [
  [/^宪法$/, 'constitution'],
  [/^(宪法相关法|刑法|民法典|民法商法|社会法|经济法|行政法|诉讼与非诉讼程序法)$/, 'law'],
  [/^行政法规$/, 'administrativeRegulation'],
  [/^司法解释$/, 'judicialInterpretation'],
  [/^部门规章$/, 'departmentalRule'],
  [/^DLC$/, 'localRegulation'],
];

const digits = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** 一千二百六十 → 1260. */
function readNumber(words) {
  let total = 0;
  let digit = 0;
  for (const sign of words) {
    if (sign in digits) digit = digits[sign];
    else {
      total += (digit === 0 ? 1 : digit) * { 十: 10, 百: 100, 千: 1000 }[sign];
      digit = 0;
    }
  }
  return total + digit;
}

const dayOf = (year, month, day) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
const days = (text) =>
  [...text.matchAll(/(\d{4})年(\d{1,2})月(\d{1,2})日/g)].map((match) => dayOf(match[1], match[2], match[3]));

function listFiles(at) {
  return fs.readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(at, entry.name);
    return entry.isDirectory() ? listFiles(full) : full.endsWith('.md') ? [full] : [];
  });
}

/** Blanks inside Chinese titles and variant brackets are the collection's, not the title's. */
const tidyTitle = (title) =>
  title
    .replace(/[\s\u3000]+/gu, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/[〈<]/g, '《')
    .replace(/[〉>]/g, '》');

function readStatute(file) {
  const [top = ''] = path.relative(folder, file).split(path.sep);
  const kind = kinds.find(([pattern]) => pattern.test(top))?.[1];
  const text = fs.readFileSync(file, 'utf8');
  const heading = /^# (.+)$/m.exec(text)?.[1];
  if (kind === undefined || heading === undefined || path.basename(file) === '_index.md') return undefined;
  const [head = '', ...rest] = text.split('<!-- INFO END -->');
  const body = rest.join('');
  const title = tidyTitle(heading);
  // A decision on an amendment and a list of cases have no articles anybody cites by this title.
  if (/修改.+的决定|^关于.+的批复$|指导.*案例|修正案/u.test(title)) return undefined;
  const articles = [...body.matchAll(/^第([零〇一二两三四五六七八九十百千]+)条(?!之)/gmu)].map((match) =>
    readNumber(match[1]),
  );
  const inForce = /(\d{4})年(\d{1,2})月(\d{1,2})日\s*施行/u.exec(head);
  const named = /\((\d{4}-\d{2}-\d{2})\)\.md$/u.exec(file)?.[1];
  const selfSaid = /自(\d{4})年(\d{1,2})月(\d{1,2})日起施行/u.exec(body.slice(-600));
  // The Code lies in seven files, one for each book; it has one day.
  const from =
    title === '中华人民共和国民法典'
      ? '2021-01-01'
      : inForce
        ? dayOf(inForce[1], inForce[2], inForce[3])
        : (named ??
          days(head).sort().at(-1) ??
          (selfSaid ? dayOf(selfSaid[1], selfSaid[2], selfSaid[3]) : ''));
  const ended = [];
  for (const match of body.slice(-1500).matchAll(/[^。\n]*同时废止/gu)) {
    if (!selfSaid) continue;
    for (const one of match[0].matchAll(/《([^《》]{4,60})》(?!第|中|的有关|有关|关于|规定的|修正|修改)/gu)) {
      const gone = tidyTitle(one[1]);
      if (gone.replace(/^中华人民共和国/u, '') !== title.replace(/^中华人民共和国/u, ''))
        ended.push({ title: gone, on: dayOf(selfSaid[1], selfSaid[2], selfSaid[3]), by: title, kind });
    }
  }
  return from === '' ? undefined : { title, kind, from, articles: Math.max(0, ...articles), ended };
}

const order = kinds.map(([, kind]) => kind);
const byTitle = new Map();
const ended = [];
for (const file of listFiles(folder)) {
  const statute = readStatute(file);
  if (statute === undefined) continue;
  ended.push(...statute.ended);
  const entry = byTitle.get(statute.title) ?? { kind: statute.kind, versions: new Map() };
  const known = entry.versions.get(statute.from) ?? 0;
  entry.versions.set(statute.from, Math.max(known, statute.articles));
  byTitle.set(statute.title, entry);
}

const collator = (left, right) => (left < right ? -1 : left > right ? 1 : 0);
const lawRows = [...byTitle]
  .sort(
    ([left, one], [right, other]) =>
      order.indexOf(one.kind) - order.indexOf(other.kind) || collator(left, right),
  )
  .map(([title, { kind, versions }]) => {
    const list = [...versions]
      .sort(([left], [right]) => collator(left, right))
      .map(([from, count]) => `${from}:${count}`);
    return `${title},${kind},${list.join(' ')}`;
  });
/** A title that lived on in a later version was not ended for good. */
function lastVersionOf(title) {
  const entries = [byTitle.get(title), byTitle.get(`中华人民共和国${title}`)];
  return (
    entries
      .flatMap((entry) => [...(entry?.versions.keys() ?? [])])
      .sort()
      .at(-1) ?? ''
  );
}
const national = new Set(['constitution', 'law', 'administrativeRegulation', 'judicialInterpretation']);
const endedRows = ended
  .filter(({ kind, title, on }) => national.has(kind) && on > lastVersionOf(title))
  .sort((left, right) => collator(left.title, right.title) || collator(left.on, right.on))
  .map(({ title, on, by }) => `${title},${on},${by}`);
const target = path.join(root, 'data/checking/laws');
fs.writeFileSync(path.join(target, 'laws.csv'), `title,kind,versions\n${lawRows.join('\n')}\n`);
fs.writeFileSync(
  path.join(target, 'repealed-by-text.csv'),
  `title,on,by\n${[...new Set(endedRows)].join('\n')}\n`,
);
process.stdout.write(`${lawRows.length} titles, ${new Set(endedRows).size} repeals\n`);
