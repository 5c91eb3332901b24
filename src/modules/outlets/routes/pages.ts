/** Public pages of mail subscriptions, and the sheet for the board. */
import { createElement } from 'react';
import { z } from 'zod';
import { visitor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { pageRoute } from '#kernel/http/route.ts';
import { mailSettingsOf } from '#kernel/mail/mail-settings.ts';
import { transact } from '#kernel/work.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import { listColumns } from '#modules/publishing/index.ts';
import { loadSiteFrame } from '#portal/frame.ts';
import { confirmSubscriptionAddress, endSubscriptionAddress, subscribeAddress } from '../addresses.ts';
import { SubscribePage, type SubscribeView } from '../pages/subscribe.tsx';
import { SubscriptionLinkPage } from '../pages/subscription-link.tsx';
import { listOpenOutlets } from '../queries/outlets.ts';
import { askForMail, confirmMail, endMail } from '../service/subscriptions.ts';
import { siteOrigin } from '../site-origin.ts';
import type { OutletRow } from '../tables.ts';
import { outletRefusals } from '../words.ts';

/** The one mail list of the site; undefined where none is open. */
async function findMailList(app: App): Promise<OutletRow | undefined> {
  const jurisdictionId = await getHomeJurisdictionId(app.database.read, visitor);
  return (await listOpenOutlets(app.database.read, jurisdictionId)).find(({ kind }) => kind === 'mailList');
}

async function viewOf(app: App): Promise<SubscribeView> {
  const jurisdictionId = await getHomeJurisdictionId(app.database.read, visitor);
  const columns = await listColumns(app.database.read, {
    jurisdictionId,
    today: beijingDayOf(app.clock.now()),
  });
  return {
    isOpen: mailSettingsOf(app.config) !== undefined && (await findMailList(app)) !== undefined,
    columns: columns
      .filter(({ items, kind }) => items > 0 && kind !== 'unitPage')
      .map(({ code, title }) => ({ code, title })),
  };
}

const formSchema = z.object({
  address: z.string().max(300).default(''),
  column: z
    .union([z.string().max(64), z.array(z.string().max(64)).max(60)])
    .default([])
    .transform((given) => (typeof given === 'string' ? [given] : given)),
});
const tokenQuery = z.object({ token: z.string().max(200).default('') });

export const outletPageRoutes = [
  pageRoute({
    name: 'outlets.subscribe',
    summary: '订阅更新',
    path: subscribeAddress.pattern,
    handle: async (input) =>
      createElement(SubscribePage, {
        frame: await loadSiteFrame(input, 'disclosure'),
        view: await viewOf(input.app),
        typed: { address: '', column: [] },
        state: 'asking',
      }),
  }),
  pageRoute({
    name: 'outlets.askForMail',
    summary: '提交邮件订阅',
    method: 'POST',
    path: subscribeAddress.pattern,
    body: formSchema,
    refused: async ({ app, refusal, typed, request }) =>
      createElement(SubscribePage, {
        frame: await loadSiteFrame({ app, request }, 'disclosure'),
        view: await viewOf(app),
        typed: {
          address: typeof typed.address === 'string' ? typed.address : '',
          column: [typed.column ?? []].flat(),
        },
        state: 'asking',
        refusal,
      }),
    handle: async (input) => {
      const { app, body } = input;
      const list = await findMailList(app);
      if (list === undefined) throw outletRefusals.refuse('outlets.noMailList', {});
      const frame = await loadSiteFrame(input, 'disclosure');
      await transact(app, visitor, (work) =>
        askForMail(work, app.config, {
          outletId: list.id,
          address: body.address,
          columnCodes: body.column,
          siteName: frame.siteName,
          origin: siteOrigin(app.config),
        }),
      );
      return createElement(SubscribePage, {
        frame,
        view: await viewOf(app),
        typed: { address: body.address, column: body.column },
        state: 'asked',
      });
    },
  }),
  ...(['confirm', 'end'] as const).flatMap((purpose) => {
    const address = purpose === 'confirm' ? confirmSubscriptionAddress : endSubscriptionAddress;
    const summary = purpose === 'confirm' ? '确认邮件订阅' : '取消邮件订阅';
    return [
      // Mail programs open links by themselves; nothing is done before the button is pressed.
      pageRoute({
        name: `outlets.${purpose}Link`,
        summary,
        path: address.pattern,
        query: tokenQuery,
        handle: async (input) =>
          createElement(SubscriptionLinkPage, {
            frame: await loadSiteFrame(input, 'disclosure'),
            purpose,
            token: input.query.token,
            isDone: false,
          }),
      }),
      pageRoute({
        name: `outlets.${purpose}Mail`,
        summary,
        method: 'POST',
        path: address.pattern,
        body: tokenQuery,
        handle: async (input) => {
          const { app, body } = input;
          const settle = purpose === 'confirm' ? confirmMail : endMail;
          await transact(app, visitor, (work) => settle(work, app.config, body.token));
          return createElement(SubscriptionLinkPage, {
            frame: await loadSiteFrame(input, 'disclosure'),
            purpose,
            token: body.token,
            isDone: true,
          });
        },
      }),
    ];
  }),
];
