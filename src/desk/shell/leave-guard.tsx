/** Asks before an address is left with unsaved changes; one guard for all forms, because the router takes one only. */
import { Modal } from 'antd';
import { useBlocker } from 'react-router';
import { hasUnsaved } from '../data/unsaved.ts';

export function LeaveGuard() {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => hasUnsaved() && leaves(currentLocation, nextLocation),
  );
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title="还有没保存的内容"
      okText="继续填写"
      cancelText="放弃修改并离开"
      onOk={() => blocker.reset?.()}
      onCancel={() => blocker.proceed?.()}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
    >
      离开这一页，刚才填写而没有保存的内容会丢失。
    </Modal>
  );
}

interface Place {
  readonly pathname: string;
  readonly search: string;
}

/** Filters and sort change the address and leave nothing; another screen or another open row does. */
function leaves(from: Place, to: Place): boolean {
  const openRow = ({ search }: Place) => new URLSearchParams(search).get('open');
  return from.pathname !== to.pathname || openRow(from) !== openRow(to);
}
