/**
 * What belongs to the making of a paper and not to the paper: routing slips, opinions of those who signed, drafts left in
 * titles. Position decides; news of an 批示 and the words of meetings are left alone.
 */
import type { CheckedDocument } from '../checked-document.ts';
import type { Finding, FindingKind, Severity } from '../finding.ts';
import { findingOf, type Recogniser } from '../recogniser.ts';
import { type DocumentLine, isRunningText, linesWithSign } from './document-lines.ts';

const internalAffairs = '政府信息公开条例第十六条';

const kinds = {
  'internalRouting.slip': {
    class: 'internalRouting',
    severity: 'confirm',
    title: '内部签批材料',
    remedy: '换成正式印发的文本；签报、呈批、拟办、会签等过程材料不随文发布。',
    source: internalAffairs,
  },
  'internalRouting.opinion': {
    class: 'internalRouting',
    severity: 'confirm',
    title: '内部签批意见',
    remedy: '删去拟办、会签、批示等内部意见后再发布。',
    source: internalAffairs,
  },
  'internalRouting.draft': {
    class: 'internalRouting',
    severity: 'confirm',
    title: '过程稿标记',
    remedy: '核对是否为定稿；是定稿的，去掉标题和文件名中的稿次标记。',
    source: internalAffairs,
  },
} as const satisfies Readonly<Record<string, FindingKind>>;

type Mark = {
  readonly code: keyof typeof kinds;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  readonly severity?: Severity;
};

const slipNames =
  '(?:签报|呈批件|呈批表|呈批单|呈阅件|呈阅单|呈批笺|发文稿纸|发文稿笺|发文处理笺|发文处理单|发文审批单|发文呈批表|公文呈批单|收文处理笺|收文处理单|收文呈批表|文件处理笺|文件处理单|公文处理单|公文处理笺|公文会签单|文件会签单|办文单|来文处理单|文件传阅单|公文传阅单|传阅单|拟办单|阅批件|阅批单|批示件|批示抄清|领导批示件|领导批办单|抄告单|内部签报)';
/** The title of a slip: an office may stand before it, nothing but brackets behind. */
const aloneSlip = new RegExp(
  `^[《【]?[\\p{Script=Han}]{0,16}?${slipNames}[》】]?(?:[（(][^（）()]{0,12}[）)])?$`,
  'u',
);
const slipInName = new RegExp(`(?:${slipNames}|拟办意见|领导批示|会签)`, 'gu');

const opinionNames =
  '(?:拟办意见|拟办|承办处室拟办意见|办公室拟办意见|呈批意见|呈报意见|审签意见|签批意见|签发意见|阅办意见|传阅意见|批办意见|会签意见|会签单位|会签部门|会签|领导批示|领导批示意见|领导批阅|领导审批意见|主要领导批示|主要领导意见|分管领导批示|分管领导意见|分管领导审签|批示意见|批示内容|批示|核稿|核稿人|拟稿|拟稿人|拟稿单位|拟稿处室|承办处室|主办处室|办公室核稿|处室负责人核稿|秘书核稿)';
/** The number of a slip: 签报〔2026〕5号. */
const slipNumber = /^[\p{Script=Han}]{0,10}(?:签报|呈批|呈阅|签)[〔[［（(]\d{4}[〕\]］）)][ ]?第?\d{1,4}号$/u;
/** The label begins its line and something stands behind the colon. */
const opinionLine = new RegExp(`^[（(【]?${opinionNames}[】）)]?[ \\u3000]{0,4}[:：]`, 'u');
const opinionCell = new RegExp(`^(?:${opinionNames})$`, 'u');

const leader =
  '[\\p{Script=Han}]{0,8}?(?:同志|书记|省长|市长|县长|区长|镇长|局长|厅长|主任|科长|处长|秘书长|部长|领导|常委|主席)';
const submissions: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  {
    pattern: new RegExp(
      `(?:[请呈]|呈报|呈送|报请|呈请)${leader}(?:并)?(?:阅示|批示|审示|审定|审批|审阅|阅处|阅批|批阅|阅知|酌处|阅)(?=[。！；，,\\s]|$)`,
      'gu',
    ),
    reason: '呈请领导批阅的用语。',
  },
  {
    pattern:
      /(?:妥否|当否|可否|是否妥当|是否可行|以上意见妥否)[，,][ \u3000]?(?:呈)?请(?:领导)?(?:批示|审示|阅示|审定|核示|定夺)/gu,
    reason: '呈请批示的结束语。',
  },
  {
    pattern:
      /(?:^|[。；：:\s])拟(?:同意|请|转|由)[^。；\n]{0,30}(?:呈|请|报|转)[^。；\n]{0,12}(?:阅示|批示|审定|审示|审批|阅处|阅)(?=[。；\s]|$)/gu,
    reason: '拟办用语。',
  },
  {
    pattern:
      /^(?:同意|已阅|阅|拟同意|照办|请办公室办理|同意发布|同意印发|同意上报)[。！，,]?[ \u3000]{0,4}[\p{Script=Han}]{2,4}[ \u3000]{0,4}(?:\d{4}[.年/-])?\d{1,2}[.月/-]\d{1,2}日?$/gu,
    reason: '签批意见及签批人、日期。',
  },
];

