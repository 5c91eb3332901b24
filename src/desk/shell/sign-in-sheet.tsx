/** Signing in again over the open screen: nothing typed is lost, and the request that met the lapsed session goes on. */
import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { Suspense, useEffect } from 'react';
import { Loading } from '../components/loading/loading.tsx';
import { isSignedIn, type Me, useMe } from '../data/me.ts';
import { signedInAgain, useSignInAsked } from '../data/sign-in-gate.ts';
import { apiKey, refreshBelow, useApi } from '../data/use-api.ts';
import { screenComponent } from './screens.ts';

const Entry = screenComponent('access.entry');
/** The sheet's own question about the session; asked afresh each time it opens. */
const sheetQuery = { sheet: 'open' };

export function SignInSheet() {
  return useSignInAsked() ? <OpenSheet /> : null;
}

function OpenSheet() {
  const before = useMe();
  const client = useQueryClient();
  const { data: now } = useApi<Me>('/me', sheetQuery);
  useEffect(() => {
    void refreshBelow(client, ['/me']);
    return () => client.removeQueries({ queryKey: apiKey('/me', sheetQuery) });
  }, [client]);
  useEffect(() => {
    if (now === undefined || !isSignedIn(now)) return;
    if (now.officer.id === before.officer.id) signedInAgain();
    // Somebody else signed in on this machine: what was typed is not theirs to send.
    else window.location.reload();
  }, [now, before]);
  return (
    <Modal open title="请重新登录" footer={null} closable={false} keyboard={false} width={440}>
      <p>登录已过期，或已在别处注销。登录后，刚才的操作会接着办，您填写的内容都还在。</p>
      <Suspense fallback={<Loading what="登录页" />}>
        <Entry />
      </Suspense>
    </Modal>
  );
}
