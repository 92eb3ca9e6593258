import type { InputHTMLAttributes } from 'react';
import { controlAttributes, Field, type FieldWords } from './Field.tsx';

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'inputMode' | 'autoComplete' | 'maxLength' | 'spellCheck' | 'autoFocus' | 'lang'
>;

/** `size` sets the width to what the answer needs; `unit` stands behind the box (㎡, 元). */
export function TextInput(
  props: FieldWords &
    Native & { value?: string | undefined; unit?: string | undefined; size?: 'short' | 'medium' | 'full' },
) {
  const {
    name,
    label,
    hint,
    error,
    optional,
    id,
    words,
    value,
    unit,
    size = 'medium',
    type = 'text',
    ...native
  } = props;
  const input = (
    <input
      className="input"
      data-size={size}
      type={type}
      defaultValue={value}
      {...native}
      {...controlAttributes(props)}
    />
  );
  return (
    <Field {...props}>
      {unit ? (
        <div className="input-unit">
          {input}
          <span>{unit}</span>
        </div>
      ) : (
        input
      )}
    </Field>
  );
}
