/** Before filing: everything once more, what may be a slip, the proof of identity; then one button. */
import type { ReactElement } from 'react';
import type { Refusal } from '#kernel/refusal.ts';
import { doorAddresses } from '#portal/addresses.ts';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { FactList } from '#portal/components/fact-list.tsx';
import { ErrorSummary } from '#portal/components/form-fields.tsx';
import { Notice } from '#portal/components/notice.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { doorTitles } from '#portal/words.ts';
import {
  applyDiscardAddress,
  applyProofAddress,
  applyProofRemovalAddress,
  applySubmitAddress,
  requestFormAddress,
} from '../addresses.ts';
import type { FilingInput } from '../contract/portal-forms.ts';
import { identityProofKeptDays, mostProofs } from '../law/retention.ts';
import { applicantKindTitles } from '../rules/applicants.ts';
import { wantedChannelTitles, wantedMediumTitles } from '../rules/wanted.ts';
import { identityKindTitles } from '../words/requests.ts';
import { FilingSteps } from './steps.tsx';

export interface ReviewPageProps {
  readonly frame: SiteFrame;
  readonly filing: FilingInput;
  readonly unitName: string;
  /** What may be a slip; it does not stand in the way. */
  readonly hints: readonly string[];
  readonly proofs: readonly { readonly mediaType: string; readonly byteLength: number }[];
  readonly refusal: Refusal | null;
}

const title = '核对并提交';

function sizeWords(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))}KB`
    : `${(bytes / 1024 / 1024).toFixed(1)}MB`;
}

function Proofs({ proofs }: Pick<ReviewPageProps, 'proofs'>): ReactElement {
  return (
    <section aria-labelledby="proof-title">
      <h2 id="proof-title">身份证明</h2>
      <p>
        请上传证件的照片或者扫描件；单位上传营业执照或者登记证书。也可以不上传，改为当面出示、寄复印件——没有身份证明的，机关会请您补正。
      </p>
      {proofs.length === 0 ? null : (
        <ul className="plain-list">
          {proofs.map((proof, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what names a proof
            <li key={index}>
              <form method="post" action={applyProofRemovalAddress()} className="form-row">
                <span>
                  第{index + 1}份：{proof.mediaType === 'application/pdf' ? 'PDF' : '图片'}，
                  {sizeWords(proof.byteLength)}
                </span>
                <input type="hidden" name="place" value={index} />
                <button type="submit" className="quiet" aria-label={`删除第${index + 1}份身份证明`}>
                  删除
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      {proofs.length >= mostProofs ? null : (
        <form method="post" action={applyProofAddress()} encType="multipart/form-data">
          <div className="field">
            <label htmlFor="proof">{proofs.length === 0 ? '选择文件' : '再加一份（如证件的另一面）'}</label>
            <p className="field-hint" id="proof-hint">
              JPG、PNG或者PDF，每份不超过5MB，最多{mostProofs}
              份。照片里的拍摄地点、设备信息会去掉；加密保存，打开要写明理由并留下记录，办结满
              {identityProofKeptDays}日后删除。
            </p>
            <input
              id="proof"
              name="proof"
              type="file"
              accept="image/jpeg,image/png,application/pdf"
              aria-describedby="proof-hint"
              required
            />
          </div>
          <button type="submit">上传</button>
        </form>
      )}
    </section>
  );
}

export function ReviewPage(props: ReviewPageProps): ReactElement {
  const { frame, filing, unitName, hints, refusal } = props;
  return (
    <PortalPage
      frame={frame}
      sheet="applying.css"
      title={refusal === null ? title : `有误：${title}`}
      description="提交之前再看一遍。"
    >
      <Breadcrumb steps={[{ title: doorTitles.requests, address: doorAddresses.requests() }]} here={title} />
      <div className="text-column">
        <PageHeading title={title} lead="还没有提交。请再看一遍，有不对的可以改。" />
        {refusal === null ? null : (
          <ErrorSummary what={refusal.sentence.what} todo={refusal.sentence.todo} faults={refusal.fields} />
        )}
        <FilingSteps now="review" />
        {hints.length === 0 ? null : (
          <Notice mark="cannotTell" word="请再核对">
            {hints.map((hint) => (
              <p key={hint}>{hint}</p>
            ))}
          </Notice>
        )}
        <FactList
          facts={[
            { name: '向哪个机关', value: unitName },
            { name: '所需信息', value: filing.subject },
            { name: '内容描述', value: <span className="as-typed">{filing.description}</span> },
            { name: '提供形式', value: wantedMediumTitles[filing.wantedMedium] },
            { name: '取得方式', value: wantedChannelTitles[filing.wantedChannel] },
            { name: '申请人', value: `${filing.name}（${applicantKindTitles[filing.kind]}）` },
            {
              name: '证件',
              value: `${identityKindTitles[filing.identityKind]}，${filing.identityNumber}`,
            },
            { name: '联系人', value: filing.contactPerson },
            { name: '联系电话', value: filing.phone },
            { name: '通信地址', value: filing.address },
            { name: '电子邮件', value: filing.email },
          ]}
        />
        <p className="form-row">
          <a href={requestFormAddress()}>修改</a>
        </p>
        <Proofs proofs={props.proofs} />
        <section aria-label="提交">
          <form method="post" action={applySubmitAddress()}>
            <p>
              提交后得到编号和查询码。由您提交、再由机关确认，双方确认之日为收到之日，答复期限从第二天起算。
            </p>
            <button type="submit" className="primary large">
              提交申请
            </button>
          </form>
          <form method="post" action={applyDiscardAddress()} className="form-row">
            <button type="submit" className="quiet">
              不申请了，删除已填写的内容
            </button>
          </form>
        </section>
      </div>
    </PortalPage>
  );
}
