/** The same documents in a PostgreSQL of its own: our search in the database, ts_rank over all hits, and two nodes on one database. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { systemActor } from '#kernel/actor.ts';
import { readConfig } from '#kernel/config.ts';
import { openApp } from '#kernel/open-app.ts';
import type { SearchDocument } from '#kernel/search/document.ts';
import { followSearchChanges } from '#kernel/search/follow-changes.ts';
import type { SearchPlan } from '#kernel/search/plan.ts';
import { findBySql } from '#kernel/search/sql/sql-engine.ts';
import { transact } from '#kernel/work.ts';

const batch = 500;
const marks = 20;

/** A node on that database. */
export async function openBenchNode(url: string) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-bench-'));
  const config = readConfig({ GONGKAI_DATA: folder, DATABASE_URL: url, GONGKAI_LOG_LEVEL: 'silent' });
  const opened = await openApp({ config, modules: [], log: pino({ level: 'silent' }) });
  return {
    ...opened,
    async close() {
      await opened.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type BenchNode = Awaited<ReturnType<typeof openBenchNode>>;

async function putDocuments({ app }: BenchNode, documents: readonly SearchDocument[]): Promise<void> {
  await transact(app, systemActor('bench'), async (work) => {
    for (const document of documents) work.putSearchDocument(document);
    work.audit({ action: 'bench.put', objectKind: 'document', objectId: '1', summary: '装入' });
  });
}

/** Writes all documents; returns the seconds it took. */
export async function loadDocuments(node: BenchNode, documents: Iterable<SearchDocument>): Promise<number> {
  const begun = performance.now();
  let page: SearchDocument[] = [];
  for (const document of documents) {
    page.push(document);
    if (page.length < batch) continue;
    await putDocuments(node, page);
    page = [];
  }
  if (page.length > 0) await putDocuments(node, page);
  await node.app.database.pool.query('analyze');
  return (performance.now() - begun) / 1000;
}

/** Our search in the database. */
export async function askOurSql({ app }: BenchNode, plan: SearchPlan): Promise<number> {
  return (await findBySql(app.database.read, plan)).total;
}

/** What everybody does first: ts_rank over all hits, the best twenty, and a count. No facets. */
export async function askTsRank({ app }: BenchNode, plan: SearchPlan): Promise<number> {
  const words = plan.must.flatMap(({ alternatives }) => alternatives.flatMap(({ tokens }) => tokens));
  const query = words.map((word) => `'${word}'`).join(' & ');
  await app.database.read.execute(
    sql`select object_id, ts_rank(words, ${query}::tsquery) as rank from search_text
        where words @@ ${query}::tsquery order by rank desc limit ${plan.limit}`,
  );
  const { rows } = await app.database.read.execute(
    sql`select count(*) as total from search_text where words @@ ${query}::tsquery`,
  );
  return Number(rows[0]?.total ?? 0);
}

/** Milliseconds from the commit on one node until another finds the document; several times. */
export async function timeOtherNode(url: string, document: SearchDocument): Promise<number[]> {
  const [writer, reader] = [await openBenchNode(url), await openBenchNode(url)];
  const end = followSearchChanges(reader);
  try {
    while (reader.app.search.state().standing !== 'ready')
      await new Promise((resolve) => setTimeout(resolve, 50));
    const lags: number[] = [];
    for (let time = 0; time < marks; time++) {
      const title = `新增第${1_000_000 + time}件`;
      await putDocuments(writer, [{ ...document, objectId: `lag${time}`, title }]);
      const begun = performance.now();
      for (;;) {
        const { total } = await reader.app.search.find(
          { text: String(1_000_000 + time), audience: { kind: 'public' } },
          'memory',
        );
        if (total > 0) break;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      lags.push(performance.now() - begun);
    }
    return lags.sort((left, right) => left - right);
  } finally {
    end();
    await reader.close();
    await writer.close();
  }
}
