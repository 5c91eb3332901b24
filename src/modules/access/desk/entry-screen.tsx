/** The steps of signing in, one at a time, as the session's stage asks; alone on a page or in the sheet over a screen. */
import { useContext } from 'react';
import { Loading } from '#desk/components/loading/loading.tsx';
import { MeContext } from '#desk/data/me.ts';
import { useApi } from '#desk/data/use-api.ts';
import sealAddress from '#desk/shell/seal.svg';
import type { Me } from '../contract.ts';
import { ChangePasswordForm } from './change-password-form.tsx';
import { Enrolment } from './enrolment.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';
import { SignInForm } from './sign-in-form.tsx';
import './entry-screen.css';

/** Over a screen the account is known and stays the same; on the page anybody may sign in. */
export function EntryScreen() {
  const interrupted = useContext(MeContext);
  const { data: me } = useApi<Me>('/me');
  if (me === undefined) return <Loading what="登录状态" />;
  const step = <EntryStep me={me} loginName={interrupted?.officer.loginName} />;
  if (interrupted !== undefined) return step;
  return (
    <main className="entry">
      <header>
        <img src={sealAddress} width="40" height="40" alt="" />
        <div>
          <p className="entry-place">{me.jurisdiction?.name ?? '政务公开'}</p>
          <h1>公开工作台</h1>
        </div>
      </header>
      {step}
      <p className="entry-foot">
        这里供工作人员办理政务公开事项。查询公开的信息，请到<a href="/">公开网站</a>。
      </p>
    </main>
  );
}

function EntryStep({ me, loginName }: { readonly me: Me; readonly loginName: string | undefined }) {
  switch (me.stage) {
    case 'signedOut':
      return <SignInForm loginName={loginName} />;
    case 'secondFactorNeeded':
      return <SecondFactorForm />;
    case 'passwordChangeNeeded':
      return (
        <section>
          <h2>请先换一个密码</h2>
          <p>您用的是一次性的初始密码。换成只有您知道的密码后，才能开始工作。</p>
          <ChangePasswordForm loginName={me.officer?.loginName ?? ''} currentLabel="初始密码" />
        </section>
      );
    case 'enrolmentNeeded':
      return (
        <section>
          <h2>请先设置动态口令</h2>
          <p>管理角色须用密码加动态口令两种方式登录（GB/T 22239-2019）。只设置一次。</p>
          <Enrolment />
        </section>
      );
    case 'handOverNeeded':
      return <HandOverForm />;
    case 'signedIn':
      return <Loading what="您的工作台" />;
  }
}
