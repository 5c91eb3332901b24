/**
 * Keeps requests to other machines within what the operator allows: neither by name, nor by what DNS answers, nor by a
 * literal address. The address that was checked is the one connected to.
 */
import dns from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import type { AddressGuard } from './public-address.ts';

/** The address leads to where the platform does not go. */
export class ForbiddenAddress extends Error {}

/** A DNS lookup that answers allowed addresses only; the socket connects to what it was answered. */
export function guardedLookup(guard: AddressGuard): LookupFunction {
  return (hostname, options, callback) => {
    dns.lookup(hostname, { all: true, verbatim: true }).then(
      (found) => {
        const family = options.family === 4 || options.family === 6 ? options.family : undefined;
        const allowed = found.filter((one) => family === undefined || one.family === family);
        // One forbidden answer among several is an attempt, not a mistake.
        if (allowed.some((one) => !guard(one.address))) return callback(new ForbiddenAddress(), '', 4);
        const [first] = allowed;
        if (first === undefined) return callback(new Error('ENOTFOUND'), '', 4);
        if (options.all === true) return callback(null, allowed);
        return callback(null, first.address, first.family);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), '', 4),
    );
  };
}

/** Judges a literal address, which is never looked up. Throws `ForbiddenAddress`. */
export function guardTarget(target: URL, guard: AddressGuard): void {
  const host = target.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !guard(host)) throw new ForbiddenAddress();
}
