/** What stands between the report and its signature, and the button that signs it. */
import { Button } from 'antd';
import { useState } from 'react';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { noOf } from '#desk/data/answer.ts';
import { useCommand } from '#desk/data/use-api.ts';
import type { ReportDraft } from '../../contract/editions.ts';

export function SignBox(props: {
  readonly year: number;
  readonly unitId: string | null;
  readonly draft: ReportDraft;
}) {
  const { year, unitId, draft } = props;
  const say = useSay();
  const [explanation, setExplanation] = useState('');
  const sign = useCommand<object, { id: string }>({
    call: (body) => ({ method: 'POST', path: `/reports/years/${year}/editions`, body }),
    changes: ['/reports'],
    onDone: () => say.done('已签发，数据和文字已经固定'),
  });
  const errors = draft.findings.filter(({ severity }) => severity === 'error');
  const others = draft.findings.filter(({ severity }) => severity !== 'error');
  const explainable = errors.length > 0 && errors.every(({ identity }) => identity === 'I4');
  const stands = [
    draft.missingCells > 0 ? `表里还有${draft.missingCells}格没有数` : '',
    draft.gaps > 0 ? `文字里还有${draft.gaps}处“请填写”` : '',
    errors.length > 0 ? `勾稽关系有${errors.length}处不成立` : '',
  ].filter((word) => word !== '');
  const ready =
    draft.missingCells === 0 &&
    draft.gaps === 0 &&
    (errors.length === 0 || (explainable && explanation.trim() !== ''));
  return (
    <section aria-label="签发">
      <p>
        {stands.length === 0 ? (
          <StandingChip standing="met" word="可以签发" />
        ) : (
          <StandingChip standing="cannotTell" word="还不能签发" figure={stands.join('；')} />
        )}
      </p>
      {[...errors, ...others].slice(0, 12).map(({ sentence, severity }) => (
        <p key={sentence} className={`report-${severity}`}>
          {severity === 'error' ? '▲' : '◇'} {sentence}
        </p>
      ))}
      {explainable && draft.maySign ? (
        <label htmlFor="report-explanation">
          与上年不一致的原因
          <TextArea
            id="report-explanation"
            value={explanation}
            onChange={setExplanation}
            rows={2}
            maxLength={2000}
          />
        </label>
      ) : null}
      {sign.error === null ? null : <RefusalNotice error={noOf(sign.error)} />}
      {draft.maySign ? (
        <p className="detail-actions">
          <Button
            type="primary"
            disabled={!ready}
            loading={sign.isPending}
            onClick={() => sign.mutate({ unitId, explanation })}
          >
            签发
          </Button>
        </p>
      ) : null}
    </section>
  );
}
