import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Maker, Makers } from './ask.ts';

const web = join(import.meta.dirname, '../../../web');
const portalAssets = join(web, 'portal/build/client/assets');
const deskAssets = join(web, 'desk/dist/assets');

/** Pages are there only when they have been built, which `npm test` does first. */
export const webIsBuilt = existsSync(portalAssets) && existsSync(deskAssets);

const firstIn =
  (folder: string): Maker =>
  () => ({ params: { '*': readdirSync(folder)[0] ?? '' } });
const nothing: Maker = () => ({});

/** Pages and their files; what the portal's pages do is in `portal-actions.ts`. */
export const webRequests: Makers = {
  'GET /*': () => ({ params: { '*': 'privacy' } }),
  'POST /*': nothing,
  'GET /assets/*': firstIn(portalAssets),
  'GET /desk': nothing,
  'GET /desk/*': nothing,
  'GET /desk/assets/*': firstIn(deskAssets),
  'GET /desk/favicon.svg': nothing,
};
