/** The index of the node that answers: whether it stands, how large it is, and the button that builds it anew. */
import { Button } from 'antd';
import { Facts } from '#desk/components/facts/facts.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import type { IndexStateView } from '../contract.ts';
import { standingTitles } from '../words.ts';

const path = '/search/index';

export function IndexState() {
  const say = useSay();
  const { data, error } = useApi<IndexStateView>(path, {}, { everyMs: 3000 });
  const rebuild = useCommand<undefined>({
    call: () => ({ method: 'POST', path: `${path}/rebuild` }),
    changes: [path],
  });
  if (error !== null) return <RefusalNotice error={error} />;
  if (data === undefined) return null;
  const behind = data.throughSeq < data.lastSeq;
  return (
    <>
      <Facts
        facts={[
          ['状态', standingTitles[data.standing]],
          ['可搜到', `${data.documents}份，占用${data.megabytes} MB，${data.segments}段`],
          ['数据库检索', `${data.inDatabase}份`],
          ['收入变更', behind ? `第${data.throughSeq}号，最新是第${data.lastSeq}号` : '已是最新'],
          ['最近一次收入用时', data.lastLag === null ? null : `${data.lastLag}毫秒`],
          ['已存盘', data.saved === null ? null : `${data.saved.documents}份`],
        ]}
      />
      <Button
        loading={rebuild.isPending}
        onClick={() =>
          void rebuild
            .mutateAsync(undefined)
            .then(() => say.done('已开始重建，期间照常可以搜索'))
            .catch(() => undefined)
        }
      >
        重建索引
      </Button>
      <p className="quiet">搜索结果不对、或者换了程序版本以后才需要重建。</p>
      {rebuild.error === null ? null : <RefusalNotice error={rebuild.error} />}
    </>
  );
}
