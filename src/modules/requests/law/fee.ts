/** The tariff of 政府信息公开信息处理费管理办法 (国办函〔2020〕109号) as dated data. Charging is optional: 政府信息公开条例第四十二条. */
import { type Day, dayOf } from '#kernel/day.ts';

/** What one more unit costs from the unit after `above` on. */
export interface FeeBand {
  readonly above: number;
  /** In fen. */
  readonly each: number;
}

export interface FeeTariff {
  readonly from: Day;
  /** First day it is no longer in force; null while it is. */
  readonly until: Day | null;
  /** 按件: requests of one applicant in one calendar month. From `stepsFrom` on every ten further requests add `step`. */
  readonly byRequest: {
    readonly bands: readonly FeeBand[];
    readonly stepsFrom: number;
    readonly stepSize: number;
    /** In fen. */
    readonly step: number;
  };
  /** 按量: pages of one single request; a page is one side of A4 or smaller. */
  readonly byPages: readonly FeeBand[];
  readonly source: string;
}

/** Tariffs, earliest first. */
export const feeTariffs: readonly FeeTariff[] = [
  {
    from: dayOf('2021-01-01'),
    until: null,
    byRequest: {
      bands: [
        { above: 0, each: 0 },
        { above: 10, each: 100_00 },
        { above: 30, each: 200_00 },
      ],
      stepsFrom: 30,
      stepSize: 10,
      step: 100_00,
    },
    byPages: [
      { above: 0, each: 0 },
      { above: 30, each: 10_00 },
      { above: 100, each: 20_00 },
      { above: 200, each: 40_00 },
    ],
    source: '政府信息公开信息处理费管理办法（国办函〔2020〕109号，2021年1月1日起施行）',
  },
];
