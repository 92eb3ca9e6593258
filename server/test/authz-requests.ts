import type { Makers } from './authz/ask.ts';
import { caseRequests } from './authz/case-requests.ts';
import { identityRequests } from './authz/identity-requests.ts';
import { officeRequests } from './authz/office-requests.ts';
import { webRequests } from './authz/web-requests.ts';

/** How each operation is asked for so that nothing but the right to it can be missing. */
export const requests: Makers = { ...officeRequests, ...identityRequests, ...caseRequests, ...webRequests };
export { oncePerPerson } from './authz/identity-requests.ts';
export { webIsBuilt } from './authz/web-requests.ts';
