import type { ProblemCode } from '../problem';

/**
 * Name of what is wrong with the address of a web page, or null. Browsers read more than they should: "https:x" is a path on an
 * https page, and a user name makes one host look like another.
 */
export function addressFault(text: string): ProblemCode | null {
  // eslint-disable-next-line no-control-regex
  if (/[\s\u0000-\u001f\u007f-\u009f]/.test(text) || !URL.canParse(text)) return 'url-malformed';
  const { protocol, username, password } = new URL(text);
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') return 'url-unsafe';
  return /^https?:\/\//i.test(text) ? null : 'url-malformed';
}

/** The address as browsers write it, so that equal ones are equal texts; what is no address stays as it is. */
export function normalAddress(text: string): string {
  return addressFault(text) === null ? new URL(text).href : text;
}
