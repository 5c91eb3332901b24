/** Says that something is done, with a way to undo it where there is one; refusals have a notice of their own. */
import { App, Button } from 'antd';
import { useMemo } from 'react';

export interface Say {
  /** “已停用县水利局”; `undo` is offered for some seconds. */
  readonly done: (text: string, undo?: () => void) => void;
}

const seconds = 3;
const secondsToUndo = 8;

export function useSay(): Say {
  const { message } = App.useApp();
  return useMemo(
    () => ({
      done(text, undo) {
        if (undo === undefined) {
          void message.success(text, seconds);
          return;
        }
        const close = message.success({
          duration: secondsToUndo,
          content: (
            <>
              {text}
              <Button
                type="link"
                size="small"
                onClick={() => {
                  close();
                  undo();
                }}
              >
                撤销
              </Button>
            </>
          ),
        });
      },
    }),
    [message],
  );
}
