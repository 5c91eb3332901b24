/** A button that unfolds a short list of actions or choices; plain buttons, so that Tab, Enter and a reader just work. */
import { Button, Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import './action-menu.css';

export interface MenuAction {
  readonly key: string;
  readonly label: ReactNode;
  /** Marks the choice in force. */
  readonly chosen?: boolean;
  readonly run: () => void;
}

export interface MenuSection {
  /** Words over the section; left out for one that needs none. */
  readonly title?: string;
  readonly actions: readonly MenuAction[];
}

export interface ActionMenuProps {
  readonly sections: readonly MenuSection[];
  /** What stands on the button. */
  readonly children: ReactNode;
  /** Says more than what stands on it: “冯启航，账号菜单”. */
  readonly label?: string;
  /** `text` in the bar at the top. */
  readonly type?: 'text' | 'default';
}

export function ActionMenu({ sections, children, label, type = 'default' }: ActionMenuProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="action-menu">
          {sections.map((section) => (
            <section key={section.actions[0]?.key ?? section.title}>
              {section.title === undefined ? null : <p>{section.title}</p>}
              {section.actions.map((action) => (
                <button
                  key={action.key}
                  type="button"
                  {...(action.chosen === undefined ? {} : { 'aria-pressed': action.chosen })}
                  onClick={() => {
                    setOpen(false);
                    action.run();
                  }}
                >
                  {action.chosen === true ? '● ' : null}
                  {action.label}
                </button>
              ))}
            </section>
          ))}
        </div>
      }
    >
      <Button type={type} aria-expanded={open} {...(label === undefined ? {} : { 'aria-label': label })}>
        {children}
      </Button>
    </Popover>
  );
}
