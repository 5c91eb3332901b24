/** A link to a row of evidence: a screen of the desk, or a page of the world outside. */
import { Link } from 'react-router';

/** An address of the desk, or of the world outside it. */
export function EvidenceLink({ address, children }: { address: string; children: string }) {
  return /^https?:/u.test(address) ? (
    <a href={address} target="_blank" rel="noreferrer">
      {children}
    </a>
  ) : (
    <Link to={address}>{children}</Link>
  );
}
