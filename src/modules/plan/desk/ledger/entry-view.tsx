/** One report as it is read: what stands now, what it said before (struck), files, pages, and what may be done with it. */
import { PaperClipOutlined } from '@ant-design/icons';
import { fileSizeWords } from '#desk/components/file-drop/file-limits.ts';
import type { StandingName } from '#desk/components/standing-chip/standing.ts';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { apiAddress } from '#desk/data/call-api.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords, longDay } from '#kernel/day-words.ts';
import type { LedgerItem, LedgerVersion } from '../../contract/ledger.ts';
import type { LedgerState } from '../../rules/ledger/entry.ts';
import { isPicture } from '../../rules/ledger/evidence-file.ts';
import { entryKindTitles, ledgerStateTitles } from '../../words/ledger.ts';
import { EntryActions } from './entry-actions.tsx';
import { LinkMark } from './link-mark.tsx';
import './ledger.css';

const standingOfState: Readonly<Record<LedgerState, StandingName>> = {
  internal: 'notYetDue',
  public: 'met',
  withdrawn: 'failing',
};

export interface EntryViewProps {
  readonly item: LedgerItem;
  /** False where the list is of one task and the name of each would only repeat. */
  readonly namesTask: boolean;
}

export function EntryView({ item, namesTask }: EntryViewProps) {
  const newest = item.versions.at(-1);
  const former = item.versions.slice(0, -1);
  if (newest === undefined) return null;
  return (
    <article className="ledger-entry" aria-label={`${item.unitName}${longDay(item.writtenOn)}的台账`}>
      <header>
        <strong>{item.unitName}</strong>
        <span>{longDay(item.writtenOn)}</span>
        <span className="plan-secondary">{item.versions[0]?.writtenByName}</span>
        <StandingChip standing={standingOfState[item.state]} word={ledgerStateTitles[item.state]} />
      </header>
      {namesTask ? (
        <p className="plan-secondary">
          {item.taskNo === null ? '' : `第${item.taskNo}项 `}
          {item.taskTitle}
        </p>
      ) : null}
      {newest.kind === 'withdrawal' ? null : <VersionBody version={newest} struck={false} />}
      {former.length === 0 ? null : (
        <ol className="ledger-former" aria-label="更正和撤回记录">
          {item.versions.slice(1).map((version, index) => (
            <li key={version.id}>
              <p>
                {instantWords(instantOf(version.writtenAt))} {version.writtenByName}
                {entryKindTitles[version.kind]}：{version.reason}
              </p>
              <VersionBody version={item.versions[index] ?? version} struck />
            </li>
          ))}
        </ol>
      )}
      <EntryActions item={item} newest={newest} />
    </article>
  );
}

function VersionBody({ version, struck }: { readonly version: LedgerVersion; readonly struck: boolean }) {
  const { body, figures, files, links } = version;
  return (
    <div className={struck ? 'ledger-body ledger-struck' : 'ledger-body'}>
      <p>{struck ? <del>{body}</del> : body}</p>
      {figures.length === 0 ? null : (
        <ul className="ledger-figures">
          {figures.map(({ label, amount, unit }) => (
            <li key={label}>
              {label} <strong>{amount}</strong> {unit}
            </li>
          ))}
        </ul>
      )}
      {files.length === 0 ? null : (
        <ul className="ledger-files">
          {files.map((file) => (
            <li key={file.fileId}>
              <a href={apiAddress(`/ledger/${version.id}/files/${file.fileId}`)} download={file.fileName}>
                {isPicture(file.mediaType) && !struck ? (
                  <img
                    src={apiAddress(`/ledger/${version.id}/files/${file.fileId}`)}
                    alt={file.fileName}
                    loading="lazy"
                  />
                ) : (
                  <PaperClipOutlined aria-hidden="true" />
                )}
                <span>{file.fileName}</span>
              </a>
              <span className="plan-secondary">{fileSizeWords(file.byteLength)}</span>
            </li>
          ))}
        </ul>
      )}
      {links.length === 0 ? null : (
        <ul className="ledger-links">
          {links.map((link) => (
            <li key={link.url}>
              <a href={link.url} target="_blank" rel="noopener noreferrer nofollow">
                {link.title ?? link.url}
              </a>{' '}
              {struck ? null : <LinkMark link={link} />}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
