/** How often somebody may ask, as shipped (requests in a window of a minute); a city's proxy may be stricter. */
export const limits = {
  anonymous: { max: 90, windowMs: 60_000 },
  signedIn: { max: 300, windowMs: 60_000 },
} as const;
