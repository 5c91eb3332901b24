/** Views an officer has saved of this table: filters, sort and columns under a name. */

import { DeleteOutlined, DownOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { SavedView, savedViewsSchema } from '#modules/system/contract.ts';
import { useApi, useCommand } from '../../data/use-api.ts';
import { RefusalNotice } from '../refusal-notice/refusal-notice.tsx';
import { readTableState, type TableState, viewOfTableState } from './table-state.ts';

export interface SavedViewsProps {
  readonly screen: string;
  readonly state: TableState;
  readonly onPick: (state: TableState) => void;
}

export function SavedViews({ screen, state, onPick }: SavedViewsProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <ViewList
          screen={screen}
          state={state}
          onPick={(picked) => {
            setOpen(false);
            onPick(picked);
          }}
        />
      }
    >
      <Button>
        视图 <DownOutlined />
      </Button>
    </Popover>
  );
}

function ViewList({ screen, state, onPick }: SavedViewsProps) {
  const [name, setName] = useState('');
  const views = useApi<z.infer<typeof savedViewsSchema>>('/views', { screen });
  const save = useCommand<string, SavedView>({
    call: (typed) => ({
      method: 'POST',
      path: '/views',
      body: { screen, name: typed, state: viewOfTableState(state) },
    }),
    changes: ['/views'],
    onDone: () => setName(''),
  });
  const remove = useCommand<SavedView>({
    call: (view) => ({ method: 'DELETE', path: `/views/${view.id}` }),
    changes: ['/views'],
  });
  const error = save.error ?? remove.error ?? views.error;
  const items = views.data?.rows ?? [];
  return (
    <div className="saved-views">
      {error === null ? null : <RefusalNotice error={error} />}
      {items.length === 0 ? (
        <p>还没有保存的视图。设好筛选、排序和列，起个名字保存，下次一点就回到这里。</p>
      ) : (
        <ul>
          {items.map((view) => (
            <li key={view.id}>
              <Button
                type="link"
                onClick={() => onPick(readTableState(new URLSearchParams(view.state)))}
                aria-current={view.state === viewOfTableState(state)}
              >
                {view.name}
              </Button>
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={`删除视图“${view.name}”`}
                onClick={() => remove.mutate(view)}
              />
            </li>
          ))}
        </ul>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') save.mutate(name.trim());
        }}
      >
        <Input
          value={name}
          onChange={(event) => setName(event.target.value)}
          placeholder="给现在的视图起名"
          aria-label="视图名称"
          maxLength={40}
        />
        <Button htmlType="submit" loading={save.isPending} disabled={name.trim() === ''}>
          保存
        </Button>
      </form>
    </div>
  );
}
