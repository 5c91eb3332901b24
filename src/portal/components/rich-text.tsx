/** The body of a piece of information: markup of the house's one body format, sanitised when it was saved. */
import type { ReactElement } from 'react';

export function RichTextBody(props: {
  /** Canonical markup from `kernel/rich-text`; nothing else may be handed in. */
  readonly html: string;
}): ReactElement {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the body format admits no script, style or foreign attribute
  return <div className="rich-text" dangerouslySetInnerHTML={{ __html: props.html }} />;
}
