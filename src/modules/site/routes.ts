/** Routes of the public site's own pages. */
import { createElement, type ReactElement } from 'react';
import { z } from 'zod';
import { displayCookie } from '#kernel/http/cached-answers.ts';
import { httpRefusals } from '#kernel/http/http-refusals.ts';
import { type PageRoute, pageRoute, SpecialReply } from '#kernel/http/route.ts';
import { type PortalDoor, portalDoors } from '#kernel/portal-offers.ts';
import {
  aboutAddress,
  doorAddresses,
  homeAddress,
  ownAddress,
  preferencesAddress,
  robotsAddress,
  siteMapAddress,
  sitemapAddress,
  sitemapPartAddress,
} from '#portal/addresses.ts';
import { loadSiteFrame } from '#portal/frame.ts';
import {
  contrasts,
  preferenceSeconds,
  readViewPreferences,
  textSizes,
  writeViewPreferences,
} from '#portal/preferences.ts';
import { doorTitles } from '#portal/words.ts';
import { gatherHome, listPortalEntries } from './gather.ts';
import { AboutPage } from './pages/about.tsx';
import { DoorPage } from './pages/door.tsx';
import { HomePage } from './pages/home.tsx';
import { PreferencesPage } from './pages/preferences.tsx';
import { SiteMapPage } from './pages/site-map.tsx';
import {
  findSitemapPages,
  listSitemapParts,
  sitemapMediaType,
  writeRobots,
  writeSitemap,
  writeSitemapIndex,
} from './sitemap.ts';

function xmlReply(body: string): SpecialReply {
  return new SpecialReply({ body, headers: { 'content-type': sitemapMediaType } });
}

function doorRoute(door: PortalDoor): PageRoute {
  return pageRoute({
    name: `site.${door}`,
    summary: doorTitles[door],
    path: doorAddresses[door].pattern,
    cached: true,
    handle: async (input) =>
      createElement(DoorPage, {
        frame: await loadSiteFrame(input, door),
        door,
        entries: listPortalEntries(input.app.modules, door),
      }),
  });
}

/** Where the view switches come from; the first page when the form does not say. */
function addressBack(typed: string | undefined): string {
  return ownAddress(typed) ?? homeAddress();
}

const longestAddress = 2000;

export const siteRoutes: readonly PageRoute[] = [
  pageRoute({
    name: 'site.home',
    summary: '首页',
    path: homeAddress.pattern,
    cached: true,
    handle: async (input): Promise<ReactElement> =>
      createElement(HomePage, { frame: await loadSiteFrame(input), ...(await gatherHome(input.app)) }),
  }),
  ...portalDoors.map(doorRoute),
  pageRoute({
    name: 'site.map',
    summary: '网站地图',
    path: siteMapAddress.pattern,
    cached: true,
    handle: async (input) => {
      const { modules } = input.app;
      return createElement(SiteMapPage, {
        frame: await loadSiteFrame(input),
        rooms: {
          disclosure: listPortalEntries(modules, 'disclosure'),
          policies: listPortalEntries(modules, 'policies'),
          requests: listPortalEntries(modules, 'requests'),
        },
      });
    },
  }),
  pageRoute({
    name: 'site.sitemap',
    summary: '供搜索引擎使用的网站地图',
    path: sitemapAddress.pattern,
    cached: true,
    handle: async ({ app, request }) => {
      const parts = await listSitemapParts(app);
      return xmlReply(
        writeSitemapIndex(parts.map((part) => request.origin + sitemapPartAddress({ ...part }))),
      );
    },
  }),
  pageRoute({
    name: 'site.sitemapPart',
    summary: '网站地图的一部分',
    path: sitemapPartAddress.pattern,
    params: z.object({ module: z.string().max(40), part: z.string().max(40) }),
    cached: true,
    handle: async ({ app, params, request }) => {
      const pages = await findSitemapPages(app, params);
      if (pages === undefined) throw httpRefusals.refuse('http.notFound', {});
      return xmlReply(writeSitemap(pages, request.origin));
    },
  }),
  pageRoute({
    name: 'site.robots',
    summary: '给搜索引擎的说明',
    path: robotsAddress.pattern,
    cached: true,
    handle: ({ request }) =>
      Promise.resolve(
        new SpecialReply({
          body: writeRobots(request.origin, sitemapAddress()),
          headers: { 'content-type': 'text/plain; charset=utf-8' },
        }),
      ),
  }),
  pageRoute({
    name: 'site.about',
    summary: '使用说明与无障碍声明',
    path: aboutAddress.pattern,
    cached: true,
    handle: async (input) => createElement(AboutPage, { frame: await loadSiteFrame(input) }),
  }),
  pageRoute({
    name: 'site.preferences',
    summary: '显示方式',
    path: preferencesAddress.pattern,
    query: z.object({ back: z.string().max(longestAddress).optional().catch(undefined) }),
    handle: async (input) =>
      createElement(PreferencesPage, {
        frame: await loadSiteFrame(input),
        back: addressBack(input.query.back),
      }),
  }),
  pageRoute({
    name: 'site.setPreferences',
    summary: '保存显示方式',
    method: 'POST',
    path: preferencesAddress.pattern,
    body: z.object({
      size: z.enum(textSizes, '请从列出的字号中选择').optional(),
      contrast: z.enum(contrasts, '请从列出的配色中选择').optional(),
      back: z.string().max(longestAddress).optional(),
    }),
    refused: async ({ app, refusal, typed, request }) =>
      createElement(PreferencesPage, {
        frame: await loadSiteFrame({ app, request }),
        back: addressBack(typeof typed.back === 'string' ? typed.back : undefined),
        refusal,
      }),
    handle: ({ body, request }) => {
      const present = readViewPreferences(request.cookies[displayCookie]);
      const value = writeViewPreferences({
        size: body.size ?? present.size,
        contrast: body.contrast ?? present.contrast,
      });
      return Promise.resolve(
        new SpecialReply({
          status: 303,
          headers: { location: addressBack(body.back) },
          cookies: [{ name: displayCookie, value, maxAgeSeconds: preferenceSeconds }],
        }),
      );
    },
  }),
];
