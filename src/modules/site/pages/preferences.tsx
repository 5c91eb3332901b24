/** How the site is shown to this visitor: a form like every other, kept in a cookie without script. */
import type { ReactElement } from 'react';
import type { Refusal } from '#kernel/refusal.ts';
import { preferencesAddress } from '#portal/addresses.ts';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { ChoiceField, ErrorSummary } from '#portal/components/form-fields.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';

const title = '显示方式';

export function PreferencesPage(props: {
  readonly frame: SiteFrame;
  /** Where to go after saving. */
  readonly back: string;
  readonly refusal?: Refusal;
}): ReactElement {
  const { frame, back, refusal } = props;
  return (
    <PortalPage frame={frame} title={title}>
      <Breadcrumb steps={[]} here={title} />
      <div className="text-column">
        {refusal === undefined ? null : (
          <ErrorSummary what={refusal.sentence.what} todo={refusal.sentence.todo} faults={refusal.fields} />
        )}
        <PageHeading title={title} lead="选择保存在您自己的浏览器里，一年有效，不含任何个人信息。" />
        <form method="post" action={preferencesAddress()}>
          <input type="hidden" name="back" value={back} />
          <ChoiceField
            name="size"
            title="字号"
            choices={[
              { value: 'standard', title: '标准字号' },
              { value: 'large', title: '大字版' },
            ]}
            typed={frame.preferences.size}
          />
          <ChoiceField
            name="contrast"
            title="配色"
            hint="高对比是黑底白字，适合光线强或者视力弱时使用。"
            choices={[
              { value: 'standard', title: '标准配色' },
              { value: 'high', title: '高对比' },
            ]}
            typed={frame.preferences.contrast}
          />
          <button type="submit" className="primary">
            保存
          </button>
        </form>
      </div>
    </PortalPage>
  );
}
