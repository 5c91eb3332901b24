/** The released copies of a case: those there are, and a document to take passages out of. */
import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { FileDrop } from '#desk/components/file-drop/file-drop.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useApi } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { RedactionRowView } from '../../contract/redactions.ts';
import { redactionStageTitles } from '../../rules/redaction/redaction-state.ts';

const largest = 30 * 1024 * 1024;
const accepted = {
  text: ['.docx', '.doc', '.wps', '.pdf', '.ofd', '.xlsx', '.xls', '.txt', '.html'],
  pages: ['.pdf', '.png', '.jpg', '.jpeg'],
} as const;

export function CaseRedactions({ requestId }: { readonly requestId: string }) {
  const { data, error, refetch } = useApi<{ readonly redactions: readonly RedactionRowView[] }>(
    `/requests/${requestId}/redactions`,
  );
  const [isAdding, setAdding] = useState(false);
  return (
    <section aria-labelledby="request-redactions">
      <h2 id="request-redactions">公开版（区分处理）</h2>
      {error === null ? null : <RefusalNotice error={error} onRetry={() => void refetch()} />}
      <ul className="request-papers">
        {data?.redactions.map(({ id, title, stage, releasedOn }) => (
          <li key={id}>
            <Link to={`/request-redactions/${id}`}>{title}</Link>
            <span className="quiet">
              　{redactionStageTitles[stage]}
              {releasedOn === null ? '' : `，${dayTextInWords(releasedOn)}`}
            </span>
          </li>
        ))}
      </ul>
      {isAdding ? (
        <NewRedaction requestId={requestId} />
      ) : (
        <Button onClick={() => setAdding(true)}>上传文件作区分处理</Button>
      )}
    </section>
  );
}

function NewRedaction({ requestId }: { readonly requestId: string }) {
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [mode, setMode] = useState<'text' | 'pages'>('text');
  return (
    <div className="redaction-new">
      <label className="form-label" htmlFor="redaction-title">
        文件名称（印在公开版上）
      </label>
      <Input
        id="redaction-title"
        value={title}
        maxLength={200}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Radio.Group
        value={mode}
        onChange={(event) => setMode(event.target.value === 'pages' ? 'pages' : 'text')}
        options={[
          { value: 'text', label: '文字遮盖：按遮盖后的文字重新排版；原版式、图片、脚注和页眉页脚不保留' },
          { value: 'pages', label: '页面遮盖：逐页绘成图像，保留版式和印章，适合扫描件' },
        ]}
      />
      {title.trim().length < 2 ? (
        <p className="quiet">先填写文件名称。</p>
      ) : (
        <FileDrop<{ readonly redactionId: string }>
          title="把文件拖到这里"
          accepts={accepted[mode]}
          limit={largest}
          path={`/requests/${requestId}/redactions`}
          values={{ title: title.trim(), mode }}
          onDone={({ redactionId }) => navigate(`/request-redactions/${redactionId}`)}
        />
      )}
    </div>
  );
}
