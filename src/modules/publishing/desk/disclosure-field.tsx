/** The openness attribute with its legal ground and reason (条例第十三条至第十六条). */
import { Radio, Select } from 'antd';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import {
  groundsOfLaw,
  type Openness,
  opennessKinds,
  type WithholdingGround,
  withholdingGrounds,
} from '../rules/openness.ts';
import { opennessTitles } from '../words/items.ts';

export interface DisclosureValue {
  readonly openness: Openness;
  readonly ground: WithholdingGround | null;
  readonly reason: string;
}

export function DisclosureField(props: {
  readonly value: DisclosureValue;
  readonly onChange: (value: DisclosureValue) => void;
}) {
  const { value, onChange } = props;
  const set = (change: Partial<DisclosureValue>) => onChange({ ...value, ...change });
  return (
    <fieldset className="item-disclosure">
      <legend>公开属性</legend>
      <Radio.Group
        aria-label="公开属性"
        value={value.openness}
        options={opennessKinds.map((one) => ({ value: one, label: opennessTitles[one] }))}
        onChange={(event) => {
          const openness = opennessKinds.find((one) => one === event.target.value);
          if (openness !== undefined) set({ openness });
        }}
      />
      {value.openness === 'proactive' ? null : (
        <>
          <div className="form-field">
            <label className="form-label" htmlFor="item-ground">
              法定理由
            </label>
            <Select<WithholdingGround>
              id="item-ground"
              allowClear
              value={value.ground}
              onChange={(ground: WithholdingGround | undefined) => set({ ground: ground ?? null })}
              options={withholdingGrounds.map((one) => ({
                value: one,
                label: `${groundsOfLaw[one].title}（${groundsOfLaw[one].article}）`,
              }))}
            />
          </div>
          <div className="form-field">
            <label className="form-label" htmlFor="item-reason">
              具体原因
            </label>
            <TextArea id="item-reason" rows={2} value={value.reason} onChange={(reason) => set({ reason })} />
            <p className="form-note">公开是常态，不公开是例外。请结合这份信息写明原因。</p>
          </div>
        </>
      )}
    </fieldset>
  );
}
