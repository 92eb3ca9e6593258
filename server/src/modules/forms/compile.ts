import { createHash } from 'node:crypto';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Answers } from './contract.ts';

/** Formats are judged by `formats.ts`, which has a sentence for each fault. */
const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false, multipleOfPrecision: 6 });

const compiled = new Map<string, ValidateFunction>();
const COMPILED_FORMS = 500;

/** Compiling takes milliseconds and checking microseconds, so a schema is compiled once, known by its digest. */
export function compileSchema(schema: Record<string, unknown>): ValidateFunction {
  const digest = createHash('sha256').update(JSON.stringify(schema)).digest('base64');
  const known = compiled.get(digest);
  if (known) return known;
  const validate = ajv.compile(schema);
  ajv.removeSchema(schema);
  const [oldest] = compiled.keys();
  if (compiled.size >= COMPILED_FORMS && oldest !== undefined) compiled.delete(oldest);
  compiled.set(digest, validate);
  return validate;
}

/** A keyword of the schema that does not hold, with the pointer of the value that is to be mended. */
export interface BrokenKeyword {
  pointer: string;
  error: ErrorObject;
}

export function brokenKeywords(schema: Record<string, unknown>, answers: Answers): BrokenKeyword[] {
  const validate = compileSchema(schema);
  validate(answers);
  return (validate.errors ?? []).map((error) => ({
    error,
    pointer:
      error.keyword === 'required'
        ? `${error.instancePath}/${String(error.params['missingProperty'])}`
        : error.instancePath,
  }));
}
