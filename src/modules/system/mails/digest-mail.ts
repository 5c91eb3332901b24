/** The digest as a mail: plain words, and the same as quiet HTML that every mail reader shows. A function of finished parts. */
import { addDays, type Day } from '#kernel/day.ts';
import { dayDistanceWords, longDayWithWeekday, nearDay } from '#kernel/day-words.ts';
import { deskRoot } from '#kernel/http/address.ts';
import { type Digest, type DigestDuty, digestSubject } from '../rules/digest.ts';

export interface DigestPlace {
  /** 望澜县. */
  readonly siteName: string;
  readonly officerName: string;
  readonly today: Day;
  /** `https://open.example.cn` without a slash at the end; undefined when nobody said where the platform is reached. */
  readonly origin: string | undefined;
}

export interface DigestMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface Line {
  readonly text: string;
  readonly note: string;
  readonly address: string | undefined;
}

interface Part {
  readonly title: string;
  readonly note: string;
  readonly isLate: boolean;
  readonly lines: readonly Line[];
}

/** Lines a part has; the rest is counted. */
const mostLines = 12;

function lineOfDuty(duty: DigestDuty, today: Day): Line {
  const due =
    duty.due === null ? [] : [`${nearDay(duty.due, today)}到期（${dayDistanceWords(duty.due, today)}）`];
  return {
    text: duty.title,
    note: [...due, ...(duty.detail === null ? [] : [duty.detail])].join('；'),
    address: duty.address,
  };
}

function partsOf(digest: Digest, today: Day): Part[] {
  const duties = (title: string, list: readonly DigestDuty[], isLate = false): Part => ({
    title: `${title}（${list.length}件）`,
    note: '',
    isLate,
    lines: list.map((duty) => lineOfDuty(duty, today)),
  });
  return [
    duties('已经逾期', digest.late, true),
    duties(`7日内到期（至${nearDay(addDays(today, 7), today)}）`, digest.soon),
    duties('其他待办', digest.other),
    {
      title: `新通知（${digest.news.length}条）`,
      note: '',
      isLate: false,
      lines: digest.news.map(({ title, detail, address }) => ({ text: title, note: detail ?? '', address })),
    },
    ...digest.sections.map((section) => ({
      title: section.title,
      note: section.summary,
      isLate: false,
      lines: section.lines.map(({ text, address }) => ({ text, note: '', address })),
    })),
  ].filter(({ lines, note }) => lines.length > 0 || note !== '');
}

function restWords(part: Part): string {
  return part.lines.length > mostLines ? `另有${part.lines.length - mostLines}件，请在工作台查看。` : '';
}

function textOf(parts: readonly Part[], place: DigestPlace, link: (address: string) => string): string {
  const blocks = parts.map((part) =>
    [
      `【${part.title}】`,
      ...(part.note === '' ? [] : [part.note]),
      ...part.lines
        .slice(0, mostLines)
        .flatMap(({ text, note, address }) => [
          `- ${text}`,
          ...(note === '' ? [] : note.split('\n').map((words) => `  ${words}`)),
          ...(address === undefined || place.origin === undefined ? [] : [`  ${link(address)}`]),
        ]),
      ...[restWords(part)].filter((words) => words !== ''),
    ].join('\n'),
  );
  return [`${place.officerName}，您好。`, ...blocks, footWords(place, link).join('\n')].join('\n\n');
}

function footWords(place: DigestPlace, link: (address: string) => string): string[] {
  return place.origin === undefined
    ? ['请登录工作台办理。', '不想收到，或者改为每周一封，请在工作台的“邮件摘要”里设置。']
    : [`工作台：${link('/today')}`, `不想收到，或者改为每周一封：${link('/mail-digest')}`];
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}

const ink = '#1F2328';
const quiet = '#57606A';
const hairline = '#DAD6CC';
const indigo = '#1F4E79';
const seal = '#B4232A';

function htmlOfPart(part: Part, anchor: (text: string, address: string | undefined) => string): string {
  const head = `<tr><td style="padding:20px 0 6px;font-size:16px;font-weight:600;color:${part.isLate ? seal : ink}">${
    part.isLate ? '▲ ' : ''
  }${escapeHtml(part.title)}</td></tr>`;
  const note =
    part.note === ''
      ? ''
      : `<tr><td style="padding:0 0 6px;color:${quiet}">${escapeHtml(part.note)}</td></tr>`;
  const lines = part.lines
    .slice(0, mostLines)
    .map(
      ({ text, note: words, address }) =>
        `<tr><td style="padding:8px 0;border-top:1px solid ${hairline}">${anchor(text, address)}${
          words === ''
            ? ''
            : `<br><span style="color:${quiet};font-size:13px">${escapeHtml(words).replaceAll('\n', '<br>')}</span>`
        }</td></tr>`,
    );
  const rest = restWords(part);
  const more = rest === '' ? '' : `<tr><td style="padding:8px 0;color:${quiet}">${rest}</td></tr>`;
  return [head, note, ...lines, more].join('');
}

function htmlOf(parts: readonly Part[], place: DigestPlace, link: (address: string) => string): string {
  const anchor = (text: string, address: string | undefined) =>
    address === undefined || place.origin === undefined
      ? escapeHtml(text)
      : `<a href="${escapeHtml(link(address))}" style="color:${indigo}">${escapeHtml(text)}</a>`;
  const foot =
    place.origin === undefined
      ? footWords(place, link).map(escapeHtml).join('<br>')
      : `${anchor('打开工作台', '/today')}　${anchor('改为每周一封或者不再收到', '/mail-digest')}`;
  const font = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1"></head>',
    `<body style="margin:0;background:#FBFAF7;color:${ink};font-family:${font};font-size:15px;line-height:1.7">`,
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-top:3px solid ${seal}">`,
    '<tr><td align="center" style="padding:24px 12px">',
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:640px;background:#FFFFFF;border:1px solid ${hairline}">`,
    '<tr><td style="padding:24px 28px">',
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0">',
    `<tr><td style="font-size:20px;font-weight:600">${escapeHtml(place.siteName)}政务公开</td></tr>`,
    `<tr><td style="color:${quiet}">${escapeHtml(place.officerName)}，您好。今天是${longDayWithWeekday(place.today)}。</td></tr>`,
    ...parts.map((part) => htmlOfPart(part, anchor)),
    `<tr><td style="padding:24px 0 0;color:${quiet};font-size:13px">${foot}</td></tr>`,
    '</table></td></tr></table></td></tr></table></body></html>',
  ].join('\n');
}

/** Writes the mail of a digest. */
export function writeDigestMail(digest: Digest, place: DigestPlace): DigestMail {
  const parts = partsOf(digest, place.today);
  const link = (address: string) => `${place.origin ?? ''}${deskRoot}${address}`;
  return {
    subject: digestSubject(digest, place.siteName),
    text: textOf(parts, place, link),
    html: htmlOf(parts, place, link),
  };
}
