/** A screen that broke, or whose file could not be fetched (an update, a lost connection): says so and offers to go on. */
import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useRouteError } from 'react-router';
import './screen-fault.css';

/** For the router: faults outside a screen. */
export function ScreenFault() {
  return <FaultWords error={useRouteError()} />;
}

function FaultWords({ error }: { readonly error: unknown }) {
  const updated = error instanceof TypeError && /import|module|fetch/i.test(error.message);
  return (
    <div className="screen-fault" role="alert">
      <h1>{updated ? '页面没有取全' : '这个页面没能显示'}</h1>
      <p>
        {updated
          ? '可能刚刚更新了版本，或网络中断。刷新后即可继续，已保存的草稿不会丢失。'
          : '这是页面程序的问题，不是您的操作有误。请刷新后再试；仍不行时请联系系统管理员。'}
      </p>
      <Button type="primary" onClick={() => window.location.reload()}>
        刷新页面
      </Button>
    </div>
  );
}

interface BoundaryState {
  readonly error: unknown;
}

/** Keeps the shell standing when one screen breaks; another address starts afresh through its `key`. */
export class ScreenBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override readonly state: BoundaryState = { error: undefined };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error: error ?? new Error('unknown') };
  }

  override render(): ReactNode {
    return this.state.error === undefined ? this.props.children : <FaultWords error={this.state.error} />;
  }
}
