import { defineEvent } from '../../kernel/events.ts';

interface ItemVersionFact {
  areaCode: number;
  regionCode: string;
  itemKey: string;
  versionId: string;
}

export const itemPublished = defineEvent<ItemVersionFact>('catalogue.itemPublished');
export const itemWithdrawn = defineEvent<ItemVersionFact>('catalogue.itemWithdrawn');
