/** The frame of the desk: navigation at the left, bar at the top, the screen of the address between them. */
import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { Loading } from '../components/loading/loading.tsx';
import { useReachable } from '../data/connection.ts';
import { useMe } from '../data/me.ts';
import { useNarrow } from '../theme/use-narrow.ts';
import { HelpPanel } from './help-panel.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { MissingScreen } from './missing-screen.tsx';
import { Navigation } from './navigation.tsx';
import { CommandPalette } from './palette/command-palette.tsx';
import { ScreenBoundary } from './screen-fault.tsx';
import { screenComponent } from './screens.ts';
import { TopBar } from './top-bar.tsx';
import './desk-shell.css';

export type ShellPart = 'navigation' | 'palette' | 'help';

export function DeskShell() {
  const { screens } = useMe();
  const { pathname } = useLocation();
  const narrow = useNarrow();
  const reachable = useReachable();
  const [open, setOpen] = useState<ShellPart>();
  const close = useCallback(() => setOpen(undefined), []);
  const main = useRef<HTMLElement>(null);
  useShellKeys(setOpen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address closes what lay over the former one
  useEffect(() => {
    setOpen((part) => (part === 'help' ? part : undefined));
    main.current?.scrollTo(0, 0);
  }, [pathname]);
  return (
    <div className="desk">
      <a className="skip-link" href="#screen">
        跳到正文
      </a>
      <TopBar narrow={narrow} onOpen={setOpen} />
      {reachable ? null : (
        <p className="connection-strip" role="status">
          ◇ 没有连上服务器。您可以继续填写，恢复后再提交；已自动保存的草稿不会丢失。
        </p>
      )}
      <div className="desk-body">
        <Navigation narrow={narrow} open={open === 'navigation'} onClose={close} />
        <main id="screen" ref={main} tabIndex={-1}>
          <ScreenBoundary key={pathname}>
            <Suspense fallback={<Loading what="页面" lines={6} />}>
              <Routes>
                {['/', '/sign-in'].map((path) => (
                  <Route key={path} path={path} element={<Navigate to="/today" replace />} />
                ))}
                {screens.map(({ id, path }) => {
                  const Screen = screenComponent(id);
                  return <Route key={id} path={path} element={<Screen />} />;
                })}
                <Route path="*" element={<MissingScreen />} />
              </Routes>
            </Suspense>
          </ScreenBoundary>
        </main>
      </div>
      {open === 'palette' ? <CommandPalette onClose={close} onOpen={setOpen} /> : null}
      {open === 'help' ? <HelpPanel onClose={close} /> : null}
      <LeaveGuard />
    </div>
  );
}

/** Ctrl K anywhere; ? outside of fields. */
function useShellKeys(onOpen: (part: ShellPart) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        onOpen('palette');
      } else if (event.key === '?' && !isTyping(event.target)) {
        event.preventDefault();
        onOpen('help');
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onOpen]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable="true"]') !== null;
}
