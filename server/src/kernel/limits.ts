/** How often somebody may ask, as shipped (requests in a window of a minute); a city's proxy may be stricter. */
export const limits = {
  anonymous: { max: 90, windowMs: 60_000 },
  signedIn: { max: 300, windowMs: 60_000 },
  /** Of single routes, over their API; the portal's pages count as what they are, pages. */
  submit: { max: 10, timeWindow: 60_000 },
  search: { max: 30, timeWindow: 60_000 },
  /** How long a request may take to come in: a photograph over a slow network needs longer than a form. */
  arrival: { formMs: 30_000, filesMs: 300_000 },
  /** Files. The daily allowance is one person's; an official receives for many. */
  uploads: {
    bytesPerFile: 20 * 2 ** 20,
    bytesPerOwner: 100 * 2 ** 20,
    pixels: 50_000_000,
    atOnce: 4,
    perDay: { person: { files: 100, bytes: 500 * 2 ** 20 }, staff: { files: 5_000, bytes: 25_000 * 2 ** 20 } },
  },
} as const;
