/** Account name and password, or the single sign-on where one is configured. */

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { z } from 'zod';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { PasswordInput, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { callApi } from '#desk/data/call-api.ts';
import { refreshBelow, useApi } from '#desk/data/use-api.ts';
import { type signInOptionsSchema, signInSchema } from '../contract.ts';

/** With a `loginName` the session of that account goes on; another account cannot take over its work. */
export function SignInForm({ loginName }: { readonly loginName: string | undefined }) {
  const client = useQueryClient();
  const { data: options } = useApi<z.infer<typeof signInOptionsSchema>>('/sign-in/options');
  const form = useContractForm({
    contract: signInSchema,
    initial: { loginName: loginName ?? '', password: '' },
    submit: async (body) => {
      await callApi({ method: 'POST', path: '/session', body, asksToSignIn: false });
      await refreshBelow(client, ['/me']);
    },
  });
  const firstField = `${form.id}-${loginName === undefined ? 'loginName' : 'password'}`;
  useEffect(() => document.getElementById(firstField)?.focus(), [firstField]);
  const singleSignOnFailed = new URLSearchParams(window.location.search).has('refused');
  const singleSignOn = options?.singleSignOn ?? null;
  return (
    <section>
      {singleSignOnFailed ? (
        <p className="entry-refused" role="alert">
          ▲
          统一身份认证没有通过。请再试一次，或用账号和密码登录；仍不行时联系系统管理员，核对您的账号是否已关联。
        </p>
      ) : null}
      <FormFrame form={form} verb="登录">
        <FormField form={form} name="loginName" label="账号">
          {(control) => <TextInput {...control} autoComplete="username" disabled={loginName !== undefined} />}
        </FormField>
        <FormField form={form} name="password" label="密码" hint="忘记密码请联系系统管理员重置。">
          {(control) => <PasswordInput {...control} autoComplete="current-password" />}
        </FormField>
      </FormFrame>
      {singleSignOn === null ? null : (
        <p className="entry-other">
          <a href={singleSignOnAddress(singleSignOn.address)}>用{singleSignOn.label}登录</a>
        </p>
      )}
    </section>
  );
}

/** Comes back to the address that was asked for. */
function singleSignOnAddress(address: string): string {
  const { pathname, search } = window.location;
  const asked = pathname === '/desk/sign-in' ? '/desk/' : pathname + search;
  return `${address}${address.includes('?') ? '&' : '?'}returnTo=${encodeURIComponent(asked)}`;
}
