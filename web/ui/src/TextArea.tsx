import { controlAttributes, Field, type FieldWords } from './Field.tsx';

export function TextArea(
  props: FieldWords & { value?: string | undefined; rows?: number; maxLength?: number | undefined },
) {
  const { value, rows = 4, maxLength } = props;
  return (
    <Field {...props}>
      <textarea
        className="input"
        data-size="full"
        rows={rows}
        maxLength={maxLength}
        defaultValue={value}
        {...controlAttributes(props)}
      />
    </Field>
  );
}
