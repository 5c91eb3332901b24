/** The application's side: database, audit, jobs, files, calendar. Runs where the application runs. */
import { and, count, eq, isNotNull, isNull, lt, min } from 'drizzle-orm';
import { z } from 'zod';
import type { App } from '../app.ts';
import { verifyAuditChain } from '../audit/audit.ts';
import { beijingDayOf } from '../clock.ts';
import { monthOf, yearOf } from '../day.ts';
import { storedFiles } from '../files/tables.ts';
import { lastTickBy } from '../jobs/recurring.ts';
import { listRecurringJobs } from '../jobs/runner.ts';
import { jobs, recurringJobs } from '../jobs/tables.ts';
import { examineMail } from './examine-mail.ts';
import { type Finding, faulty, healthy, noteworthy } from './finding.ts';

const hour = 3_600_000;
const serverSchema = z.array(
  z.object({ version: z.coerce.number(), encoding: z.string(), now: z.coerce.date() }),
);

async function examineDatabase(app: App): Promise<Finding[]> {
  const { rows } = await app.database.pool.query(
    `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding,
            clock_timestamp()::text as now`,
  );
  const [server] = serverSchema.parse(rows);
  if (server === undefined) return [faulty('数据库没有回答版本', '请检查 DATABASE_URL')];
  if (app.database.kind === 'embedded') return [healthy('内嵌数据库可用')];
  const findings: Finding[] = [];
  const major = Math.floor(server.version / 10_000);
  findings.push(
    major >= 15
      ? healthy(`PostgreSQL ${major} 可用`)
      : faulty(`PostgreSQL ${major} 过旧`, '请升级到 15 或更新版本'),
  );
  if (server.encoding !== 'UTF8') {
    findings.push(faulty(`数据库编码是 ${server.encoding}`, '请用 UTF8 编码重新建库并恢复备份'));
  }
  const skew = Math.abs(server.now.getTime() - app.clock.now().getTime());
  if (skew > 30_000) {
    findings.push(
      faulty(`本机时钟与数据库相差 ${Math.round(skew / 1000)} 秒`, '请在所有机器上启用时间同步（NTP）'),
    );
  }
  return findings;
}

async function examineAudit(app: App): Promise<Finding> {
  const verdict = await verifyAuditChain(app.database.read);
  return verdict.intact
    ? healthy(`审计链完整，共 ${verdict.entries} 条`)
    : faulty(
        `审计链在第 ${verdict.seq} 条断开：${verdict.reason}`,
        '请保留现场，与最近的备份核对，并报告安全管理员和审计员',
      );
}

async function examineJobs(app: App): Promise<Finding[]> {
  const db = app.database.read;
  const findings: Finding[] = [];
  const failed = await db
    .select({ kind: jobs.kind, number: count() })
    .from(jobs)
    .where(isNotNull(jobs.failedAt))
    .groupBy(jobs.kind);
  for (const { kind, number } of failed) {
    findings.push(
      faulty(`${number} 个后台任务（${kind}）多次失败后停下`, '请在“设置—后台任务”查看原因，排除后重试'),
    );
  }
  const now = app.clock.now();
  const [late] = await db
    .select({ number: count(), since: min(jobs.runAt) })
    .from(jobs)
    .where(
      and(
        isNull(jobs.doneAt),
        isNull(jobs.failedAt),
        isNull(jobs.lockedUntil),
        lt(jobs.runAt, new Date(now.getTime() - hour)),
      ),
    );
  if (late !== undefined && late.number > 0) {
    findings.push(
      faulty(`${late.number} 个后台任务到期一小时仍未执行`, '请确认服务正在运行，并且所有节点的程序版本相同'),
    );
  }
  for (const recurring of listRecurringJobs(app)) {
    const tick = lastTickBy(recurring.pattern, now);
    const [progress] = await db.select().from(recurringJobs).where(eq(recurringJobs.name, recurring.name));
    if (tick === undefined || progress === undefined || progress.doneThrough >= tick) continue;
    if (now.getTime() - tick.getTime() < hour) continue;
    findings.push(
      noteworthy(`定期任务 ${recurring.name} 有一次尚未完成`, '服务运行时会自动补做；持续出现时请查看日志'),
    );
  }
  return findings.length > 0 ? findings : [healthy('后台任务都已按时完成')];
}

async function examineFiles(app: App, say: (line: string) => void): Promise<Finding> {
  const rows = await app.database.read
    .selectDistinct({ sha256: storedFiles.sha256 })
    .from(storedFiles)
    .orderBy(storedFiles.sha256);
  const missing: string[] = [];
  for (const [index, { sha256 }] of rows.entries()) {
    if (index > 0 && index % 1000 === 0) say(`已核对 ${index} / ${rows.length} 个文件`);
    if (!(await app.files.has(sha256))) missing.push(sha256);
  }
  const named = missing.slice(0, 5).map((sha256) => sha256.slice(0, 12));
  return missing.length === 0
    ? healthy(
        `文件存储（${app.files.kind === 's3' ? '对象存储' : '本机目录'}）齐全，共 ${rows.length} 个文件`,
      )
    : faulty(
        `文件存储缺少 ${missing.length} 个文件的内容（${named.join('、')}…）`,
        '请从备份恢复文件目录，或检查对象存储的配置',
      );
}

async function examineCalendar(app: App): Promise<Finding> {
  const { through } = await app.calendar();
  const today = beijingDayOf(app.clock.now());
  const remedy = '国务院办公厅发布放假通知后，请在“设置—工作日历”导入；在此之前到期日会标明“暂定”';
  if (through < today) return faulty(`工作日历只到 ${through}`, remedy);
  // The notice for the next year comes out in November.
  if (monthOf(today) >= 11 && yearOf(through) === yearOf(today)) {
    return noteworthy(`工作日历只到 ${through}，还没有明年的放假安排`, remedy);
  }
  return healthy(`工作日历到 ${through}`);
}

/** Examines the application and what it keeps. */
export async function examineApp(app: App, say: (line: string) => void): Promise<Finding[]> {
  return [
    ...(await examineDatabase(app)),
    await examineAudit(app),
    ...(await examineJobs(app)),
    await examineFiles(app, say),
    await examineCalendar(app),
    ...(await examineMail(app)),
  ];
}
