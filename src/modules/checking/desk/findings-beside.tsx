/** What stands beside a checked text: counts, what was solved, the list, reasons, masked copy, export; and its keys. */
import { Button, Modal } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { EmptyState } from '#desk/components/empty-state/empty-state.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { useActingUnit } from '#desk/data/acting-unit.ts';
import { useMay } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import type { FindingView, OverrideInput } from '../contract.ts';
import { compareChecks, placesOfFindings } from '../rules/carry-findings.ts';
import { severityTitles } from '../words.ts';
import { exportFindings } from './export-findings.ts';
import { type FindingActions, type FindingFilter, FindingList } from './finding-list.tsx';
import { MaskedCopy } from './masked-copy.tsx';
import { offeredActions } from './offered-actions.ts';
import { keyOfFinding } from './text-segments.ts';
import { useFindingKeys } from './use-finding-keys.ts';
import { WordForm } from './word-form.tsx';

export interface FindingsBesideProps {
  /** Name of the document, as it stands beside a reason. */
  readonly name: string;
  readonly text: string;
  readonly isPublishedList: boolean;
  readonly findings: readonly FindingView[];
  /** The findings are those of the text shown. */
  readonly isReady: boolean;
  /** Findings of an earlier check of the same document. */
  readonly before: readonly FindingView[] | undefined;
  readonly beforeWord: string;
  readonly openKey: string | undefined;
  readonly onOpen: (key: string) => void;
  /** Puts a suggestion into the text; undefined where the text cannot be changed here. */
  readonly onApply: ((finding: FindingView) => void) | undefined;
  readonly emptyHint: string;
  readonly actions: ReactNode;
}

/** A reason speaks for its place alone; the same words elsewhere want their own. */
const reasonKeyOf = ({ code, severity }: FindingView, place: string) => `${code} ${severity} ${place}`;

export function FindingsBeside(props: FindingsBesideProps) {
  const { name, text, findings, isReady, openKey, onOpen, onApply } = props;
  const say = useSay();
  const [filter, setFilter] = useState<FindingFilter>({ severity: undefined, class: undefined });
  const [reasoning, setReasoning] = useState<FindingView>();
  const [accepting, setAccepting] = useState<FindingView>();
  const [masking, setMasking] = useState(false);
  const [reasoned, setReasoned] = useState<ReadonlySet<string>>(new Set());
  const actionsFor = useActionsFor({ onApply, onReason: setReasoning, onAccept: setAccepting });
  const [unit] = useActingUnit();
  const override = useCommand<OverrideInput>({
    call: (body) => ({ method: 'POST', path: '/checks/overrides', body }),
    changes: ['/checks/overrides'],
  });
  const shown = useMemo(
    () =>
      findings.filter(
        (finding) =>
          (filter.severity === undefined || finding.severity === filter.severity) &&
          (filter.class === undefined || finding.class === filter.class),
      ),
    [findings, filter],
  );
  useFindingKeys({ findings: shown, openKey, onOpen, onApply });
  const isClean = findings.length === 0;
  const places = useMemo(() => {
    const all = placesOfFindings(text, findings);
    return new Map(findings.map((finding, index) => [keyOfFinding(finding), all[index] ?? '']));
  }, [text, findings]);
  const placeOf = (finding: FindingView) => places.get(keyOfFinding(finding)) ?? '';
  return (
    <div className="check-beside">
      <Solved {...props} />
      {isClean ? (
        <EmptyState
          title={isReady ? '没有发现问题' : '结果会列在这里'}
          hint={isReady ? '检测不能代替审查，发布前仍请通读一遍。' : props.emptyHint}
        />
      ) : (
        <FindingList
          findings={shown}
          all={findings}
          filter={filter}
          onFilter={setFilter}
          openKey={openKey}
          onOpen={onOpen}
          hasReason={(finding) =>
            finding.standing !== undefined || reasoned.has(reasonKeyOf(finding, placeOf(finding)))
          }
          actionsFor={actionsFor}
        />
      )}
      <div className="check-beside-actions">
        {isClean ? null : (
          <Button size="small" onClick={() => void exportFindings(name, shown)}>
            导出结果
          </Button>
        )}
        {text.trim() === '' ? null : (
          <Button size="small" onClick={() => setMasking(true)}>
            脱敏副本
          </Button>
        )}
        {props.actions}
      </div>
      {reasoning === undefined || unit === undefined ? null : (
        <ReasonDialog
          verb="放行"
          name={reasoning.text}
          consequence={`${severityTitles[reasoning.severity]}：${reasoning.reason}。您的姓名和理由会存档备查；标出的文字不保存。`}
          onClose={() => setReasoning(undefined)}
          onReason={async (reason) => {
            const { code, severity, text: span } = reasoning;
            const place = placeOf(reasoning);
            if (severity === 'hint') return;
            const given = { unitId: unit.id, code, severity, span, place, documentName: name, reason };
            await override.mutateAsync(given);
            setReasoned(new Set([...reasoned, reasonKeyOf(reasoning, place)]));
            say.done('理由已存档');
          }}
        />
      )}
      {accepting === undefined ? null : (
        <SidePanel
          title={`以后都放行“${accepting.text}”`}
          width="wide"
          onClose={() => setAccepting(undefined)}
        >
          <WordForm
            key={keyOfFinding(accepting)}
            start={{ kind: 'accepted', phrase: accepting.text, unitId: unit?.id ?? null }}
            onDone={() => setAccepting(undefined)}
          />
        </SidePanel>
      )}
      <Modal
        open={masking}
        title="脱敏副本"
        footer={null}
        width={720}
        destroyOnHidden
        onCancel={() => setMasking(false)}
      >
        <MaskedCopy text={text} isPublishedList={props.isPublishedList} />
      </Modal>
    </div>
  );
}

/** What this officer may do with which finding. */
function useActionsFor(on: {
  readonly onApply: ((finding: FindingView) => void) | undefined;
  readonly onReason: (finding: FindingView) => void;
  readonly onAccept: (finding: FindingView) => void;
}): (finding: FindingView) => FindingActions {
  const may = useMay();
  const [unit] = useActingUnit();
  return (finding) => {
    const offer = offeredActions(finding, { may, unitId: unit?.id, canChange: on.onApply !== undefined });
    return {
      ...(offer.mayApply && on.onApply !== undefined ? { apply: on.onApply } : {}),
      ...(offer.mayOverride ? { override: on.onReason } : {}),
      ...(offer.mayAccept ? { accept: on.onAccept } : {}),
    };
  };
}

function Solved({ before, beforeWord, findings, isReady }: FindingsBesideProps) {
  if (before === undefined || before.length === 0 || !isReady) return null;
  const { solved, left, fresh } = compareChecks(before, findings);
  if (solved.length + fresh.length === 0) return null;
  return (
    <details className="check-solved">
      <summary>
        <span role="status">
          与{beforeWord}相比：● 已解决{solved.length}处，尚有{left.length}处，新出现{fresh.length}处
        </span>
      </summary>
      <ul>
        {solved.map((finding) => (
          <li key={keyOfFinding(finding)}>
            <del>{finding.text}</del> {finding.reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
