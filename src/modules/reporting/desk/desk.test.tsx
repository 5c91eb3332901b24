/** The form marks what was found at each cell, by sign and number; the findings say both sides and quote the text. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { checkReport } from '../rules/check-report.ts';
import { reportForm } from '../rules/report-form.ts';
import { givenCountyYear, reportOfValues } from '../testing/given-figures.ts';
import { findingsByCell } from './marked-cells.ts';
import { OfficialForm } from './official-form.tsx';
import { ReportFindings } from './report-findings.tsx';

const nothing = () => undefined;
const report = reportOfValues(
  { ...givenCountyYear(), 'requests.granted.total': 27, 'requests.partial.research': null },
  {
    sections: [
      {
        number: 1,
        title: '',
        paragraphs: [{ text: '今年共收到政府信息公开申请50件。', place: { line: 3 } }],
      },
    ],
  },
);
const findings = checkReport(report);

function drawn(open: readonly string[] = []) {
  return renderToStaticMarkup(
    <OfficialForm
      form={reportForm('requests', '2021')}
      report={report}
      marks={findingsByCell(findings)}
      open={new Set(open)}
      onOpen={nothing}
    />,
  );
}

describe('the official form', () => {
  it('draws 25 rows of seven figures under their printed labels', () => {
    const html = drawn();
    expect(html.match(/<td /gu)).toHaveLength(175);
    expect(html).toContain('四、结转下年度继续办理');
    expect(html).toContain('三、收到和处理政府信息公开申请情况');
  });

  it('marks the wrong total with the number of its finding and leaves an empty cell empty', () => {
    const html = drawn(['requests.granted.naturalPerson']);
    const cell = (key: string) =>
      new RegExp(`<td [^>]*data-cell="${key}"[^>]*>.*?</td>`, 'u').exec(html)?.[0] ?? '';
    expect(cell('requests.granted.total')).toContain('27，第2处问题');
    expect(cell('requests.granted.naturalPerson')).toContain('form-open');
    expect(cell('requests.partial.research')).toMatch(/title="未填，按0计算"[^>]*><\/td>/u);
  });
});

describe('the findings', () => {
  it('say both sides of the open one and quote the text', () => {
    const text = renderToStaticMarkup(<ReportFindings findings={findings} open={2} onOpen={nothing} />);
    expect(text).toContain('自然人20＋商业企业6＝<strong>26</strong>');
    expect(text).toContain('<mark>收到政府信息公开申请50件</mark>');
  });

  it('say so when nothing was found', () => {
    const text = renderToStaticMarkup(<ReportFindings findings={[]} open={undefined} onOpen={nothing} />);
    expect(text).toContain('勾稽关系全部成立');
  });
});
