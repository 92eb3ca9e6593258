import type { Db } from '../../kernel/db.ts';
import { cardsOf, getItem, placesIn } from '../catalogue/public.ts';
import type { GuideView } from './contract.ts';
import { answersFromQuery, askedQuestion, personalList } from './rules.ts';

/** One step of the questionnaire, or its end: a function of the address alone, so it can be shared, bookmarked and read without a script. */
export async function guideFor(
  db: Db,
  input: { key: string; regionCode: string; query: Readonly<Record<string, unknown>> },
): Promise<GuideView> {
  const live = await getItem(db, input.key, input.regionCode);
  const item = { ...live.definition, places: placesIn(live.definition.places, live.regionCode) };
  const { answers, ignored } = answersFromQuery(item, input.query);
  const question = askedQuestion(item, answers);
  const list = personalList(item, answers);
  const { insteadItem } = list.stop ?? {};
  const [instead] = insteadItem === undefined ? [] : await cardsOf(db, input.regionCode, [insteadItem], {});
  return {
    versionId: live.id,
    key: item.key,
    name: item.name,
    ...(item.plainName !== undefined && { plainName: item.plainName }),
    regionCode: live.regionCode,
    ...(question && { question }),
    ignored,
    list,
    ...(instead && { instead }),
  };
}
