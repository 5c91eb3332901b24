/** How well search ranks: judged questions against what both engines list first. Writes nothing. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { App } from '#kernel/app.ts';
import type { SearchEngineName } from '#kernel/search/search-index.ts';
import { installationRoot } from '#kernel/worker-entry.ts';
import { discountedGain } from '../rules/ranking.ts';

const depth = 10;

const judgementSchema = z.tuple([
  z.string().min(1),
  z.string().min(1),
  z.string().min(1),
  z.coerce.number().int().min(1).max(3),
]);

export interface JudgedQuestion {
  readonly question: string;
  /** Grade by `kind title`. */
  readonly grades: ReadonlyMap<string, number>;
}

const documentName = (kind: string, title: string) => `${kind} ${title}`;

/** Reads `question,kind,title,grade` with a heading; titles hold no comma of ASCII. */
export function readJudgements(text: string): JudgedQuestion[] {
  const byQuestion = new Map<string, Map<string, number>>();
  for (const line of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/u)
    .slice(1)) {
    if (line.trim() === '') continue;
    const [question, kind, title, grade] = judgementSchema.parse(line.split(','));
    const grades = byQuestion.get(question) ?? new Map<string, number>();
    byQuestion.set(question, grades.set(documentName(kind, title), grade));
  }
  return [...byQuestion].map(([question, grades]) => ({ question, grades }));
}

export interface MeasuredQuestion {
  readonly question: string;
  readonly memory: number;
  readonly sql: number;
}

export interface MeasuredRanking {
  readonly questions: readonly MeasuredQuestion[];
  /** Means over all questions. */
  readonly memory: number;
  readonly sql: number;
}

async function gainOf(
  app: Pick<App, 'search'>,
  { question, grades }: JudgedQuestion,
  engine: SearchEngineName,
): Promise<number> {
  const { documents } = await app.search.find(
    { text: question, audience: { kind: 'public' }, limit: depth },
    engine,
  );
  // Of several documents of one name the judgement counts once.
  const names = [...new Set(documents.map(({ kind, title }) => documentName(kind, title)))];
  const listed = names.map((name) => grades.get(name) ?? 0);
  return discountedGain(listed, [...grades.values()], depth);
}

/** Asks every judged question of both engines. Without bytes the judgements on the example county. */
export async function measureRanking(
  app: Pick<App, 'search'>,
  bytes: Uint8Array | undefined,
): Promise<MeasuredRanking> {
  const shipped = path.join(installationRoot(), 'data/search/judged-questions.csv');
  const text = new TextDecoder().decode(bytes ?? (await readFile(shipped)));
  const questions: MeasuredQuestion[] = [];
  for (const judged of readJudgements(text))
    questions.push({
      question: judged.question,
      memory: await gainOf(app, judged, 'memory'),
      sql: await gainOf(app, judged, 'sql'),
    });
  const mean = (values: readonly number[]) =>
    values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    questions,
    memory: mean(questions.map(({ memory }) => memory)),
    sql: mean(questions.map(({ sql }) => sql)),
  };
}

export function printRanking({ questions, memory, sql }: MeasuredRanking): string {
  const lines = questions.map((one) => `${one.memory.toFixed(3)}  ${one.sql.toFixed(3)}  ${one.question}`);
  return [
    `nDCG@${depth}：内存索引${memory.toFixed(3)}，数据库检索${sql.toFixed(3)}（${questions.length}个问题）`,
    '内存   数据库 问题',
    ...lines,
  ].join('\n');
}
