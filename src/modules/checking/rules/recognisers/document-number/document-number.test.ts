import { describe, expect, it } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import { findingsOfCase, readRecogniserCases } from '../../../testing/recogniser-cases.ts';
import { documentOfText } from '../../checked-document.ts';
import { bareContext, type CheckContext } from '../../recogniser.ts';
import { documentNumberRecogniser } from './recogniser.ts';

const unit = (name: string, code: string) => ({
  name,
  shortNames: [],
  issuingCodes: [code],
  activeFrom: null,
  activeUntil: null,
});
const county: CheckContext = {
  ...bareContext,
  units: [unit('望澜县人民政府办公室', '望政办发'), unit('望澜县财政局', '望财发')],
};

describe('document numbers', () => {
  it.each(
    readRecogniserCases(new URL('../cases/document-number.csv', import.meta.url)).map((one) => ({ ...one })),
  )('$title', (one) => {
    expect(findingsOfCase(documentNumberRecogniser, one)).toEqual(one.expected);
  });

  it('knows the codes of the county and a confused character in them', () => {
    const found = documentNumberRecogniser.find(documentOfText('按照望政办法〔2024〕3号办理'), county);
    expect(found.map(({ code, suggestion }) => [code, suggestion])).toEqual([
      ['documentNumber.code', '望政办发'],
    ]);
  });

  it('reports a number whose code belongs to another unit than the one that signs', () => {
    const paper = (signer: string) =>
      documentOfText(`望财发〔2024〕3号\n关于做好决算公开的通知\n请认真执行。\n${signer}\n2024年3月5日`);
    const codes = (signer: string) =>
      documentNumberRecogniser.find(paper(signer), county).map((finding) => finding.code);
    expect(codes('望澜县人民政府办公室')).toEqual(['documentNumber.unit']);
    expect(codes('望澜县财政局')).toEqual([]);
    expect(codes('望澜县教育局')).toEqual([]);
  });

  it('does not let a number be younger than its document', () => {
    const context = { ...bareContext, documentDay: dayOf('2024-03-05') };
    const find = (text: string) => documentNumberRecogniser.find(documentOfText(text), context);
    expect(find('依据国发〔2025〕3号').map((finding) => finding.code)).toEqual(['documentNumber.year']);
    expect(find('依据国发〔2024〕3号')).toEqual([]);
  });
});
