/** 年报核对: a report's file is dropped, its tables are drawn as the official form with what was found at each cell. */
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { FileDrop } from '#desk/components/file-drop/file-drop.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { type CheckedReport, reportFileLimit } from '../contract/checked-report.ts';
import { reportTables } from '../law/cells.ts';
import { layoutOfReport } from '../rules/annual-report.ts';
import { checkReport } from '../rules/check-report.ts';
import { reportForm } from '../rules/report-form.ts';
import { layoutTitles } from '../words.ts';
import { exportReportFindings } from './export-report-findings.ts';
import { findingsByCell } from './marked-cells.ts';
import { OfficialForm } from './official-form.tsx';
import { ReportFindings } from './report-findings.tsx';
import './reporting.css';

const accepts = ['.docx', '.doc', '.xlsx', '.xls', '.pdf', '.ofd', '.html', '.htm', '.json', '.md', '.txt'];

const help = (
  <>
    <p>
      把年度报告的Word、Excel、PDF或者存下来的网页拖进来，平台认出是哪一年的格式，逐格核对勾稽关系，再用文字里的数对表格。
    </p>
    <p>▲ 错误：勾稽关系不成立，改正后再发布。◇ 请核对：文字与表格不一致，或者有格子没有读出来。</p>
    <p>空格、“—”“/”按0计算并注明“未填”。读不出来的格子不猜，牵涉它的勾稽关系也不判。</p>
    <p>再拖入上一年的年报，核对“上年结转”和现行有效件数。文件和结果都不保存。</p>
  </>
);

function ReportFacts({ checked }: { readonly checked: CheckedReport }) {
  const { report, fileName } = checked;
  const layout = layoutOfReport(report);
  const notes = report.remarks.filter(({ code }) => code === 'fileNote' || code === 'yearUnknown');
  return (
    <div className="report-facts">
      <p>
        <strong>{fileName}</strong>　{report.unit ?? '单位没有读出'}，
        {report.year === null ? '年度没有读出' : `${report.year}年`}，格式：
        {layout === null ? '没有认出' : layoutTitles[layout]}
      </p>
      {notes.map(({ sentence }) => (
        <p key={sentence} className="quiet">
          说明：{sentence}
        </p>
      ))}
    </div>
  );
}

export function ReportCheckScreen() {
  const [checked, setChecked] = useState<CheckedReport>();
  const [previous, setPrevious] = useState<CheckedReport>();
  const [open, setOpen] = useState<number>();
  const findings = useMemo(
    () =>
      checked === undefined
        ? []
        : checkReport(checked.report, previous === undefined ? {} : { previous: previous.report }),
    [checked, previous],
  );
  const marks = useMemo(() => findingsByCell(findings), [findings]);
  const openCells = useMemo(
    () => new Set(open === undefined ? [] : (findings[open - 1]?.cells ?? [])),
    [findings, open],
  );
  const show = (number: number) => {
    setOpen(number);
    const [key] = findings[number - 1]?.cells ?? [];
    if (key === undefined) return;
    document
      .querySelector(`[data-cell="${CSS.escape(key)}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <div className="report-check">
      <PageHeader
        title="年报核对"
        summary="发布前核对政府信息公开工作年度报告：勾稽关系、上年结转、文字与表格。"
        help={help}
        actions={
          checked === undefined ? null : (
            <>
              <Button onClick={() => window.print()}>打印</Button>
              <Button
                disabled={findings.length === 0}
                onClick={() => void exportReportFindings(checked.fileName, findings)}
              >
                导出结果
              </Button>
            </>
          )
        }
      />
      <div className="report-drops">
        <FileDrop<CheckedReport>
          title={checked === undefined ? '把年度报告拖到这里' : '改好后再拖进来，重新核对'}
          accepts={accepts}
          limit={reportFileLimit}
          path="/reports/check"
          onDone={(reply) => {
            setChecked(reply);
            setOpen(undefined);
          }}
        />
        {checked === undefined ? null : (
          <FileDrop<CheckedReport>
            title={
              previous === undefined
                ? '上一年的年报（可不传）'
                : `正在与“${previous.fileName}”核对，可以换一份`
            }
            accepts={accepts}
            limit={reportFileLimit}
            path="/reports/check"
            onDone={(reply) => {
              setPrevious(reply);
              setOpen(undefined);
            }}
          />
        )}
      </div>
      {checked === undefined ? null : (
        <>
          <ReportFacts checked={checked} />
          <div className="report-columns">
            <div className="report-forms">
              {reportTables.map((table) => {
                const layout = checked.report.layouts[table];
                return layout === null ? (
                  <p key={table}>◇ 没有找到这张表：{reportForm(table, '2021').heading}</p>
                ) : (
                  <OfficialForm
                    key={table}
                    form={reportForm(table, layout)}
                    report={checked.report}
                    marks={marks}
                    open={openCells}
                    onOpen={setOpen}
                  />
                );
              })}
            </div>
            <section className="report-beside" aria-label="核对结果">
              <h2 role="status">
                {findings.length === 0
                  ? '没有问题'
                  : `共${findings.length}处：错误${errors}处，请核对${findings.length - errors}处`}
              </h2>
              <ReportFindings findings={findings} open={open} onOpen={show} />
            </section>
          </div>
        </>
      )}
    </div>
  );
}
