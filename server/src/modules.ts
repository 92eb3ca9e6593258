/** Every module, and the modules it may call. Order matters: a module needs only those above it, so there are no cycles. */
export const needs: Readonly<Record<string, readonly string[]>> = {
  // 1 ground
  org: [],
  calendar: [],
  files: [],
  identity: ['org'],
  notices: ['identity'],
  // 2 reference
  forms: ['identity'],
  catalogue: ['org', 'forms'],
  guidance: ['org', 'forms', 'catalogue'],
  // 3 operation
  cases: ['org', 'calendar', 'files', 'identity', 'notices', 'forms', 'catalogue', 'guidance'],
};
