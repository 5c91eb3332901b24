/** Two people wrote at once: says who and when, shows the difference, and lets one take a side as a whole or block by block. */
import { Button, Radio } from 'antd';
import { useMemo, useState } from 'react';
import { compareBodies, composeFromDifference } from '#kernel/rich-text/difference.ts';
import { readRichText } from '#kernel/rich-text/sanitise.ts';
import { writeRichText } from '#kernel/rich-text/write-body.ts';
import { BodyDifferenceView } from './body-difference.tsx';

export interface EditConflictProps {
  /** Who saved meanwhile, and when in words. */
  readonly byName: string;
  readonly when: string;
  /** What they saved, and what stands in this editor; canonical markup. */
  readonly theirs: string;
  readonly mine: string;
  /** Continues with the chosen body on top of what they saved. */
  readonly onResolve: (markup: string, side: 'mine' | 'theirs' | 'merged') => void;
}

type Side = 'before' | 'after';

export function EditConflict({ byName, when, theirs, mine, onResolve }: EditConflictProps) {
  const difference = useMemo(
    () => compareBodies(readRichText(theirs).body, readRichText(mine).body),
    [theirs, mine],
  );
  const [choices, setChoices] = useState<ReadonlyMap<number, Side>>(new Map());
  const [isMerging, setMerging] = useState(false);
  const sideOf = (index: number): Side => choices.get(index) ?? 'after';
  return (
    <section className="conflict" aria-labelledby="conflict-title" role="alert">
      <h3 id="conflict-title">
        ▲ {byName}在{when}保存过这份信息
      </h3>
      <p>
        您打开之后，内容已经被改过，所以您的改动还没有保存。下面划线的是您写的，划掉的是{byName}
        保存的。您写的仍在编辑器里，不会丢失。
      </p>
      <div className="rich-dialog-actions">
        <Button type={isMerging ? 'default' : 'primary'} onClick={() => onResolve(mine, 'mine')}>
          用我写的
        </Button>
        <Button onClick={() => onResolve(theirs, 'theirs')}>用{byName}保存的</Button>
        <Button aria-expanded={isMerging} onClick={() => setMerging(!isMerging)}>
          逐段选择
        </Button>
        {isMerging ? (
          <Button
            type="primary"
            onClick={() => onResolve(writeRichText(composeFromDifference(difference, sideOf)), 'merged')}
          >
            按选择合并
          </Button>
        ) : null}
      </div>
      <BodyDifferenceView
        before={theirs}
        after={mine}
        {...(isMerging
          ? {
              beside: (index: number) => (
                <Radio.Group
                  size="small"
                  aria-label="这一段用谁的"
                  value={sideOf(index)}
                  onChange={(event) => {
                    const side: Side = event.target.value === 'before' ? 'before' : 'after';
                    setChoices(new Map(choices).set(index, side));
                  }}
                  options={[
                    { value: 'after', label: '我写的' },
                    { value: 'before', label: `${byName}的` },
                  ]}
                />
              ),
            }
          : {})}
      />
    </section>
  );
}
