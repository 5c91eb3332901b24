/** What went wrong with the mail server, for the person who looks after it. Codes in, sentences out; never addresses. */
import { MailDelay } from './smtp.ts';

interface SmtpFaultWords {
  readonly what: string;
  readonly todo: string;
}

const byCode: Readonly<Record<string, SmtpFaultWords>> = {
  ENOTCONFIGURED: { what: '没有配置邮件', todo: '请设置 GONGKAI_SMTP_URL 和 GONGKAI_SMTP_FROM，再重启服务' },
  ECAFILE: { what: '读不到证书文件', todo: '请检查 GONGKAI_SMTP_CA 的路径和权限' },
  EDNS: { what: '找不到这台主机', todo: '请检查主机名和本机的 DNS' },
  ETIMEDOUT: {
    what: '没有回应',
    todo: '请检查端口、防火墙，以及加密方式是否与端口相符（587 用 starttls，465 用 tls）',
  },
  ESOCKET: { what: '连不上，或者证书不被信任', todo: '请检查主机、端口；使用自建证书时设置 GONGKAI_SMTP_CA' },
  ECONNECTION: { what: '连接被中断', todo: '请检查主机、端口和加密方式' },
  ETLS: { what: '加密协商失败', todo: '服务器不支持 STARTTLS 时，请改用 smtps:// 或 GONGKAI_SMTP_SECURITY' },
  EAUTH: {
    what: '用户名或密码不对',
    todo: '请检查 GONGKAI_SMTP_USER、GONGKAI_SMTP_PASSWORD，有的邮箱要用授权码',
  },
};

/** The words for a fault of the conversation. */
export function smtpFaultWords(error: unknown): SmtpFaultWords {
  if (!(error instanceof MailDelay)) return { what: '出现意外', todo: '请查看日志' };
  const known = byCode[error.code] ?? { what: error.code, todo: '请按代码查阅邮件服务器的说明' };
  return error.replyCode === undefined ? known : { ...known, what: `${known.what}（${error.replyCode}）` };
}
