/** One document being redacted: its text or pages with marks, the proof of the copy, and its release by a second person. */
import { Button, Select } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useConfirm } from '#desk/components/confirm/use-confirm.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { apiAddress } from '#desk/data/call-api.ts';
import { holdUnsaved } from '#desk/data/unsaved.ts';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import type { RedactionDetail } from '../../contract/redactions.ts';
import { dispositionFacts } from '../../rules/dispositions/facts.ts';
import type { PageBox } from '../../rules/redaction/page-boxes.ts';
import type { RedactionMark } from '../../rules/redaction/redacted-text.ts';
import { redactionStageTitles } from '../../rules/redaction/redaction-state.ts';
import { MarkList } from './mark-list.tsx';
import { PageMarker } from './page-marker.tsx';
import { findSpans, type SelectedSpan } from './selected-spans.ts';
import { TextMarker } from './text-marker.tsx';
import '../requests.css';
import '../letters/letters.css';
import './redactions.css';

const { shape } = dispositionFacts.withheldGround;
const grounds = [
  ...Object.values(shape.kind === 'choice' ? shape.options : {}),
  '不属于政府信息（第三十七条）',
];
const usualGround = '个人隐私（第十五条）';

export function RedactionScreen() {
  const { redactionId = '' } = useParams();
  const { data, error, refetch } = useApi<RedactionDetail>(`/request-redactions/${redactionId}`);
  if (data === undefined)
    return error === null ? <Loading /> : <RefusalNotice error={error} onRetry={() => void refetch()} />;
  return <LoadedRedaction key={`${data.id}-${String(data.version)}`} detail={data} />;
}

/** Spans as marks, without those that stand marked already. */
function withSpans(
  marks: readonly RedactionMark[],
  spans: readonly SelectedSpan[],
  why: string,
): readonly RedactionMark[] {
  const fresh = spans.filter(
    ({ part, start, end }) => !marks.some((one) => one.part === part && one.start <= start && end <= one.end),
  );
  const kept = marks.filter(
    (one) => !fresh.some(({ part, start, end }) => one.part === part && start <= one.start && one.end <= end),
  );
  return [...kept, ...fresh.map((span) => ({ ...span, why, keepElsewhere: false }))].sort(
    (one, other) => one.part - other.part || one.start - other.start,
  );
}

function LoadedRedaction({ detail }: { readonly detail: RedactionDetail }) {
  const say = useSay();
  const confirm = useConfirm();
  const [marks, setMarks] = useState<readonly RedactionMark[]>(detail.marks);
  const [boxes, setBoxes] = useState<readonly PageBox[]>(detail.boxes);
  const [why, setWhy] = useState<string>(usualGround);
  const dirty = marks !== detail.marks || boxes !== detail.boxes;
  useEffect(() => (dirty ? holdUnsaved(() => true) : undefined), [dirty]);
  const path = `/request-redactions/${detail.id}`;
  const changes = ['/request-redactions', '/requests'];
  const save = useCommand<object>({
    call: (body) => ({ method: 'PUT', path: `${path}/marks`, body }),
    changes,
    onDone: () => say.done('遮盖已保存'),
  });
  const make = useCommand<object>({
    call: () => ({ method: 'POST', path: `${path}/copy` }),
    changes,
    onDone: () => say.done('公开版已生成并核验通过'),
  });
  const release = useCommand<object>({
    call: () => ({ method: 'POST', path: `${path}/release` }),
    changes,
    onDone: () => say.done('已核对通过'),
  });
  const mayMark = detail.actions.includes('mark');
  const add = (spans: readonly SelectedSpan[]) => setMarks((before) => withSpans(before, spans, why));
  const askRelease = async () => {
    const consequence = '核对通过后公开版不能再改，可以提供给申请人。';
    if (await confirm({ verb: '核对通过', name: detail.title, consequence })) release.mutate({});
  };
  const error = save.error ?? make.error ?? release.error;
  return (
    <>
      <PageHeader
        title={detail.title}
        summary={`${detail.requestNumber}；${detail.sourceName}；${redactionStageTitles[detail.stage]}`}
        actions={<Link to={`/requests/${detail.requestId}`}>回到申请</Link>}
        help={
          <>
            <p>公开版按遮盖后的内容重新生成，原文件的文字、批注、属性和早先版本都不带入。</p>
            <p>生成后重新读出逐字核对，核验不通过的不保存；再由另一人核对，才可以提供。</p>
          </>
        }
      />
      <section className="request-actions" aria-label="公开版办理">
        <div className="request-buttons">
          {mayMark ? (
            <Button
              type={dirty ? 'primary' : 'default'}
              disabled={!dirty}
              loading={save.isPending}
              onClick={() => save.mutate({ version: detail.version, marks, boxes })}
            >
              保存遮盖
            </Button>
          ) : null}
          {detail.actions.includes('make') ? (
            <Button
              type={!dirty && detail.stage === 'marking' ? 'primary' : 'default'}
              disabled={dirty}
              loading={make.isPending}
              onClick={() => make.mutate({})}
            >
              生成公开版并核验
            </Button>
          ) : null}
          {detail.actions.includes('release') ? (
            <Button
              type="primary"
              disabled={dirty}
              loading={release.isPending}
              onClick={() => void askRelease()}
            >
              核对通过
            </Button>
          ) : null}
          {detail.copySha256 === null ? null : <Button href={apiAddress(`${path}/copy`)}>下载公开版</Button>}
        </div>
        {detail.whyNot === null ? null : <p className="quiet">{detail.whyNot}。</p>}
        {error === null ? null : <RefusalNotice error={error} takesFocus />}
      </section>
      <div className="redaction-columns">
        <div>
          {mayMark ? (
            <div className="redaction-why">
              <label htmlFor="redaction-why">遮盖依据</label>
              <Select<string>
                id="redaction-why"
                value={why}
                disabled={!mayMark}
                onChange={setWhy}
                options={grounds.map((value) => ({ value, label: value }))}
              />
            </div>
          ) : null}
          {detail.text === null ? (
            <PageMarker
              redactionId={detail.id}
              pages={detail.pages}
              boxes={boxes}
              why={why}
              disabled={!mayMark}
              onChange={setBoxes}
            />
          ) : (
            <TextMarker text={detail.text} marks={marks} why={why} disabled={!mayMark} onAdd={add} />
          )}
        </div>
        <aside className="request-beside" aria-label="遮盖处和核验">
          <MarkList
            text={detail.text}
            marks={marks}
            boxes={boxes}
            disabled={!mayMark}
            onMarks={setMarks}
            onBoxes={setBoxes}
            onMarkWords={(words) => add(findSpans(detail.text?.parts ?? [], words))}
          />
          {detail.proof.length === 0 ? null : (
            <section aria-labelledby="redaction-proof">
              <h2 id="redaction-proof">核验记录</h2>
              <ul className="request-findings">
                {detail.proof.map((line) => (
                  <li key={line}>● {line}</li>
                ))}
              </ul>
              <p className="quiet letter-hash">公开版的 SHA-256：{detail.copySha256}</p>
              {detail.releasedByName === null ? null : (
                <p className="quiet">核对人：{detail.releasedByName}</p>
              )}
            </section>
          )}
        </aside>
      </div>
    </>
  );
}
