import { describe, expect, it } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import { findingsOfCase, readRecogniserCases } from '../../../testing/recogniser-cases.ts';
import { documentOfText } from '../../checked-document.ts';
import { bareContext, type CheckContext } from '../../recogniser.ts';
import { documentNumberRecogniser } from './recogniser.ts';

const unit = (name: string, code: string) => ({
  name,
  shortNames: [],
  issuingCodes: [{ code, validFrom: null, validUntil: null }],
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

  describe('a number cited behind a title', () => {
    const find = (text: string) =>
      documentNumberRecogniser
        .find(documentOfText(text), county)
        .map(({ code, text: marked, suggestion }) => [code, marked, suggestion]);

    it('must bear a code of the unit the title names', () => {
      expect(find('按照《望澜县财政局关于做好决算的通知》（望政办发〔2024〕3号）办理')).toEqual([
        ['documentNumber.unit', '望政办发', '望财发'],
      ]);
      expect(find('按照《望澜县财政局关于做好决算的通知》（望财发〔2024〕3号）办理')).toEqual([]);
    });

    it('takes the longest name, and any of several issuers', () => {
      const title = '《望澜县人民政府办公室 望澜县财政局关于做好决算的通知》';
      expect(find(`${title}（望财发〔2024〕3号）`)).toEqual([]);
      expect(find(`${title}（望政办发〔2024〕3号）`)).toEqual([]);
    });

    it('only hints at a code nobody registered, and is silent where the register cannot tell', () => {
      expect(find('《望澜县财政局关于做好决算的通知》（望财函〔2024〕3号）')).toEqual([
        ['documentNumber.unregistered', '望财函', '望财发'],
      ]);
      expect(find('《望澜县教育局关于招生的通知》（望教发〔2024〕3号）')).toEqual([]);
      expect(find('《沧岳市财政局关于做好决算的通知》（望财发〔2024〕3号）')).toEqual([]);
      expect(find('《沧岳市财政局 望澜县财政局关于做好决算的通知》（沧财〔2024〕3号）')).toEqual([]);
    });

    it('knows in which years a code was used', () => {
      const context: CheckContext = {
        ...bareContext,
        units: [
          {
            ...unit('望澜县财政局', '望财发'),
            issuingCodes: [
              { code: '望财字', validFrom: null, validUntil: dayOf('2020-06-01') },
              { code: '望财发', validFrom: dayOf('2020-06-01'), validUntil: null },
            ],
          },
        ],
      };
      const codes = (number: string) =>
        documentNumberRecogniser
          .find(documentOfText(`《望澜县财政局关于做好决算的通知》（${number}）`), context)
          .map(({ code }) => code);
      expect(codes('望财字〔2020〕3号')).toEqual([]);
      expect(codes('望财发〔2020〕3号')).toEqual([]);
      expect(codes('望财字〔2023〕3号')).toEqual(['documentNumber.codeDay']);
      expect(codes('望财发〔2018〕3号')).toEqual(['documentNumber.codeDay']);
    });
  });

  it('does not let a number be younger than its document', () => {
    const context = { ...bareContext, documentDay: dayOf('2024-03-05') };
    const find = (text: string) => documentNumberRecogniser.find(documentOfText(text), context);
    expect(find('依据国发〔2025〕3号').map((finding) => finding.code)).toEqual(['documentNumber.year']);
    expect(find('依据国发〔2024〕3号')).toEqual([]);
  });
});
