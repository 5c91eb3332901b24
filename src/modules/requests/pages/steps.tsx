/** Where one is on the way to a request: three steps, the present one marked in words too. */
import type { ReactElement } from 'react';

const steps = [
  ['search', '先找一找'],
  ['form', '填写申请'],
  ['review', '核对并提交'],
] as const;

export function FilingSteps({ now }: { readonly now: (typeof steps)[number][0] }): ReactElement {
  return (
    <ol className="filing-steps" aria-label="办理步骤">
      {steps.map(([name, words], index) => (
        <li key={name} aria-current={name === now ? 'step' : undefined}>
          {index + 1}. {words}
        </li>
      ))}
    </ol>
  );
}
