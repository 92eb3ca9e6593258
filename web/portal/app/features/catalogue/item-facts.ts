import type { ItemCard, TimeLimit } from '@tongban/server/contract/catalogue';
import type { Fact } from '@tongban/ui/FactRow.tsx';
import type { Words } from './zh.ts';

type Known = Pick<ItemCard, 'caseType' | 'promisedTimeLimit' | 'statutoryTimeLimit' | 'onSiteVisits' | 'charged'>;

const limitFact = (label: string, limit: TimeLimit | undefined, words: Words): Fact =>
  limit ? { label, value: String(limit.length), unit: words.units[limit.unit] } : { label, value: words.facts.unknown };

/** Promise, law, visits, fee: what one wants to know first. Unknown facts say so. */
export function factsOf(card: Known, words: Words): Fact[] {
  const { caseType, promisedTimeLimit, statutoryTimeLimit, onSiteVisits, charged } = card;
  const { facts } = words;
  return [
    caseType === 'IMMEDIATE' && !promisedTimeLimit
      ? { label: facts.promised, value: words.atOnce }
      : limitFact(facts.promised, promisedTimeLimit, words),
    limitFact(facts.statutory, statutoryTimeLimit, words),
    onSiteVisits === undefined
      ? { label: facts.visits, value: facts.unknown }
      : { label: facts.visits, value: String(onSiteVisits), unit: words.times },
    {
      label: facts.fee,
      value: charged === undefined ? facts.unknown : charged ? words.fee : words.free,
    },
  ];
}

/** Days and visits, for a list. */
export function notesOf(card: Known, words: Words): string[] {
  const { promisedTimeLimit: limit, onSiteVisits } = card;
  return [
    card.caseType === 'IMMEDIATE' ? words.atOnce : limit ? words.promise(limit.length, words.units[limit.unit]) : '',
    onSiteVisits === undefined ? '' : words.visits(onSiteVisits),
  ].filter(Boolean);
}
