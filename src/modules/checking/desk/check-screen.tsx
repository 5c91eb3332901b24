/** 发布前检测: a text that is checked while it is typed, or a file; findings beside it and worked off one by one. */
import { Button, Checkbox, Segmented } from 'antd';
import { useEffect, useId, useState } from 'react';
import { FileDrop } from '#desk/components/file-drop/file-drop.tsx';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useActingUnit } from '#desk/data/acting-unit.ts';
import { holdUnsaved } from '#desk/data/unsaved.ts';
import { type CheckedFile, checkedFileLimit, type FindingView, longestLiveText } from '../contract.ts';
import { applySuggestion } from '../rules/carry-findings.ts';
import { textOnDeskName } from '../words.ts';
import { FileView } from './file-view.tsx';
import { FindingsBeside } from './findings-beside.tsx';
import { MarkedEditor } from './marked-editor.tsx';
import { keyOfFinding } from './text-segments.ts';
import { type CheckChoice, useLiveCheck } from './use-live-check.ts';
import './checking.css';

const accepts = ['.docx', '.doc', '.xlsx', '.xls', '.pdf', '.ofd', '.html', '.htm', '.md', '.txt', '.csv'];

const help = (
  <>
    <p>“文字”里边写边检，什么都不保存。“文件”检测后只登记检测过一次和结果的数量，文件不保存。</p>
    <p>▲ 不得发布：改掉才能发布。◆ 须说明理由：改掉，或写明理由。○ 提示：看一眼，不影响发布。</p>
    <p>键盘：n 下一处，p 上一处，a 采用建议；正在写字时用 Alt+↓、Alt+↑、Alt+回车。</p>
    <p>说明过理由的地方，再检测同一份文件时仍记着；那里的文字改了，要重新说明。</p>
    <p>发文字号的代字按“设置 › 发文机关代字”的登记核对；没有登记的只提示。</p>
  </>
);

type Mode = 'text' | 'file';

export function CheckScreen() {
  const [mode, setMode] = useState<Mode>('text');
  const [choice, setChoice] = useState<CheckChoice>({ day: '', isPublishedList: false });
  const [text, setText] = useState('');
  const dayId = useId();
  useEffect(() => holdUnsaved(() => text.trim() !== ''), [text]);
  return (
    <>
      <PageHeader
        title="发布前检测"
        summary="发布前先检：错别字、规范表述、个人信息、密级标志、公文格式。"
        help={help}
      />
      <div className="check-bar">
        <Segmented<Mode>
          aria-label="检测什么"
          value={mode}
          onChange={setMode}
          options={[
            { value: 'text', label: '文字' },
            { value: 'file', label: '文件' },
          ]}
        />
        <label htmlFor={dayId}>文件日期（可不填）</label>
        <DayInput id={dayId} value={choice.day} onChange={(day) => setChoice({ ...choice, day })} />
        <Checkbox
          checked={choice.isPublishedList}
          onChange={(event) => setChoice({ ...choice, isPublishedList: event.target.checked })}
        >
          依法公示的名单
        </Checkbox>
      </div>
      {mode === 'text' ? (
        <TextCheck text={text} onText={setText} choice={choice} />
      ) : (
        <FileCheck
          choice={choice}
          onText={(moved) => {
            setText(moved);
            setMode('text');
          }}
        />
      )}
    </>
  );
}

function TextCheck(props: {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly choice: CheckChoice;
}) {
  const { text, onText, choice } = props;
  const say = useSay();
  const [unit] = useActingUnit();
  const { findings, isCurrent, error, retry } = useLiveCheck(text, choice, unit?.id);
  const [openKey, setOpenKey] = useState<string>();
  const [first, setFirst] = useState<readonly FindingView[]>();
  const isEmpty = text.trim() === '';
  useEffect(() => {
    if (isEmpty) setFirst(undefined);
    else if (isCurrent) setFirst((known) => known ?? findings);
  }, [isEmpty, isCurrent, findings]);
  const apply = (finding: FindingView) => {
    const changed = applySuggestion(text, finding);
    if (changed === undefined) return;
    onText(changed);
    const next = findings[findings.indexOf(finding) + 1];
    const moved = changed.length - text.length;
    setOpenKey(
      next === undefined
        ? undefined
        : keyOfFinding({ ...next, start: next.start + moved, end: next.end + moved }),
    );
    say.done(`已改为“${finding.suggestion ?? ''}”`, () => onText(text));
  };
  const isTooLong = text.length > longestLiveText;
  return (
    <>
      {error === undefined ? null : <RefusalNotice error={error} onRetry={retry} />}
      {isTooLong ? (
        <p role="alert">▲ 文字超过{longestLiveText / 10_000}万字，没有检测。请存成文件，到“文件”里检测。</p>
      ) : null}
      <div className="check-columns">
        <div>
          <MarkedEditor
            text={text}
            findings={findings}
            openKey={openKey}
            onChange={onText}
            onCaret={(key) => key !== undefined && setOpenKey(key)}
          />
          <p className="check-state quiet" role="status">
            {isEmpty || isTooLong
              ? `${text.length}字`
              : `${text.length}字，${isCurrent ? `共${findings.length}处结果` : '正在检测'}`}
          </p>
        </div>
        <FindingsBeside
          name={textOnDeskName}
          text={text}
          isPublishedList={choice.isPublishedList}
          findings={findings}
          isReady={!isEmpty && isCurrent}
          before={first}
          beforeWord="最初检测"
          openKey={openKey}
          onOpen={setOpenKey}
          onApply={apply}
          emptyHint="写下或粘贴文字后，结果列在这里。"
          actions={
            isEmpty ? null : (
              <Button
                size="small"
                onClick={() => {
                  onText('');
                  say.done('已清空', () => onText(text));
                }}
              >
                清空
              </Button>
            )
          }
        />
      </div>
    </>
  );
}

function FileCheck({
  choice,
  onText,
}: {
  readonly choice: CheckChoice;
  readonly onText: (text: string) => void;
}) {
  const [unit] = useActingUnit();
  const [file, setFile] = useState<CheckedFile>();
  const [before, setBefore] = useState<readonly FindingView[]>();
  const [openKey, setOpenKey] = useState<string>();
  const values = {
    unitId: unit?.id ?? '',
    ...(choice.day === '' ? {} : { day: choice.day }),
    isPublishedList: String(choice.isPublishedList),
  };
  return (
    <>
      <FileDrop<CheckedFile>
        title={file === undefined ? '把要发布的文件拖到这里' : '改好后把文件再拖进来，看解决了几处'}
        accepts={accepts}
        limit={checkedFileLimit}
        path="/checks/file"
        values={values}
        progressPath="/checks/progress"
        onDone={(checked) => {
          setBefore(file?.findings);
          setFile(checked);
          setOpenKey(undefined);
        }}
      />
      {file === undefined ? null : (
        <div className="check-columns">
          <FileView
            key={`${file.fileName} ${file.text.length}`}
            file={file}
            findings={file.findings}
            openKey={openKey}
            onOpen={setOpenKey}
          />
          <FindingsBeside
            name={file.fileName}
            text={file.text}
            isPublishedList={choice.isPublishedList}
            findings={file.findings}
            isReady
            before={before}
            beforeWord="上次检测"
            openKey={openKey}
            onOpen={setOpenKey}
            onApply={undefined}
            emptyHint=""
            actions={
              file.text.length > longestLiveText ? null : (
                <Button size="small" onClick={() => onText(file.text)}>
                  转到文字中修改
                </Button>
              )
            }
          />
        </div>
      )}
    </>
  );
}
