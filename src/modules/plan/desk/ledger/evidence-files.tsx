/** Attaches photos and files one after another, with progress and a way to stop; works with one thumb. */
import { CameraOutlined, DeleteOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { faultOfFile, fileSizeWords } from '#desk/components/file-drop/file-limits.ts';
import { ProgressTask } from '#desk/components/progress-task/progress-task.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { noOf } from '#desk/data/answer.ts';
import { openSubmission } from '#desk/data/submission.ts';
import { uploadFile } from '#desk/data/upload.ts';
import type { KeptLedgerFile } from '../../contract/ledger.ts';
import { evidenceFileEndings, evidenceFileLimit } from '../../rules/ledger/evidence-file.ts';
import './ledger.css';

export interface EvidenceFilesProps {
  readonly id: string;
  readonly value: readonly KeptLedgerFile[];
  readonly onChange: (files: KeptLedgerFile[]) => void;
  readonly most: number;
  /** Where they are sent, below `/api/v1`; the ledger unless told. */
  readonly path?: string;
  readonly 'aria-describedby': string;
}

interface Sending {
  readonly name: string;
  readonly share: number;
  readonly controller: AbortController;
}

export function EvidenceFiles(props: EvidenceFilesProps) {
  const { id, value, onChange, most, path = '/ledger-files', 'aria-describedby': described } = props;
  const files = useRef<HTMLInputElement>(null);
  const pictures = useRef<HTMLInputElement>(null);
  const submission = useRef(openSubmission());
  const [sending, setSending] = useState<Sending>();
  const [failed, setFailed] = useState<{ readonly file: File; readonly error: unknown }>();
  const [fault, setFault] = useState<string>();

  const sendAll = async (chosen: readonly File[]) => {
    setFault(undefined);
    setFailed(undefined);
    let kept = [...value];
    for (const file of chosen) {
      const refused =
        kept.length >= most
          ? `一次最多附${most}个文件，“${file.name}”没有附上。`
          : faultOfFile(file, evidenceFileEndings, evidenceFileLimit);
      if (refused !== undefined) {
        setFault(refused);
        continue;
      }
      const controller = new AbortController();
      setSending({ name: file.name, share: 0, controller });
      try {
        const reply = await uploadFile<KeptLedgerFile>({
          path,
          file,
          idempotencyKey: submission.current.keyFor([file.name, file.size, file.lastModified]),
          signal: controller.signal,
          onProgress: (share) => setSending({ name: file.name, share, controller }),
        });
        submission.current.done();
        kept = [...kept, reply];
        onChange(kept);
      } catch (error) {
        if (noOf(error).kind !== 'cancelled') setFailed({ file, error });
        break;
      } finally {
        setSending(undefined);
      }
    }
  };

  const choose = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])];
    input.value = '';
    void sendAll(chosen);
  };

  return (
    <fieldset
      id={id}
      className="evidence-files"
      aria-label="照片、文件"
      aria-describedby={described}
      tabIndex={-1}
    >
      {failed === undefined ? null : (
        <RefusalNotice error={failed.error} onRetry={() => void sendAll([failed.file])} />
      )}
      <ul>
        {value.map((file) => (
          <li key={file.fileId}>
            <span className="evidence-file-name">{file.fileName}</span>
            <span className="plan-secondary">{fileSizeWords(file.byteLength)}</span>
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={`移除${file.fileName}`}
              onClick={() => onChange(value.filter((one) => one.fileId !== file.fileId))}
            />
          </li>
        ))}
      </ul>
      {sending === undefined ? (
        <div className="evidence-buttons">
          <Button id={id ?? ''} icon={<CameraOutlined />} onClick={() => pictures.current?.click()}>
            拍照或选图
          </Button>
          <Button icon={<PaperClipOutlined />} onClick={() => files.current?.click()}>
            选文件
          </Button>
        </div>
      ) : (
        <ProgressTask
          title={`正在上传“${sending.name}”`}
          share={sending.share}
          onStop={() => sending.controller.abort()}
        />
      )}
      <input
        ref={pictures}
        type="file"
        multiple
        accept="image/jpeg,image/png,image/webp"
        className="visually-hidden"
        tabIndex={-1}
        aria-label="拍照或选图"
        onChange={(event) => choose(event.target)}
      />
      <input
        ref={files}
        type="file"
        multiple
        accept={evidenceFileEndings.join(',')}
        className="visually-hidden"
        tabIndex={-1}
        aria-label="选文件"
        onChange={(event) => choose(event.target)}
      />
      {fault === undefined ? null : (
        <p className="form-fault" role="alert">
          ▲ {fault}
        </p>
      )}
    </fieldset>
  );
}
