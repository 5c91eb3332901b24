/**
 * What stays in a file beside what it shows: tracked changes, comments, hidden parts, earlier states, macros, parts nobody
 * could read, properties of an older draft. One finding for each kind of thing, at the first of its kind.
 */
import type { CheckedDocument, CheckedPart, FileRemark, PartKind } from '../checked-document.ts';
import type { Finding, FindingClass, FindingKind, Severity } from '../finding.ts';
import { findingOf, type Recogniser } from '../recogniser.ts';

const examination = '政府信息公开条例第十七条（公开前审查）';

function kindOf(faultClass: FindingClass, severity: Severity, title: string, remedy: string): FindingKind {
  return { class: faultClass, severity, title, remedy, source: examination };
}

const kinds = {
  'remains.trackedChanges': kindOf(
    'remains',
    'block',
    '未接受的修订',
    '在原软件中接受或拒绝全部修订后另存。',
  ),
  'remains.comments': kindOf('remains', 'block', '批注', '在原软件中删除全部批注后另存。'),
  'remains.hiddenText': kindOf(
    'remains',
    'confirm',
    '看不见的文字',
    '删除看不见的文字（隐藏、与底色同色、极小、在页面以外或者被遮住）后另存。',
  ),
  'remains.hiddenSheet': kindOf(
    'remains',
    'confirm',
    '隐藏的工作表',
    '删除不公开的工作表；应当公开的取消隐藏。',
  ),
  'remains.hiddenRows': kindOf(
    'remains',
    'confirm',
    '隐藏的行或列',
    '删除不公开的行、列；应当公开的取消隐藏。',
  ),
  'remains.croppedPicture': kindOf(
    'remains',
    'hint',
    '裁剪过的图片',
    '用“压缩图片—删除裁剪区域”处理后另存。',
  ),
  'remains.earlierRevision': kindOf(
    'remains',
    'confirm',
    '先前版本',
    '重新导出为新的 PDF，不要在原文件上追加保存。',
  ),
  'remains.macro': kindOf('remains', 'confirm', '宏或脚本', '另存为不含宏的格式。'),
  'remains.propertyTitle': kindOf('remains', 'hint', '文档属性与正文不符', '更正或清除文档属性中的标题。'),
  'remains.machinePath': kindOf(
    'remains',
    'hint',
    '内部路径',
    '清除文档属性、链接和域代码中的本机或内网路径。',
  ),
  'unreadable.embeddedFile': kindOf(
    'unreadable',
    'confirm',
    '嵌入的文件',
    '取出嵌入的文件单独检测；不公开的删除。',
  ),
  'unreadable.page': kindOf(
    'unreadable',
    'confirm',
    '没有文字的页',
    '人工核对这些页；有电子原件的换用原件。',
  ),
  'unreadable.picture': kindOf('unreadable', 'hint', '图片', '人工核对图片中的文字。'),
  'unreadable.part': kindOf(
    'unreadable',
    'confirm',
    '没有读取的部分',
    '人工核对，或用原软件打开后另存再检测。',
  ),
} as const satisfies Readonly<Record<string, FindingKind>>;

type Code = keyof typeof kinds;

const codesOfRemarks: Readonly<Record<FileRemark['code'], Code>> = {
  trackedChanges: 'remains.trackedChanges',
  comments: 'remains.comments',
  hiddenText: 'remains.hiddenText',
  hiddenSheet: 'remains.hiddenSheet',
  hiddenRows: 'remains.hiddenRows',
  pageWithoutText: 'unreadable.page',
  pictureWithoutText: 'unreadable.picture',
  croppedPicture: 'remains.croppedPicture',
  earlierRevision: 'remains.earlierRevision',
  embeddedFile: 'unreadable.embeddedFile',
  macro: 'remains.macro',
  unreadablePart: 'unreadable.part',
};
/** Parts that hold what a remark speaks of. */
const partsOfRemarks: Readonly<Partial<Record<FileRemark['code'], readonly PartKind[]>>> = {
  trackedChanges: ['deletedText'],
  comments: ['comment'],
  hiddenText: ['hiddenText', 'hiddenCell'],
  hiddenSheet: ['hiddenCell'],
  hiddenRows: ['hiddenCell', 'hiddenText'],
  earlierRevision: ['earlierRevision'],
};

const longestQuote = 40;
/** Units of the opening in which a title is looked for. */
const opening = 4_000;
const machinePath =
  /(?<![A-Za-z])[A-Z]:\\[^\s"<>|]{2,200}|\\\\[\w.-]{2,60}\\[^\s"<>|]{1,200}|file:\/{2,3}[^\s"]{2,200}/gu;

const squeezed = (text: string) => text.replace(/[\s\p{P}]/gu, '');

function findingOfRemark(document: CheckedDocument, remark: FileRemark): Finding {
  const code = codesOfRemarks[remark.code];
  const wanted = partsOfRemarks[remark.code] ?? [];
  const part = document.parts.find((one) => wanted.includes(one.kind) && one.end > one.start);
  if (part === undefined)
    return findingOf(kinds, code, {
      text: '',
      start: 0,
      end: 0,
      reason: remark.sentence,
      place: remark.place,
    });
  const end = Math.min(part.end, part.start + longestQuote);
  const text = document.text.slice(part.start, end);
  return findingOf(kinds, code, { text, start: part.start, end, reason: remark.sentence });
}

/** A title among the properties that stands nowhere in the opening of the document and is not its file's name. */
function findStrayTitle(document: CheckedDocument): Finding[] {
  const shown = document.parts.filter(({ kind }) => kind === 'body' || kind === 'heading' || kind === 'cell');
  const begins = squeezed(
    document.text.slice(shown[0]?.start ?? 0, shown.at(-1)?.end ?? 0).slice(0, opening),
  );
  const name = document.parts.find(({ kind }) => kind === 'fileName');
  const names = name === undefined ? '' : squeezed(document.text.slice(name.start, name.end));
  return document.parts
    .filter(({ kind, label }) => kind === 'property' && label === '标题')
    .flatMap(({ start, end }: CheckedPart) => {
      const text = document.text.slice(start, end);
      const title = squeezed(text);
      const isTold = title.length < 4 || begins.includes(title) || names.includes(title);
      if (shown.length === 0 || isTold || !/\p{Script=Han}{4}/u.test(title)) return [];
      const reason = '文档属性中的标题在正文开头和文件名中都没有，可能是旧稿遗留';
      return [findingOf(kinds, 'remains.propertyTitle', { text, start, end, reason })];
    });
}

function findMachinePaths(document: CheckedDocument): Finding[] {
  return document.parts
    .filter(({ kind }) => kind === 'property' || kind === 'pictureName')
    .flatMap((part) =>
      [...document.text.slice(part.start, part.end).matchAll(machinePath)].map((match) => {
        const start = part.start + match.index;
        const reason = `${part.label ?? '图片名称'}中有本机或内网路径，会暴露用户名和内部目录`;
        return findingOf(kinds, 'remains.machinePath', {
          text: match[0],
          start,
          end: start + match[0].length,
          reason,
        });
      }),
    );
}

export const fileRemains: Recogniser = {
  name: 'file-remains',
  kinds,
  find: (document) => [
    ...document.remarks.map((remark) => findingOfRemark(document, remark)),
    ...findStrayTitle(document),
    ...findMachinePaths(document),
  ],
};
