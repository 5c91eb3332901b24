/**
 * Gives the server's nonce to every style element that script makes. antd hands it to its own; the parts below it
 * measure scroll bars with a bare one, which the CSP would refuse and the console report at every table and dialog.
 */

/** Call once, before anything is rendered. */
export function nonceStyleElements(nonce: string): void {
  const create = Document.prototype.createElement;
  Object.defineProperty(Document.prototype, 'createElement', {
    configurable: true,
    writable: true,
    value(this: Document, name: string, options?: ElementCreationOptions) {
      const element = create.call(this, name, options);
      if (element instanceof HTMLStyleElement) element.nonce = nonce;
      return element;
    },
  });
}
