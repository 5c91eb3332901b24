/** A place to drop, paste or choose a file; sends it with a bar and a stop, and keeps it for another try when that fails. */
import { Button } from 'antd';
import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { noOf } from '../../data/answer.ts';
import { openSubmission } from '../../data/submission.ts';
import { uploadFile } from '../../data/upload.ts';
import { useApi } from '../../data/use-api.ts';
import { ProgressTask } from '../progress-task/progress-task.tsx';
import { RefusalNotice } from '../refusal-notice/refusal-notice.tsx';
import { faultOfFile, fileSizeWords } from './file-limits.ts';
import './file-drop.css';

export interface FileDropProps<Reply> {
  /** “把任务分解表拖到这里”. */
  readonly title: string;
  /** Endings with the dot: `.docx`. */
  readonly accepts: readonly string[];
  /** Most bytes a file may have. */
  readonly limit: number;
  /** Below `/api/v1`; the file goes there as a multipart POST. */
  readonly path: string;
  readonly values?: Readonly<Record<string, string>>;
  /**
   * Below `/api/v1`: where to ask, with an identifier behind it that is sent along as `progressId`, how far the work on the
   * file is; replies `{ share }`.
   */
  readonly progressPath?: string;
  readonly onDone: (reply: Reply, file: File) => void;
}

interface Sending {
  readonly file: File;
  readonly share: number;
  readonly controller: AbortController;
  readonly progressId: string | undefined;
}

export function FileDrop<Reply>(props: FileDropProps<Reply>) {
  const { title, accepts, limit, path, values, progressPath, onDone } = props;
  const [sending, setSending] = useState<Sending>();
  const [failed, setFailed] = useState<{ readonly file: File; readonly error: unknown }>();
  const [fault, setFault] = useState<string>();
  const [over, setOver] = useState(false);
  const submission = useRef(openSubmission());
  const running = useRef<AbortController>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  useEffect(() => () => running.current?.abort(), []);

  const send = async (file: File) => {
    const refused = faultOfFile(file, accepts, limit);
    setFault(refused);
    setFailed(undefined);
    if (refused !== undefined) return;
    const controller = new AbortController();
    running.current = controller;
    const idempotencyKey = submission.current.keyFor([file.name, file.size, file.lastModified, values]);
    // A retry of one submission is one piece of work.
    const progressId = progressPath === undefined ? undefined : idempotencyKey;
    setSending({ file, share: 0, controller, progressId });
    try {
      const reply = await uploadFile<Reply>({
        path,
        file,
        values: { ...values, ...(progressId === undefined ? {} : { progressId }) },
        idempotencyKey,
        signal: controller.signal,
        onProgress: (share) => setSending({ file, share, controller, progressId }),
      });
      submission.current.done();
      onDone(reply, file);
    } catch (error) {
      if (noOf(error).kind !== 'cancelled') setFailed({ file, error });
    } finally {
      setSending(undefined);
    }
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void send(file);
  };

  if (sending !== undefined) {
    const { file, share, controller, progressId } = sending;
    if (share >= 1 && progressPath !== undefined && progressId !== undefined)
      return (
        <div className="file-drop">
          <WorkOnFile
            name={file.name}
            path={`${progressPath}/${progressId}`}
            onStop={() => controller.abort()}
          />
        </div>
      );
    const sent =
      share >= 1 ? '已传完，正在处理' : `${fileSizeWords(share * file.size)} / ${fileSizeWords(file.size)}`;
    return (
      <div className="file-drop">
        <ProgressTask
          title={`正在上传“${file.name}”`}
          share={share}
          figure={sent}
          onStop={() => controller.abort()}
        />
      </div>
    );
  }
  return (
    <>
      {failed === undefined ? null : (
        <RefusalNotice error={failed.error} takesFocus onRetry={() => void send(failed.file)} />
      )}
      <section
        className={over ? 'file-drop file-drop-over' : 'file-drop'}
        aria-label={title}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p className="file-drop-title">{title}</p>
        <Button onClick={() => input.current?.click()} aria-describedby={hintId}>
          选择文件
        </Button>
        <input
          ref={input}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={title}
          accept={accepts.join(',')}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file !== undefined) void send(file);
          }}
        />
        <p id={hintId} className="file-drop-hint">
          {accepts.join('、')}，不超过{fileSizeWords(limit)}
        </p>
        {fault === undefined ? null : (
          <p className="file-drop-fault" role="alert">
            ▲ {fault}
          </p>
        )}
      </section>
    </>
  );
}

/** Milliseconds between two questions how far the work is. */
const askEvery = 700;

function WorkOnFile(props: { readonly name: string; readonly path: string; readonly onStop: () => void }) {
  const { data } = useApi<{ readonly share: number | null }>(props.path, {}, { everyMs: askEvery });
  const share = data?.share ?? undefined;
  return (
    <ProgressTask
      title={`正在处理“${props.name}”`}
      share={share}
      figure={share === undefined ? '已传完，等待处理' : `${Math.floor(share * 100)}%`}
      onStop={props.onStop}
    />
  );
}
