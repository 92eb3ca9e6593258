import { appendFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mask } from '../src/kernel/masking.ts';

/**
 * Every private value that a test's world makes up has one of these forms, which nothing else in the system has. So they can be looked for,
 * also inside longer text (the lookahead lets matches overlap), without looking for each of thousands.
 */
const forms = {
  name: /(?=(示例[甲乙丙丁戊己庚辛壬癸]{6}))/g,
  mobile: /(?=(1000\d{7}))/g,
  'id-number': /(?=(690102\d{11}[\dX]))/g,
  'session token': /(?=([\w-]{43}))/g,
};
type Form = keyof typeof forms;

/** What one world leaves in the run's directory for the scan after the last test: its canaries, and where they must not be. */
export interface Traces {
  readonly logFile: string;
  canary(value: string): void;
  url(address: string): void;
  errorBody(status: number, body: string): void;
}

const folderOf = (runDir: string): string => join(runDir, 'traces');
const CANARIES = '.canaries';

/** `name` tells a reader of the report which test it was. */
export function tracesIn(runDir: string, name: string): Traces {
  const folder = folderOf(runDir);
  mkdirSync(folder, { recursive: true });
  const append = (kind: string) => (line: string) => appendFileSync(join(folder, name + kind), `${line}\n`);
  const [canaries, urls, errors] = [append(CANARIES), append('.urls'), append('.errors')];
  return {
    logFile: join(folder, `${name}.log`),
    canary: (value) => {
      if (!formOf(value)) throw new Error('a canary has to have one of the forms that the scan looks for');
      canaries(value);
    },
    url: (address) => urls(readable(address)),
    errorBody: (status, body) => errors(`${status} ${withoutFields(body)}`),
  };
}

/** A form that comes back keeps what its own sender typed into its fields; whatever else stands on the page is looked through. */
const withoutFields = (body: string): string =>
  body.replaceAll(/ value="[^"]*"/g, '').replaceAll(/(<textarea[^>]*>)[^<]*/g, '$1');

function formOf(value: string): Form | undefined {
  return (Object.keys(forms) as Form[]).find((form) => [...value.matchAll(forms[form])][0]?.[1] === value);
}

/** An address as a person would read it; half an escape is left as it is. */
function readable(address: string): string {
  try {
    return decodeURIComponent(address.replaceAll('+', ' '));
  } catch {
    return address;
  }
}

/** A sentence for every line of a log, address or error's body with a whole private value of any world. Masked values are fine. */
export function leaksIn(runDir: string): string[] {
  const folder = folderOf(runDir);
  const files = readdirSync(folder).sort();
  const linesOf = (file: string) => readFileSync(join(folder, file), 'utf8').split('\n');
  const canaries = new Set(files.filter((file) => file.endsWith(CANARIES)).flatMap(linesOf));
  return files
    .filter((file) => !file.endsWith(CANARIES))
    .flatMap((file) => linesOf(file).flatMap((line) => leakIn(line, canaries)?.replace(/^/, `${file}: `) ?? []));
}

/** What is wrong with a line, if anything; said in masks, because the report is read too. */
function leakIn(line: string, canaries: ReadonlySet<string>): string | undefined {
  const found = (Object.keys(forms) as Form[]).flatMap((form) =>
    [...line.matchAll(forms[form])].flatMap(([, value = '']) => (canaries.has(value) ? [{ form, value }] : [])),
  );
  if (found.length === 0) return undefined;
  const masked = found.reduce(
    (text, { form, value }) => text.replaceAll(value, mask(form === 'session token' ? 'text' : form, value)),
    line,
  );
  return `a whole ${[...new Set(found.map(({ form }) => form))].join(', ')} in ${masked.slice(0, 400)}`;
}
