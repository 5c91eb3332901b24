/** Decides what is shown by the stage of the session: the steps of signing in, or the desk. */
import { Suspense, useRef } from 'react';
import { Loading } from '../components/loading/loading.tsx';
import { RefusalNotice } from '../components/refusal-notice/refusal-notice.tsx';
import { isSignedIn, type Me, MeContext, type SignedInMe } from '../data/me.ts';
import { useApi } from '../data/use-api.ts';
import { DeskShell } from './desk-shell.tsx';
import { screenComponent } from './screens.ts';
import { SignInSheet } from './sign-in-sheet.tsx';

/** Shows every stage but `signedIn`; the access module brings it. */
const Entry = screenComponent('access.entry');

export function DeskEntry() {
  const { data, error, refetch } = useApi<Me>('/me');
  const signedIn = useRef<SignedInMe>(undefined);
  if (data !== undefined && isSignedIn(data)) signedIn.current = data;
  // A session that lapses keeps its screen: the sheet asks again over it. Signing out loads the desk afresh.
  const me = signedIn.current ?? data;
  if (me === undefined) {
    return (
      <main className="entry-waiting">
        {error === null ? (
          <Loading what="您的工作台" />
        ) : (
          <RefusalNotice error={error} onRetry={() => void refetch()} />
        )}
      </main>
    );
  }
  if (!isSignedIn(me)) {
    return (
      <Suspense fallback={<Loading what="登录页" />}>
        <Entry />
      </Suspense>
    );
  }
  return (
    <MeContext value={me}>
      <DeskShell />
      <SignInSheet />
    </MeContext>
  );
}
