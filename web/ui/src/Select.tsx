import { controlAttributes, Field, type FieldWords } from './Field.tsx';
import type { Option } from './Radios.tsx';
import { zh } from './zh.ts';

/** For long lists only; up to five choices are Radios. */
export function Select(
  props: FieldWords & { options: readonly Option[]; value?: string | undefined; autoComplete?: string | undefined },
) {
  const { options, value = '', autoComplete, words = zh } = props;
  return (
    <Field {...props}>
      <select className="input" defaultValue={value} autoComplete={autoComplete} {...controlAttributes(props)}>
        <option value="">{words.choose}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
