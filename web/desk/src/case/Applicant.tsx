import type { CaseView } from '@tongban/server/contract/cases';
import { useWords } from '../lib/language.ts';
import { en } from './en.ts';
import { Masked } from './Masked.tsx';
import { zh } from './zh.ts';

/** Who applies: masked, each value to be opened for a purpose. A firm's name is public. */
export function Applicant({ view: { id, applicant } }: { view: Pick<CaseView, 'id' | 'applicant'> }) {
  const words = useWords({ zh, en });
  const values = [
    { field: 'name' as const, value: applicant.kind === 'person' ? applicant.name : null },
    { field: 'idNumber' as const, value: applicant.idNumber },
    { field: 'mobile' as const, value: applicant.mobile },
  ];
  return (
    <dl className="applicant">
      {applicant.kind === 'firm' && (
        <div>
          <dt>{words.columns.applicant}</dt>
          <dd>{applicant.name}</dd>
        </div>
      )}
      {values.map(
        ({ field, value }) =>
          value !== null && (
            <div key={field}>
              <dt>{words.fields[field]}</dt>
              <dd>
                <Masked caseId={id} of={{ field }} label={words.fields[field]} masked={value} />
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