/** Drafts that never leave the office; 征求意见稿 is published as such and is no remains. */
const draftNames =
  '(?:送审稿|报审稿|报批稿|呈批稿|代拟稿|会签稿|讨论稿|送签稿|审签稿|上会稿|待签稿|内部稿|校对稿|清样稿?|修改稿|初稿|未定稿|征求意见稿?\\d稿|第[一二三四五六七八九十\\d]{1,2}稿)';
const draftAtEnd = new RegExp(`[（(【\\[〔]${draftNames}[）)】\\]〕]$`, 'u');
const draftInName = new RegExp(draftNames, 'gu');
/** Titles stand at the head of a paper and of its annexes. */
const longestTitle = 60;

const hasOpenTitleMark = (text: string, at: number) =>
  text.lastIndexOf('《', at) > text.lastIndexOf('》', at);

function marksOfRunningLine(line: DocumentLine): readonly Mark[] {
  const { text, start, end } = line;
  if (text.length <= 40 && (aloneSlip.test(text) || slipNumber.test(text))) {
    return [{ code: 'internalRouting.slip', start, end, reason: '这是内部公文处理单据的标题。' }];
  }
  const label = opinionLine.exec(text);
  if (label !== null) {
    return [{ code: 'internalRouting.opinion', start, end, reason: '内部签批栏目及其内容。' }];
  }
  const draft = text.length <= longestTitle ? draftAtEnd.exec(text) : null;
  if (draft !== null && !hasOpenTitleMark(text, draft.index)) {
    const at = start + draft.index;
    return [
      {
        code: 'internalRouting.draft',
        start: at,
        end: at + draft[0].length,
        reason: '标题中留有过程稿标记。',
      },
    ];
  }
  if (!/[请呈报送批阅拟意]/u.test(text)) return [];
  for (const { pattern, reason } of submissions) {
    const [match] = text.matchAll(pattern);
    if (match !== undefined) {
      const at = start + match.index;
      return [{ code: 'internalRouting.opinion', start: at, end: at + match[0].length, reason }];
    }
  }
  return [];
}

function marksOfNameOrProperty(line: DocumentLine): readonly Mark[] {
  const where = line.kind === 'fileName' ? '文件名' : `文件属性“${line.label}”`;
  const of = (code: keyof typeof kinds, pattern: RegExp): readonly Mark[] =>
    [...line.text.matchAll(pattern)].map((match) => ({
      code,
      start: line.start + match.index,
      end: line.start + match.index + match[0].length,
      reason: `${where}带有“${match[0]}”。`,
    }));
  return [...of('internalRouting.slip', slipInName), ...of('internalRouting.draft', draftInName)];
}

function marksOfRoutingLine(line: DocumentLine): readonly Mark[] {
  if (line.kind === 'fileName' || line.kind === 'property') return marksOfNameOrProperty(line);
  if (line.kind === 'cell' || line.kind === 'hiddenCell') {
    const { start, end } = line;
    if (opinionCell.test(line.text)) {
      // A blank form may be published; what was written into it may not, and nobody can tell from the label alone.
      return [{ code: 'internalRouting.opinion', start, end, reason: '内部签批栏目。', severity: 'hint' }];
    }
    if (!opinionLine.test(line.text)) return [];
  }
  return marksOfRunningLine(line).map((mark) =>
    isRunningText(line.kind) || line.kind === 'cell'
      ? mark
      : { ...mark, reason: `${mark.reason}（不在正文中）` },
  );
}

/** Signs without which no mark of this recogniser exists. */
const anySign =
  /签[报批发]|呈|处理[笺单]|传阅|办文单|批[示办]|会签|拟[办稿同请转由]|核稿|阅[批办示处]|审[签示定阅]|审批单|清样|抄告单|处室|领导|稿|[妥当可]否|已阅|照办|同意/gu;

export const internalRoutingRecogniser: Recogniser = {
  name: 'internal-routing',
  kinds,
  find(document: CheckedDocument): readonly Finding[] {
    return linesWithSign(document, anySign)
      .flatMap(marksOfRoutingLine)
      .map((mark) =>
        findingOf(kinds, mark.code, { ...mark, text: document.text.slice(mark.start, mark.end) }),
      );
  },
};
