/** The page of a unit: what it must disclose, what of it is out, and its newest information. */
import type { ReactElement } from 'react';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { statutoryAddress, unitListAddress, unitPageAddress } from '../addresses.ts';
import type { DutyCoverage, UnitCoverage } from '../queries/statutory.ts';
import { statutoryDuties } from '../rules/kinds/item-kind.ts';
import { statutoryDutyTitles } from '../words/columns.ts';
import { ItemList, type ListedItems } from './item-list.tsx';

function DutyMark(props: { readonly duty: DutyCoverage }): ReactElement {
  const { duty } = props;
  if (duty.items === 0 && duty.absence !== null) {
    return <span className="quiet-words">－ 本单位没有此项（{duty.absence.reason}）</span>;
  }
  return duty.items > 0 ? <span>● {duty.items}条</span> : <span className="quiet-words">○ 暂无</span>;
}

export function UnitPage(props: {
  readonly frame: SiteFrame;
  readonly coverage: UnitCoverage;
  readonly listed: ListedItems;
}): ReactElement {
  const { frame, coverage, listed } = props;
  return (
    <PortalPage
      frame={frame}
      title={coverage.unitName}
      description={`${coverage.unitName}主动公开的政府信息。`}
    >
      <Breadcrumb steps={[{ title: '各单位', address: unitListAddress() }]} here={coverage.unitName} />
      <PageHeading title={coverage.unitName} lead="主动公开的政府信息，最新的在前。" />
      <h2>最新信息</h2>
      <ItemList listed={listed} withUnit={false} whenEmpty={`${coverage.unitName}发布后会显示在这里。`} />
      <section aria-labelledby="duties">
        <h2 id="duties">法定主动公开内容</h2>
        <ul className="duty-list">
          {coverage.duties.map((duty) => (
            <li key={duty.duty}>
              <span>{statutoryDutyTitles[duty.duty]}</span> <DutyMark duty={duty} />
            </li>
          ))}
        </ul>
      </section>
    </PortalPage>
  );
}

export function UnitListPage(props: {
  readonly frame: SiteFrame;
  readonly units: readonly UnitCoverage[];
}): ReactElement {
  return (
    <PortalPage frame={props.frame} title="各单位" description="各部门和镇街的政府信息。">
      <Breadcrumb steps={[]} here="各单位" />
      <PageHeading title="各单位" lead="各部门和镇街主动公开的政府信息。" />
      <ul className="unit-list">
        {props.units.map((unit) => (
          <li key={unit.unitId}>
            <a href={unitPageAddress({ unitId: unit.unitId })}>{unit.unitName}</a>{' '}
            <span className="title-notes">{unit.items}条</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={statutoryAddress()}>查看各单位法定主动公开内容的齐全情况</a>
      </p>
    </PortalPage>
  );
}

export function StatutoryPage(props: {
  readonly frame: SiteFrame;
  /** Fixed parts that have a column, with its address. */
  readonly parts: readonly { readonly title: string; readonly address: string | null }[];
  readonly units: readonly UnitCoverage[];
}): ReactElement {
  const { frame, parts, units } = props;
  return (
    <PortalPage
      frame={frame}
      title="政府信息公开专栏"
      description="公开指南、公开制度、法定主动公开内容、年度报告和依申请公开。"
    >
      <Breadcrumb steps={[]} here="政府信息公开专栏" />
      <PageHeading title="政府信息公开专栏" lead="按照政府信息公开条例设置，内容由各单位分别公开。" />
      <nav className="room-list" aria-label="专栏内容">
        <ul>
          {parts.map((part) => (
            <li key={part.title}>
              {part.address === null ? `${part.title}（尚未开设）` : <a href={part.address}>{part.title}</a>}
            </li>
          ))}
        </ul>
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by the keyboard (WCAG 2.1.1) */}
      <section className="table-frame" tabIndex={0} aria-label="各单位法定主动公开内容">
        <table>
          <caption>各单位法定主动公开内容：已公开的条数，空白表示还没有，“－”表示该单位没有此项</caption>
          <thead>
            <tr>
              <th scope="col">单位</th>
              {statutoryDuties.map((duty) => (
                <th key={duty} scope="col">
                  {statutoryDutyTitles[duty]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.unitId}>
                <th scope="row">
                  <a href={unitPageAddress({ unitId: unit.unitId })}>{unit.unitName}</a>
                </th>
                {unit.duties.map((duty) => (
                  <td key={duty.duty} className="figure">
                    {duty.items === 0 ? (duty.absence === null ? '' : '－') : duty.items}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </PortalPage>
  );
}
