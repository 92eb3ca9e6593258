import type { Actor } from '../../kernel/actor.ts';
import { placesIn } from './card.ts';
import { checkItem } from './check.ts';
import type { ItemVersionSummary, ItemVersionView, ItemView } from './contract.ts';
import { canAdminister } from './policy.ts';
import type { LiveVersion } from './queries.ts';
import type { ItemVersion } from './store.ts';

export const presentItem = (live: LiveVersion, changes: ItemView['changes']): ItemView => ({
  versionId: live.id,
  version: live.version,
  regionCode: live.regionCode,
  areaCode: live.areaCode,
  validFrom: live.validFrom,
  card: live.card,
  item: { ...live.definition, places: placesIn(live.definition.places, live.regionCode) },
  changes,
});

const actionsIn = {
  draft: ['edit', 'publish'],
  published: ['withdraw'],
  withdrawn: [],
} as const satisfies Record<ItemVersion['state'], ItemVersionSummary['allowedActions']>;

export function presentVersion(version: Omit<ItemVersion, 'definition' | 'digest'>, actor: Actor): ItemVersionSummary {
  const { key, areaCode, regionCode, state, validTo } = version;
  const may = canAdminister(actor, { itemKey: key, areaCode, regionCode });
  return {
    id: version.id,
    key,
    name: version.name,
    regionCode,
    areaCode,
    version: version.version,
    state,
    revision: version.revision,
    validFrom: version.validFrom,
    validTo,
    updatedAt: version.updatedAt.toISOString(),
    publishedAt: version.publishedAt?.toISOString() ?? null,
    withdrawnReason: version.withdrawnReason,
    allowedActions: may && !(state === 'published' && validTo !== null) ? [...actionsIn[state]] : [],
  };
}

export const presentDocument = (version: ItemVersion, actor: Actor): ItemVersionView => ({
  ...presentVersion(version, actor),
  definition: version.definition,
  ...checkItem(version.definition),
});
