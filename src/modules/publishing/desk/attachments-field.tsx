/** Attachments of an item: uploaded one by one, named as the public reads them, in the order they are listed. */
import { Button, Input } from 'antd';
import { FileDrop } from '#desk/components/file-drop/file-drop.tsx';
import type { AttachmentValue } from './item-values.ts';

const largest = 50 * 1024 * 1024;
const endings = [
  '.docx',
  '.doc',
  '.wps',
  '.xlsx',
  '.xls',
  '.pdf',
  '.ofd',
  '.txt',
  '.rtf',
  '.csv',
  '.zip',
  '.jpg',
  '.jpeg',
  '.png',
  '.gif',
  '.mp4',
  '.mp3',
];

export function AttachmentsField(props: {
  readonly value: readonly AttachmentValue[];
  readonly onChange: (value: readonly AttachmentValue[]) => void;
}) {
  const { value, onChange } = props;
  return (
    <section className="item-attachments" aria-label="附件">
      <h2>附件</h2>
      {value.length === 0 ? null : (
        <ol>
          {value.map((file, index) => (
            <li key={file.fileId}>
              <Input
                aria-label={`第${index + 1}个附件的名称`}
                value={file.title}
                maxLength={200}
                onChange={(event) =>
                  onChange(value.map((one) => (one === file ? { ...one, title: event.target.value } : one)))
                }
              />
              <Button
                size="small"
                aria-label={`移除${file.title}`}
                onClick={() => onChange(value.filter((one) => one !== file))}
              >
                移除
              </Button>
            </li>
          ))}
        </ol>
      )}
      <FileDrop<{ fileId: string; fileName: string }>
        title="把附件拖到这里"
        accepts={endings}
        limit={largest}
        path="/item-files"
        onDone={({ fileId, fileName }) =>
          onChange([...value, { fileId, title: fileName.replace(/\.[^.]+$/u, '') || fileName }])
        }
      />
    </section>
  );
}
