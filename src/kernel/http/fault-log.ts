/**
 * What of a fault may be written to the log. Messages of drivers and parsers quote the values they stumbled over,
 * which may be a person's; so only the place, the kind and, for our own errors, the message are kept.
 */

export interface LoggedFault {
  readonly kind: string;
  readonly message?: string;
  readonly code?: string;
  readonly constraint?: string;
  /** Statement with placeholders, without its values. */
  readonly statement?: string;
  readonly stack: readonly string[];
  readonly cause?: LoggedFault;
}

function textMember(error: Error, name: string): string | undefined {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : undefined;
}

/** Programmers' own errors carry no code and are plain `Error` or `TypeError`. */
function mayShowMessage(error: Error): boolean {
  const ownKind = error.name === 'Error' || error.name === 'TypeError' || error.name === 'AssertionError';
  return ownKind && error.cause === undefined && textMember(error, 'code') === undefined;
}

/** The loggable part of whatever was thrown. */
export function loggableFault(error: unknown, depth = 0): LoggedFault {
  if (!(error instanceof Error)) return { kind: typeof error, stack: [] };
  const code = textMember(error, 'code');
  const constraint = textMember(error, 'constraint');
  const statement = textMember(error, 'query');
  return {
    kind: error.name,
    ...(mayShowMessage(error) ? { message: error.message.slice(0, 300) } : {}),
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(statement === undefined ? {} : { statement: statement.slice(0, 500) }),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(error.cause === undefined || depth > 3 ? {} : { cause: loggableFault(error.cause, depth + 1) }),
  };
}
