import { FieldGroup, type FieldWords } from './Field.tsx';
import { zh } from './zh.ts';

const dateParts = ['year', 'month', 'day'] as const;

/**
 * Three boxes for a date one knows by heart. They post under one name, year first; the server joins them with dashes. `value` is
 * 'YYYY-MM-DD', or whatever was typed, unmended.
 */
export function DateInput(
  props: FieldWords & { value?: string | undefined; autoComplete?: 'bday' | undefined; heading?: boolean },
) {
  const { name, value = '', autoComplete, error, id = name, words = zh, hint = words.dateHint } = props;
  const given = value.split('-');
  return (
    <FieldGroup {...props} hint={hint}>
      <div className="date-input">
        {dateParts.map((part, n) => {
          const partId = n === 0 ? id : `${id}:${part}`;
          return (
            <div key={part}>
              <input
                className="input"
                id={partId}
                name={name}
                data-part={part}
                type="text"
                inputMode="numeric"
                maxLength={8}
                defaultValue={given[n]}
                autoComplete={autoComplete && `${autoComplete}-${part}`}
                aria-invalid={error ? true : undefined}
              />
              <label htmlFor={partId}>{words[part]}</label>
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}
