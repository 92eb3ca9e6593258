/** `__Host-`: from this host only, over TLS (or loopback), for every path; no subdomain or plain page can plant one. */
export const cookies = {
  person: { name: '__Host-sid', sameSite: 'lax' },
  staff: { name: '__Host-desk', sameSite: 'strict' },
  /** Binds the forms of somebody who has not signed in. */
  form: { name: '__Host-form', sameSite: 'lax' },
} as const;

/** A cookie of the browser's session: how long it counts is decided here, not there. */
export const cookieOptions = (of: keyof typeof cookies) =>
  ({ httpOnly: true, secure: true, path: '/', sameSite: cookies[of].sameSite }) as const;
