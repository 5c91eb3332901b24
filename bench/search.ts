/**
 * Measures search: 100,000 made documents (`--documents 1000000` for more), questions of two or three words with exact total
 * and four facets, beside our search in the database and ts_rank on a PostgreSQL of its own, where one is installed
 * (`--without-postgres` leaves it out), and on real statutes where they lie beside the checkout.
 */
import { findPostgres, startPostgres } from '../scripts/postgres.mjs';
import {
  askedWords,
  type BuiltIndex,
  buildIndex,
  planOfWords,
  poolWords,
  questionKinds,
  type Timed,
  timeQuestions,
  type WordPools,
} from './parts/search/index-speed.ts';
import { readLaws } from './parts/search/law-documents.ts';
import { DocumentMaker } from './parts/search/made-documents.ts';
import {
  askOurSql,
  askTsRank,
  loadDocuments,
  openBenchNode,
  timeOtherNode,
} from './parts/search/postgres-speed.ts';

const seed = 20_261_120;
const asked = process.argv.indexOf('--documents');
const documentCount = asked === -1 ? 100_000 : Number(process.argv[asked + 1]);
const withPostgres = !process.argv.includes('--without-postgres');
const kindTitles = { frequent: '常见词', mixed: '混合', selective: '少见词' } as const;

const say = (line: string) => process.stdout.write(`${line}\n`);

function* makeDocuments(count: number) {
  const maker = new DocumentMaker(seed);
  for (let made = 0; made < count; made++) yield maker.make();
}

function sayTimed(name: string, { p50, p99, hits }: Timed): void {
  say(`  ${name}：p50 ${p50.toFixed(2)} ms，p99 ${p99.toFixed(2)} ms，平均命中 ${hits}`);
}

function sayBuilt(name: string, built: BuiltIndex): void {
  const rss = Math.round(process.memoryUsage().rss / 1e6);
  say(
    `${name}：${built.index.docCount} 份，${(built.signs / 1e6).toFixed(1)} 百万字，建索引 ${built.seconds.toFixed(1)} s` +
      `（处理器 ${built.processorSeconds.toFixed(1)} s），索引 ${built.megabytes.toFixed(0)} MB，进程 ${rss} MB`,
  );
}

async function timeIndex(built: BuiltIndex, pools: WordPools): Promise<void> {
  for (const kind of questionKinds) {
    if (pools.frequent.length === 0 || pools.selective.length === 0) continue;
    const plans = askedWords(kind, pools).map(planOfWords);
    sayTimed(kindTitles[kind], await timeQuestions(plans, (plan) => built.index.find(plan).total));
  }
}

async function timePostgres(pools: WordPools): Promise<void> {
  const cluster = await startPostgres();
  try {
    const node = await openBenchNode(cluster.url);
    const seconds = await loadDocuments(node, makeDocuments(documentCount));
    say(`\nPostgreSQL：装入并分词 ${seconds.toFixed(0)} s`);
    for (const kind of questionKinds) {
      const plans = askedWords(kind, pools).map(planOfWords).slice(0, 60);
      const ours = await timeQuestions(plans, (plan) => askOurSql(node, plan), 2);
      sayTimed(`本平台数据库检索（含分面）${kindTitles[kind]}`, ours);
      sayTimed(
        `ts_rank（不含分面）${kindTitles[kind]}`,
        await timeQuestions(plans, (plan) => askTsRank(node, plan), 2),
      );
    }
    await node.close();
    const lags = await timeOtherNode(cluster.url, new DocumentMaker(seed).make());
    say(
      `另一节点搜到新文件：中位 ${lags[lags.length >> 1]?.toFixed(0) ?? ''} ms，最长 ${lags.at(-1)?.toFixed(0) ?? ''} ms`,
    );
  } finally {
    await cluster.stop();
  }
}

const made = await buildIndex(makeDocuments(documentCount));
const pools = poolWords(made.index);
sayBuilt('合成文件', made);
await timeIndex(made, pools);

const laws = readLaws();
if (laws === undefined) say('\n没有找到法规语料，略过');
else
  for (const [name, documents] of [
    ['法规全文', laws.whole],
    ['法规条文', laws.articles],
  ] as const) {
    const built = await buildIndex(documents);
    sayBuilt(`\n${name}`, built);
    await timeIndex(built, poolWords(built.index));
  }

say('\nSQLite FTS5：Node.js 20 不带 node:sqlite，其他驱动须编译，未比较');
if (!withPostgres || findPostgres() === undefined) say('PostgreSQL：没有安装或者不比较，略过');
else await timePostgres(pools);
