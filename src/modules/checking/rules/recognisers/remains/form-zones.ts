/**
 * Where a document is a form to be filled in, or tells of people without their names: blanks and ×× belong there. Pure.
 */
import type { PublishedLine } from '../../published-lines.ts';

const attachmentHeading = /^[\s　]*附[件录表]\s?[\d一二三四五六七八九十]{0,3}[：:]?[\s　]*$/u;
const formTitle =
  /(?:申请|登记|审批|备案|报名|推荐|申报|调查|评审|评分|反馈|回执|承诺|委托|授权|协议|合同|告知|通知|决定|意见|裁定|判决|答复|凭证|证明|检测|自查)(?:单|表|书|函|卡|回执)?(?:（[^）]{1,10}）)?$|模板|样本|样式|样表|样张|格式|范本|文书|问卷|填[报表写](?:说明|示例)|回执|（样）|（式样）|例文/u;
const longestTitle = 36;

/** Of each line, whether it stands in a form: from the form's title to the next attachment. */
export function formLinesOf(lines: readonly PublishedLine[]): readonly boolean[] {
  let inside = false;
  let awaitsTitle = true;
  let isWhole = false;
  return lines.map(({ text }) => {
    const trimmed = text.trim();
    if (trimmed === '') return inside;
    if (attachmentHeading.test(text)) {
      inside = isWhole;
      awaitsTitle = true;
      return inside;
    }
    if (trimmed.length > longestTitle || /[。；]$/u.test(trimmed)) {
      awaitsTitle = false;
      return inside;
    }
    const isForm = formTitle.test(trimmed.replace(/[\s　《》]/gu, ''));
    const isNamedAttachment = /^附[件录表]/u.test(trimmed);
    // 关于印发…文书格式的通知 is a letter with forms behind it, not a form.
    if (
      isForm &&
      (awaitsTitle || isNamedAttachment) &&
      !/^关于|的(?:通知|公告|决定|意见|函|批复)$/u.test(trimmed)
    )
      inside = true;
    if (/示范文本|合同范本|文书样式|文书格式/u.test(trimmed) && !/的通知$/u.test(trimmed))
      isWhole = inside = true;
    return inside;
  });
}

/** Texts about cases leave names out on purpose: 张××, ××公司. */
export function tellsOfCases(text: string): boolean {
  return /典型案例|案情|涉案|被告|原告|曝光|以案|诈骗|冒充|自称|查处的?案例/u.test(text);
}
