/** The public page of the periods. */
import { createElement } from 'react';
import { z } from 'zod';
import { pageRoute } from '#kernel/http/route.ts';
import { loadSiteFrame } from '#portal/frame.ts';
import { periodsAddress } from '../addresses.ts';
import type { TypedForm } from '../pages/calculator-form.tsx';
import { PeriodsPage } from '../pages/periods.tsx';
import { computeDue, listPeriodRuleViews, viewOfDerivation } from '../queries/rules.ts';

const typedText = z.string().max(60).default('');

const formSchema = z.object({
  rule: typedText,
  on: typedText,
  time: typedText,
  extend: typedText,
  after: typedText,
  through: typedText,
  span: z
    .union([typedText, z.array(typedText).max(12)])
    .default([])
    .transform((given) => (typeof given === 'string' ? [given] : given)),
}) satisfies z.ZodType<TypedForm>;

function textIn(query: Readonly<Record<string, string | readonly string[] | undefined>>, name: string) {
  const value = query[name];
  return typeof value === 'string' ? value.slice(0, 60) : '';
}

export const periodPageRoutes = [
  pageRoute({
    name: 'periods.page',
    summary: '期限计算',
    path: periodsAddress.pattern,
    query: formSchema,
    refused: async ({ app, refusal, query, request }) =>
      createElement(PeriodsPage, {
        frame: await loadSiteFrame({ app, request }, 'requests'),
        rules: await listPeriodRuleViews(app),
        typed: {
          rule: textIn(query, 'rule'),
          on: textIn(query, 'on'),
          time: textIn(query, 'time'),
          extend: textIn(query, 'extend'),
          after: textIn(query, 'after'),
          through: textIn(query, 'through'),
          span: [query.span ?? []].flat().slice(0, 12),
        },
        result: null,
        error: refusal.sentence,
      }),
    handle: async (input) => {
      const { app, query } = input;
      const { rule, on, time, extend, after, through, span } = query;
      // A link from search names the period alone and leaves the day to be filled in.
      const asked = on !== '';
      const derived = asked
        ? await computeDue(app, {
            rule,
            on: time === '' ? on : `${on}T${time}`,
            extend,
            suspend: [...(after === '' && through === '' ? [] : [`${after}..${through}`]), ...span],
          })
        : undefined;
      return createElement(PeriodsPage, {
        frame: await loadSiteFrame(input, 'requests'),
        rules: await listPeriodRuleViews(app),
        typed: query,
        result: derived === undefined ? null : viewOfDerivation(derived),
        error: null,
      });
    },
  }),
];
