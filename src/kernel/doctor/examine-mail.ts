/** Whether mail can leave, and what did not arrive. */
import { and, count, eq, gte } from 'drizzle-orm';
import type { App } from '../app.ts';
import { mailSettingsOf } from '../mail/mail-settings.ts';
import { openSmtpConversation } from '../mail/smtp.ts';
import { smtpFaultWords } from '../mail/smtp-fault-words.ts';
import { mails } from '../mail/tables.ts';
import { type Finding, faulty, healthy, noteworthy } from './finding.ts';

const month = 30 * 86_400_000;

async function examineServer(app: App): Promise<Finding> {
  const settings = mailSettingsOf(app.config);
  if (settings === undefined) {
    return noteworthy(
      '没有配置邮件，提醒和摘要只在工作台显示',
      '需要时设置 GONGKAI_SMTP_URL 和 GONGKAI_SMTP_FROM',
    );
  }
  const server = `${settings.host}:${settings.port}`;
  try {
    const conversation = await openSmtpConversation(settings);
    conversation.close();
  } catch (error) {
    const { what, todo } = smtpFaultWords(error);
    return faulty(`邮件服务器 ${server} 不可用：${what}`, todo);
  }
  if (settings.security === 'none') {
    return noteworthy(`邮件服务器 ${server} 可用，但没有加密`, '经过网络时请改用 starttls 或 tls');
  }
  return healthy(`邮件服务器 ${server} 可用`);
}

/** Examines the mail server and the mails of the last month. */
export async function examineMail(app: App): Promise<Finding[]> {
  const since = new Date(app.clock.now().getTime() - month);
  const countOf = async (status: 'refused' | 'uncertain') => {
    const [row] = await app.database.read
      .select({ number: count() })
      .from(mails)
      .where(and(eq(mails.status, status), gte(mails.endedAt, since)));
    return row?.number ?? 0;
  };
  const findings = [await examineServer(app)];
  if (mailSettingsOf(app.config) !== undefined && app.config.GONGKAI_PUBLIC_URL === undefined) {
    findings.push(noteworthy('邮件里不会有链接', '请设置 GONGKAI_PUBLIC_URL，信里的事项才能点开'));
  }
  const refused = await countOf('refused');
  if (refused > 0) {
    findings.push(
      noteworthy(
        `30 天内有 ${refused} 封邮件被拒收`,
        '请在“设置—工作人员与角色”核对邮箱；改正后摘要会继续发送',
      ),
    );
  }
  const uncertain = await countOf('uncertain');
  if (uncertain > 0) {
    findings.push(
      noteworthy(
        `30 天内有 ${uncertain} 封邮件不确定是否送达`,
        '发送途中连接中断；没有重发，以免重复。经常出现时请检查网络',
      ),
    );
  }
  return findings;
}
