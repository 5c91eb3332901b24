/** Registers a table of issuing codes pasted from a spreadsheet, and tells which rows were left out and why. */
import { Button } from 'antd';
import { useState } from 'react';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useCommand } from '#desk/data/use-api.ts';
import type { ImportedCodes } from '../contract/issuing-codes.ts';
import { type PastedCodeRow, readIssuingCodeTable } from '../rules/issuing-code-table.ts';

export function ImportCodesForm({ onDone }: { readonly onDone: () => void }) {
  const [text, setText] = useState('');
  const rows = readIssuingCodeTable(text);
  const register = useCommand<readonly PastedCodeRow[], ImportedCodes>({
    call: (body) => ({ method: 'POST', path: '/organisation/issuing-code-tables', body: { rows: body } }),
    changes: ['/organisation'],
  });
  return (
    <section aria-label="批量登记">
      {register.error === null ? null : <RefusalNotice error={register.error} takesFocus />}
      <p id="import-codes-hint">
        每行一个代字：单位、代字、启用日期、停用日期，后两列可以不填。从表格里复制粘贴即可；单位写全称或者登记过的简称。
      </p>
      <TextArea
        aria-label="单位和代字"
        aria-describedby="import-codes-hint"
        placeholder={'县教育局\t望教发'}
        rows={10}
        value={text}
        onChange={setText}
      />
      <p className="detail-actions">
        <Button
          type="primary"
          disabled={rows.length === 0}
          loading={register.isPending}
          onClick={() => register.mutate(rows)}
        >
          {rows.length === 0 ? '登记' : `登记这${rows.length}行`}
        </Button>
        <Button onClick={onDone}>返回</Button>
      </p>
      {register.data === undefined ? null : <Outcome outcome={register.data} />}
    </section>
  );
}

function Outcome({ outcome }: { readonly outcome: ImportedCodes }) {
  const { added, known, leftOut } = outcome;
  return (
    <>
      <p role="status">
        新登记{added}个{known === 0 ? '' : `，${known}个早已登记`}
        {leftOut.length === 0 ? '。' : `，${leftOut.length}行没有登记：`}
      </p>
      {leftOut.length === 0 ? null : (
        <ul className="plain-list">
          {leftOut.map(({ row, code, why }) => (
            <li key={row}>
              第{row}行{code === '' ? '' : `“${code}”`}：{why}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
