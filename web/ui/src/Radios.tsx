import { describedBy, FieldGroup, type FieldWords } from './Field.tsx';

export type Option = { value: string; label: string; hint?: string | undefined };

type Group = FieldWords & { options: readonly Option[]; heading?: boolean; inline?: boolean };

/** The first option carries the field's own id, so that an error summary lands on it. */
const optionId = (id: string, n: number) => (n === 0 ? id : `${id}:${n + 1}`);

function Options(props: Group & { type: 'radio' | 'checkbox'; chosen: readonly string[] }) {
  const { name, options, type, chosen, id = name, error, inline = false } = props;
  return (
    <div className="options" data-inline={inline || undefined}>
      {options.map((option, n) => {
        const ownId = optionId(id, n);
        return (
          <div className="option" key={option.value}>
            <input
              type={type}
              id={ownId}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              aria-describedby={describedBy(ownId, { hint: option.hint })}
              aria-invalid={error ? true : undefined}
            />
            <label htmlFor={ownId}>
              {option.label}
              {option.hint && (
                <span className="hint" id={`${ownId}:hint`}>
                  {option.hint}
                </span>
              )}
            </label>
          </div>
        );
      })}
    </div>
  );
}

export function Radios(props: Group & { value?: string | undefined }) {
  return (
    <FieldGroup {...props}>
      <Options {...props} type="radio" chosen={props.value === undefined ? [] : [props.value]} />
    </FieldGroup>
  );
}

export function Checks(props: Group & { values?: readonly string[] | undefined }) {
  return (
    <FieldGroup {...props}>
      <Options {...props} type="checkbox" chosen={props.values ?? []} />
    </FieldGroup>
  );
}

/** A declaration or consent: one box, never ticked beforehand by us. */
export function Check(props: { name: string; value?: string; label: string; error?: string; checked?: boolean }) {
  const { name, value = 'true', label, error, checked = false } = props;
  return (
    <div className="field" data-error={error ? '' : undefined}>
      {error && (
        <p className="error" id={`${name}:error`}>
          {error}
        </p>
      )}
      <div className="option">
        <input
          type="checkbox"
          id={name}
          name={name}
          value={value}
          defaultChecked={checked}
          aria-describedby={describedBy(name, { error })}
          aria-invalid={error ? true : undefined}
        />
        <label htmlFor={name}>{label}</label>
      </div>
    </div>
  );
}
