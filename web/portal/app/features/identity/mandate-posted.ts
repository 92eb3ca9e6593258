import type { NewMandateBody } from '@tongban/server/contract/identity';
import type { FieldMistake } from '@tongban/ui/ErrorSummary.tsx';
import type { Words } from './zh.ts';

/** A mandate as it was typed; the date comes in three boxes of one name. */
export function mandateFrom(form: readonly (readonly [string, string])[]): NewMandateBody {
  const said = new Map(form);
  const [year = '', month = '', day = ''] = form
    .filter(([name]) => name === '/validTo')
    .map(([, value]) => value.trim().normalize('NFKC'));
  const firmId = said.get('firm');
  return {
    agentName: said.get('/agentName') ?? '',
    agentIdNumber: said.get('/agentIdNumber') ?? '',
    validTo: [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
    ...(firmId && { firmId }),
  };
}

/** What is still to be filled in, in the order of the fields. */
export function blanksOf(typed: NewMandateBody, codeMissing: boolean, words: Words): FieldMistake[] {
  return [
    ...(typed.agentName.trim() === '' ? [{ pointer: '/agentName', detail: words.agentNameNeeded }] : []),
    ...(typed.agentIdNumber.trim() === '' ? [{ pointer: '/agentIdNumber', detail: words.agentIdNumberNeeded }] : []),
    ...(isDay(typed.validTo) ? [] : [{ pointer: '/validTo', detail: words.lastDayNeeded }]),
    ...(codeMissing ? [{ pointer: '/code', detail: words.codeNeeded }] : []),
  ];
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
