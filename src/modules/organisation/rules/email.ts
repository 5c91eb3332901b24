/** How an officer's mail address is written and how it is shown to those who need not know it. Pure. */
import { z } from 'zod';

/** An address; the part after @ is written small, as it does not matter there. */
export const emailSchema = z
  .email()
  .max(200)
  .transform((text) => {
    const at = text.lastIndexOf('@');
    return `${text.slice(0, at)}${text.slice(at).toLowerCase()}`;
  });

/** 沈@例.cn as it is shown to others: the first sign and the domain, `s***@example.cn`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '***' : `${email.slice(0, 1)}***${email.slice(at)}`;
}
