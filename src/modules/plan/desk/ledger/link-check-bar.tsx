/** How the pages named in the ledger stand, and the button by which the supervising office has them looked at now. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { ProgressTask } from '#desk/components/progress-task/progress-task.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useMay } from '#desk/data/me.ts';
import { refreshBelow, useApi, useCommand } from '#desk/data/use-api.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import type { PlanLinks, StartedLinkCheck } from '../../contract/ledger.ts';
import { linkStateTitles } from '../../words/ledger.ts';

const askAgainMs = 1500;

/** The state of the pages, asked again while a check is under way; the ledger itself when it is done. */
function usePlanLinks(planId: string) {
  const client = useQueryClient();
  const [checking, setChecking] = useState(false);
  const found = useApi<PlanLinks>(
    `/plans/${planId}/link-checks`,
    {},
    { keepsLast: true, everyMs: checking ? askAgainMs : undefined },
  );
  const isChecking = found.data?.isChecking ?? false;
  const was = useRef(false);
  useEffect(() => {
    setChecking(isChecking);
    if (was.current && !isChecking) void refreshBelow(client, [`/plans/${planId}/ledger`, '/tasks']);
    was.current = isChecking;
  }, [isChecking, client, planId]);
  return found;
}

function LinkSentence({ links }: { links: PlanLinks }) {
  const states = links.states.map(({ state, links: amount }) => `${linkStateTitles[state]}${amount}个`);
  return (
    <span>
      {`台账里的网址${links.total}个：${states.join('，')}。`}
      {links.checkedAt === null ? '' : `最近检查：${instantWords(instantOf(links.checkedAt))}。`}
      {links.isOff ? '平台的网址检查已经关闭。' : '到期的每晚自动检查。'}
    </span>
  );
}

export function LinkCheckBar({ planId }: { planId: string }) {
  const may = useMay();
  const say = useSay();
  const links = usePlanLinks(planId);
  /** Pages there were to look at when it was started from here; unknown after coming back to the screen. */
  const [asked, setAsked] = useState<number>();
  const start = useCommand<undefined, StartedLinkCheck>({
    call: () => ({ method: 'POST', path: `/plans/${planId}/link-checks` }),
    changes: [`/plans/${planId}/link-checks`],
    onDone: ({ asked: count }) => {
      setAsked(count);
      if (count === 0) say.done('网址在一小时内都检查过，不必再查');
    },
  });
  const { data } = links;
  if (data === undefined || data.total === 0) return null;
  const done = asked === undefined ? undefined : Math.max(0, asked - data.waiting);
  return (
    <div className="link-check-bar">
      {start.error === null ? null : <RefusalNotice error={start.error} />}
      {data.isChecking ? (
        <ProgressTask
          title="正在检查台账里的网址"
          share={asked === undefined || done === undefined ? undefined : done / Math.max(1, asked)}
          figure={done === undefined ? `还有${data.waiting}个` : `已检查${done}个，共${asked}个`}
        />
      ) : (
        <p className="plan-secondary">
          <LinkSentence links={data} />
          {may('plan.checkLinks') && !data.isOff ? (
            <Button
              type="link"
              size="small"
              loading={start.isPending}
              onClick={() => start.mutate(undefined)}
            >
              现在全部检查
            </Button>
          ) : null}
        </p>
      )}
    </div>
  );
}
