/** 公告栏: the platform sets the sheet (see `service/print-sheet.ts`); a person puts it up and records where and when. */
import type { OutletAdapter } from './adapter.ts';

export const noticeBoardAdapter: OutletAdapter = {
  publish: ({ settings }) =>
    Promise.resolve({ kind: 'handOff', detail: `请打印并张贴在${settings.place ?? '公告栏'}，然后登记` }),
};
