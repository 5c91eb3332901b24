/** Asks before a step that cannot be taken back, and names the thing it happens to. */
import { App } from 'antd';
import { type ReactNode, useCallback } from 'react';

export interface ConfirmQuestion {
  /** The verb on the button: “停用”. */
  readonly verb: string;
  /** The thing by its name: “县发展和改革局”. */
  readonly name: string;
  /** What follows from it, and whether it can be undone. */
  readonly consequence: ReactNode;
  /** Red button; for what cannot be undone. */
  readonly danger?: boolean;
}

/** A function that asks and resolves to whether the officer agreed. */
export function useConfirm(): (question: ConfirmQuestion) => Promise<boolean> {
  const { modal } = App.useApp();
  return useCallback(
    (question) =>
      new Promise((resolve) => {
        modal.confirm({
          title: `${question.verb}“${question.name}”？`,
          content: question.consequence,
          okText: question.verb,
          cancelText: '先不',
          okButtonProps: { danger: question.danger ?? false },
          focusable: { autoFocusButton: 'cancel' },
          onOk: () => resolve(true),
          onCancel: () => resolve(false),
        });
      }),
    [modal],
  );
}
