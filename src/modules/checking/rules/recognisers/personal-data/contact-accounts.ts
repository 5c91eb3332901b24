/** Mailboxes with public providers, WeChat and QQ accounts. Mailboxes of offices and accounts of the media are none. Pure. */
import { foldWidth } from './character-folding.ts';
import { leftOut } from './masking.ts';
import type { PersonalDatum } from './number-findings.ts';

/** Providers where people keep their own mailbox. */
const publicProviders =
  /^(?:163|126|yeah|188|qq|vip\.qq|foxmail|sina|vip\.sina|sohu|139|189|wo|21cn|tom|aliyun|gmail|hotmail|outlook|live|yahoo|icloud|vip\.163|vip\.126)\.(?:com|cn|net|com\.cn|cn\.com)$/u;
const officeHost = /\.(?:gov|edu|org|mil)(?:\.cn)?$/u;
/** The text around asks people to write: the mailbox serves an office even when a public provider keeps it. */
const officePurpose =
  /征求|意见|建议|反馈|报送|举报|投诉|监督|咨询|报名|投稿|应聘|办公室|单位邮箱|工作邮箱|办公邮箱|公开邮箱|局长信箱|受理|来信|函告|提交|申报|报至|发至|发送/u;
const ownPurpose = /本人|个人|私人|其邮箱|的(?:电子)?邮箱/u;

const atSign = /[@＠]|[（([]\s?(?:at|AT)\s?[）)\]]/gu;
const localEnd = /[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}\s?$/u;
const domainStart = /^\s?[A-Za-z0-9-]{1,40}(?:\s?\.\s?[A-Za-z0-9-]{2,20}){1,3}/u;
const longestSide = 64;

function mailDatum(
  start: number,
  end: number,
  local: string,
  severity: PersonalDatum['severity'],
): PersonalDatum {
  return {
    code: 'personalData.mail',
    start,
    end,
    reason: '个人电子邮箱。',
    suggestion: leftOut,
    ...(severity && { severity }),
    ...(/^1[3-9]\d{9}$/u.test(local) && { reason: '个人电子邮箱，名称就是手机号码。' }),
  };
}

/** Mailboxes of public providers; a hint where an office asks for letters. `listsPeople`: in a table of people. */
export function findMailboxes(text: string, listsPeople: (at: number) => boolean): readonly PersonalDatum[] {
  const found: PersonalDatum[] = [];
  for (const match of text.matchAll(atSign)) {
    const behind = match.index + match[0].length;
    const local = localEnd.exec(foldWidth(text.slice(Math.max(0, match.index - longestSide), match.index)));
    const domain = domainStart.exec(foldWidth(text.slice(behind, behind + longestSide)));
    if (local === null || domain === null) continue;
    const start = match.index - local[0].length;
    const end = behind + domain[0].length;
    const host = domain[0].replace(/\s/gu, '').toLowerCase();
    const around = text.slice(Math.max(0, start - 40), start) + text.slice(end, end + 12);
    const own = listsPeople(start) || ownPurpose.test(text.slice(Math.max(0, start - 12), start));
    // A mailbox of a company is personal when it is called so; one of an authority never.
    if (!publicProviders.test(host) && (!own || officeHost.test(host))) continue;
    found.push(
      mailDatum(start, end, local[0].trim(), !own && officePurpose.test(around) ? 'hint' : undefined),
    );
  }
  return found;
}

const chatLabel = /微信|薇信|wechat|weixin|(?<![a-z])vx|v信|qq|ＱＱ|扣扣/giu;
const chatAccount =
  /^\s?(?:号码?|帐号|账号|联系方式)?[\s:：为是（(]{0,3}([A-Za-z][-_A-Za-z0-9]{5,19}|[1-9][0-9]{4,10})(?![A-Za-z0-9@.]|[年月日元])/u;

/** WeChat and QQ accounts behind their label. */
export function findChatAccounts(text: string): readonly PersonalDatum[] {
  const found: PersonalDatum[] = [];
  for (const match of text.matchAll(chatLabel)) {
    const behind = match.index + match[0].length;
    const account = chatAccount.exec(foldWidth(text.slice(behind, behind + 36)));
    const isQq = /qq|ＱＱ|扣/iu.test(match[0]);
    // Accounts of WeChat begin with a letter, or are a QQ number; a short figure behind the word is something else.
    if (account === null || (!isQq && /^\d{1,6}$/u.test(account[1] ?? ''))) continue;
    const end = behind + account[0].length;
    found.push({
      code: 'personalData.chatAccount',
      start: end - (account[1] ?? '').length,
      end,
      reason: isQq ? '个人QQ号。' : '个人微信号。',
      suggestion: leftOut,
    });
  }
  return found;
}

const homePhone =
  /(?:(?:家庭|住宅|家中|家里)(?:固定)?电话|宅电)(?:号码)?[:：为是\s]{0,3}((?:0[0-9]{2,3}[-－\s]?)?[1-9][0-9]{6,7})(?![0-9])/gu;

/** Landlines of homes; those of offices are public. */
export function findHomePhones(text: string): readonly PersonalDatum[] {
  return [...text.matchAll(homePhone)].map((match) => {
    const end = match.index + match[0].length;
    const start = end - (match[1] ?? '').length;
    return { code: 'personalData.homePhone', start, end, reason: '住宅电话。', suggestion: leftOut };
  });
}
