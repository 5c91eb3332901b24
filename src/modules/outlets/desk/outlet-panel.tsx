/** One outlet: what it does, its settings for those who may change them, and how it is closed. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { useMay } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { OutletView } from '../contract/outlets.ts';
import { outletKindSpecs } from '../rules/outlet-kinds.ts';
import { OutletForm } from './outlet-form.tsx';

export function OutletPanel({
  outlet,
  onClose,
}: {
  readonly outlet: OutletView;
  readonly onClose: () => void;
}) {
  const may = useMay();
  const say = useSay();
  const [isClosing, setClosing] = useState(false);
  const close = useCommand<{ readonly reason: string }>({
    call: (body) => ({ method: 'POST', path: `/outlets/${outlet.id}/close`, body }),
    changes: ['/outlets'],
    onDone: () => say.done(`渠道“${outlet.title}”已停用`),
  });
  const spec = outletKindSpecs[outlet.kind];
  const mayChange = may('outlets.arrange') && outlet.closedOn === null;
  return (
    <SidePanel title={outlet.title} width="wide" onClose={onClose}>
      <Facts
        facts={[
          ['类型', `${spec.title}：${spec.does}`],
          ['责任单位', outlet.unitName],
          ['开通', dayTextInWords(outlet.openedOn)],
          [
            '停用',
            outlet.closedOn === null
              ? null
              : `${dayTextInWords(outlet.closedOn)}，${outlet.closingReason ?? ''}`,
          ],
          [
            '投递',
            <Link key="log" to={`/outlets/deliveries?outletId=${outlet.id}`}>
              查看投递记录
            </Link>,
          ],
        ]}
      />
      {mayChange ? (
        <>
          <h3>设置</h3>
          <OutletForm outlet={outlet} onDone={onClose} />
          <h3>停用</h3>
          <Button danger onClick={() => setClosing(true)}>
            停用这个渠道
          </Button>
        </>
      ) : null}
      {isClosing ? (
        <ReasonDialog
          verb="停用"
          name={outlet.title}
          consequence="停用后不再向它投递，投递记录都保留。"
          onClose={() => setClosing(false)}
          onReason={async (reason) => {
            await close.mutateAsync({ reason });
            onClose();
          }}
        />
      ) : null}
    </SidePanel>
  );
}
