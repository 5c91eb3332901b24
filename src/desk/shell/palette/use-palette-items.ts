/** Gathers what the palette can do here: the officer's screens, the shell's actions, and hits of the server's search. */

import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import { deskRoot } from '#kernel/http/address.ts';
import type { searchHitsSchema } from '#modules/system/contract.ts';
import { useMe } from '../../data/me.ts';
import { useApi } from '../../data/use-api.ts';
import { chooseAppearance, useDark } from '../../theme/appearance.ts';
import type { ShellPart } from '../desk-shell.tsx';
import { matchPaletteItems, type PaletteItem } from './palette-items.ts';

const pauseMs = 250;

/** Items for the text; `searching` while the server is asked. */
export function usePaletteItems(
  text: string,
  onOpen: (part: ShellPart) => void,
): { readonly items: readonly PaletteItem[]; readonly searching: boolean } {
  const { screens } = useMe();
  const navigate = useNavigate();
  const dark = useDark();
  const asked = usePaused(text.trim());
  const hits = useApi<z.infer<typeof searchHitsSchema>>(
    '/search',
    { text: asked, limit: 20 },
    { enabled: asked.length >= 2, keepsLast: true },
  );
  const own = useMemo<readonly PaletteItem[]>(
    () => [
      ...screens
        .filter((screen) => screen.inMenu)
        .map((screen) => ({
          key: screen.id,
          kind: '页面',
          title: screen.title,
          also: [screen.group],
          run: () => void navigate(screen.path),
        })),
      {
        key: 'appearance',
        kind: '操作',
        title: dark ? '换成浅色外观' : '换成深色外观',
        run: () => chooseAppearance(dark ? 'light' : 'dark'),
      },
      { key: 'help', kind: '操作', title: '打开帮助', also: ['手册', '快捷键'], run: () => onOpen('help') },
      {
        key: 'account',
        kind: '操作',
        title: '修改密码',
        also: ['账号', '动态口令'],
        run: () => void navigate('/account'),
      },
    ],
    [screens, navigate, dark, onOpen],
  );
  const found = (asked.length >= 2 && hits.data?.rows) || [];
  const things = found.map((hit) => ({
    key: `${hit.kindTitle}-${hit.objectId}`,
    kind: hit.kindTitle,
    title: hit.title,
    detail: [hit.unitName, hit.day].filter(Boolean).join('　'),
    run: () => openSiteAddress(hit.address, (path) => void navigate(path)),
  }));
  return { items: [...matchPaletteItems(own, text), ...things], searching: hits.isFetching };
}

/** A thing that was found lies on the desk or on the portal; only the former is a screen of this page. */
function openSiteAddress(address: string, openScreen: (path: string) => void): void {
  if (address.startsWith(`${deskRoot}/`)) openScreen(address.slice(deskRoot.length));
  else window.location.assign(address);
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const waiting = setTimeout(() => setPaused(text), pauseMs);
    return () => clearTimeout(waiting);
  }, [text]);
  return paused;
}
