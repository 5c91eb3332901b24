/**
 * Whether a document may go out only together with its interpretation. Pure; browser-safe. It judges the need, not the
 * quality of an interpretation.
 */

/** What a unit says a document is; null where it does not say. */
export type DocumentNature = 'normative' | 'other' | null;

export interface InterpretationVerdict {
  readonly isNeeded: boolean;
  /** A Chinese sentence. */
  readonly because: string;
  readonly article: string;
}

/** 国办发〔2016〕80号: interpretation is organised, signed and released in step with the document. */
const article = '国办发〔2016〕80号';

/** A title with one of these announces rules that bind the public. */
const normativeWord = /办法|规定|细则|实施意见/u;
/** These name rules without making any. */
const aboutOthers =
  /废止|失效|停止执行|清理|征求|听证|解读|(?:关于|的)(?:转发|学习|宣传|贯彻)|(?:按|依|按照|依照)规定/u;

/**
 * 国办发〔2016〕80号. The unit's own word that a document is normative decides for it; its word that it is not does not
 * outweigh the title, for that a leader gives a reason on record.
 */
export function needsInterpretation(document: {
  readonly title: string;
  readonly nature: DocumentNature;
}): InterpretationVerdict {
  const title = document.title.replace(/\s+/gu, '');
  if (document.nature === 'normative') {
    return { isNeeded: true, because: '起草单位认定为行政规范性文件，解读应当与文件同步发布。', article };
  }
  const about = aboutOthers.exec(title)?.[0];
  if (about !== undefined) {
    return { isNeeded: false, because: `标题写明“${about}”，本身没有制定新的规范。`, article };
  }
  const word = normativeWord.exec(title)?.[0];
  if (word !== undefined) {
    const because = `标题里有“${word}”，按行政规范性文件对待，解读应当与文件同步发布。`;
    return { isNeeded: true, because, article };
  }
  return { isNeeded: false, because: '从标题和文件性质看不属于行政规范性文件。', article };
}
