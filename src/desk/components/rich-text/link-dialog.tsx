/** Asks for the address of a link; says at once why an address cannot be used. */
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { acceptHref } from '#kernel/rich-text/links.ts';

export function LinkDialog(props: {
  readonly address: string;
  readonly onSet: (address: string) => void;
  readonly onRemove: (() => void) | undefined;
  readonly onClose: () => void;
}) {
  const [address, setAddress] = useState(props.address);
  const [isTried, setTried] = useState(false);
  const accepted = acceptHref(address);
  const fault = isTried && accepted === undefined;
  const set = () => {
    setTried(true);
    if (accepted !== undefined) props.onSet(accepted);
  };
  return (
    <Modal open title="链接" footer={null} onCancel={props.onClose} width={440} destroyOnHidden>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          set();
        }}
      >
        <label className="form-label" htmlFor="rich-link-address">
          地址
        </label>
        <Input
          id="rich-link-address"
          autoFocus
          value={address}
          status={fault ? 'error' : ''}
          aria-describedby="rich-link-note"
          onChange={(event) => setAddress(event.target.value)}
        />
        <p id="rich-link-note" className="form-note">
          {fault ? <span className="form-fault">▲ 这个地址不能用作链接。</span> : null}
          以https://、http://开头的网址，本站以/开头的路径，或者mailto:、tel:。
        </p>
        <div className="rich-dialog-actions">
          <Button type="primary" htmlType="submit">
            设为链接
          </Button>
          {props.onRemove === undefined ? null : <Button onClick={props.onRemove}>取消链接</Button>}
        </div>
      </form>
    </Modal>
  );
}
