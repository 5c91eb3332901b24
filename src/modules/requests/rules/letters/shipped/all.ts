/** The shipped text of every kind of letter, and the articles a step rests on. Data only. */
import type { LetterKind } from '../letter-kinds.ts';
import * as closings from './closings.ts';
import * as replies from './replies.ts';
import * as steps from './steps.ts';

/** What a county uses until it sets its own text. */
export const shippedTemplates: Readonly<Record<LetterKind, string>> = {
  ...steps,
  ...replies,
  ...closings,
};

/** Articles of letters that are no answer; an answer cites those of its leaf. */
export const stepArticles: Readonly<Partial<Record<LetterKind, readonly string[]>>> = {
  correctionNotice: ['政府信息公开条例第三十条'],
  thirdPartyConsultation: ['政府信息公开条例第十五条', '政府信息公开条例第三十二条'],
  jointAgencyConsultation: ['政府信息公开条例第三十四条'],
  extensionNotice: ['政府信息公开条例第三十三条第二款'],
  reasonsRequest: ['政府信息公开条例第三十五条'],
  longerPeriodNotice: ['政府信息公开条例第三十五条'],
  feeNotice: ['政府信息公开条例第四十二条', '政府信息公开信息处理费管理办法（国办函〔2020〕109号）'],
  thirdPartyPublicationNotice: ['政府信息公开条例第十五条', '政府信息公开条例第三十二条'],
};
