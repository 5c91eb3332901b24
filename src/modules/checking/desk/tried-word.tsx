/** The outcome of a trial: how much would come and go, with samples in their words. */
import type { TriedWord } from '../contract.ts';

export function TriedWordView({ tried }: { readonly tried: TriedWord }) {
  const { documents, holding, isWhole, appear, disappear, samples } = tried;
  return (
    <div role="status">
      <p>
        已公开的{documents}条内容中有{holding}条含有这个词：检测结果会多出{appear}处，少掉{disappear}处
        {isWhole ? '。' : '（含有的内容很多，只检了前面一部分）。'}
      </p>
      <ul className="tried-samples">
        {samples.map((sample) => (
          <li key={`${sample.title}${sample.before}${sample.mark}${sample.reason}${sample.change}`}>
            <strong>{sample.change === 'appear' ? '＋ 多出' : '－ 少掉'}</strong>{' '}
            {sample.address === null ? sample.title : <a href={sample.address}>{sample.title}</a>}
            ：……{sample.before}
            <mark>{sample.mark}</mark>
            {sample.after}……
            <span className="quiet"> {sample.reason}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
