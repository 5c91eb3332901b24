/** `gongkai mail test`: hands a trial mail over at once and says what the server answered. */
import { z } from 'zod';
import type { AppCommandLine, CommandOutput } from '../command-line.ts';

export const mailTestCommand: AppCommandLine = {
  name: 'mail test',
  needs: 'app',
  summary: '发一封试信，说明邮件服务器的回答',
  operands: ['<address>'],
  options: [],
  help: `按 GONGKAI_SMTP_* 的配置立即发送，不经过队列。没有发出去时退出码为 2。

示例：
  gongkai mail test zhangsan@example.gov.cn`,
  async run(app, input): Promise<CommandOutput> {
    const { mailSettingsOf } = await import('../../mail/mail-settings.ts');
    const { composeMail } = await import('../../mail/compose-mail.ts');
    const { openSmtpConversation } = await import('../../mail/smtp.ts');
    const { smtpFaultWords } = await import('../../mail/smtp-fault-words.ts');
    const { newId } = await import('../../ids.ts');
    const refuse = (what: string, todo: string): CommandOutput => ({
      text: `✗ ${what}\n  处理办法：${todo}`,
      data: { sent: false, what },
      exitCode: 2,
    });
    const address = z.email().safeParse(input.operands[0]);
    if (!address.success) return refuse('邮箱地址写得不对', '请写成 name@example.cn 的样子');
    const settings = mailSettingsOf(app.config);
    if (settings === undefined) {
      return refuse('没有配置邮件', '请设置 GONGKAI_SMTP_URL 和 GONGKAI_SMTP_FROM，再重启服务');
    }
    const now = app.clock.now();
    const words = '这是“公开”平台的试信。收到它，说明邮件已经配好。';
    const composed = await composeMail({
      id: newId(now),
      from: settings.from,
      address: address.data,
      subject: '试信：邮件已经配好',
      text: `${words}\n`,
      html: `<!doctype html><html lang="zh-CN"><body><p>${words}</p></body></html>`,
      date: now,
    });
    try {
      input.say(`正在连接 ${settings.host}:${settings.port}`);
      const conversation = await openSmtpConversation(settings, input.signal);
      const told = await conversation
        .handOver({ ...composed, begin: async () => {} })
        .finally(conversation.close);
      switch (told.outcome) {
        case 'sent':
          return { text: `✓ 邮件服务器已收下（${told.replyCode}）。`, data: { sent: true, ...told } };
        case 'refused':
          return refuse(
            `邮件服务器拒收（${told.replyCode ?? '地址无效'}）`,
            '请核对收件地址和发件人是否允许',
          );
        case 'uncertain':
          return refuse(`内容交出后连接中断（${told.code}）`, '请看是否收到，再检查网络');
      }
    } catch (error) {
      const { what, todo } = smtpFaultWords(error);
      return refuse(`邮件服务器 ${settings.host}:${settings.port} 不可用：${what}`, todo);
    }
  },
};
