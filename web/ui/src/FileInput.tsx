import { controlAttributes, Field, type FieldWords } from './Field.tsx';
import { zh } from './zh.ts';

/** A plain form upload; the form around it needs encType="multipart/form-data". Types and size are said before, not after. */
export function FileInput(
  props: FieldWords & {
    accept: readonly string[];
    types: string;
    maxSize: string;
    multiple?: boolean;
    capture?: boolean;
  },
) {
  const { accept, types, maxSize, multiple = false, capture = false, words = zh, hint } = props;
  const limits = words.fileLimits(types, maxSize);
  const field = {
    ...props,
    hint: hint ? (
      <>
        {hint}
        <br />
        {limits}
      </>
    ) : (
      limits
    ),
  };
  return (
    <Field {...field}>
      <input
        className="input file-input"
        type="file"
        accept={accept.join(',')}
        multiple={multiple}
        capture={capture ? 'environment' : undefined}
        {...controlAttributes(field)}
      />
    </Field>
  );
}
