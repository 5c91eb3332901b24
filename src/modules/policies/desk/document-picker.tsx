/** Chooses a document of the library by its title or number. */
import { Select } from 'antd';
import { useState } from 'react';
import { useApi } from '#desk/data/use-api.ts';
import type { DeskDocumentRow } from '../contract/documents.ts';

const shownAtOnce = 20;

export function DocumentPicker(props: {
  readonly id: string;
  readonly value: string | null;
  readonly onChange: (itemId: string | null) => void;
  readonly status: 'error' | '';
  readonly 'aria-describedby'?: string;
  /** The document of the page, which cannot be chosen. */
  readonly except?: string;
}) {
  const { onChange, except, ...rest } = props;
  const [text, setText] = useState('');
  const { data, isPending } = useApi<{ readonly rows: readonly DeskDocumentRow[] }>(
    '/policies/documents',
    { limit: shownAtOnce, ...(text === '' ? {} : { text }) },
    { keepsLast: true },
  );
  const options = (data?.rows ?? [])
    .filter(({ itemId }) => itemId !== except)
    .map(({ itemId, title, documentNumber }) => ({
      value: itemId,
      label: documentNumber === null ? title : `${documentNumber}　${title}`,
    }));
  return (
    <Select<string>
      {...rest}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      loading={isPending}
      placeholder="按标题或者文号查找库中的文件"
      notFoundContent={text === '' ? '正在取回' : `库中没有“${text}”`}
      options={options}
      onChange={(chosen) => onChange(chosen ?? null)}
    />
  );
}
