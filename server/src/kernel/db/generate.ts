import type pg from 'pg';

/** The catalogue's facts about our schemas, as one reads a schema: used for `schema.sql` and for the row types. */
export interface Column {
  table: string;
  name: string;
  type: string;
  nullable: boolean;
  fallback: string | null;
  generated: boolean;
}

const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'public', 'graphile_worker') and n.nspname !~ '^pg_'`;

export async function readColumns(client: pg.Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(`
    select n.nspname || '.' || c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
           not a.attnotnull and c.relkind = 'r' as nullable, pg_get_expr(d.adbin, d.adrelid) as fallback, a.attgenerated <> '' as generated
      from pg_attribute a
      join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'v')
      join pg_namespace n on n.oid = c.relnamespace
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attnum > 0 and not a.attisdropped and ${OURS}
     order by 1, a.attnum`);
  return rows;
}

const plain: Record<string, string> = {
  text: 'string',
  uuid: 'string',
  date: 'string',
  integer: 'number',
  smallint: 'number',
  'double precision': 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  interval: 'string',
  tsvector: 'string',
  bigint: 'Wide',
  numeric: 'Wide',
  'timestamp with time zone': 'Timestamp',
  jsonb: 'Json',
  json: 'Json',
};

/** `Generated`: a column that the database fills when nothing is given. `Wide`: more than a double holds, so it stays text. */
const aliases = {
  Generated:
    'type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;',
  Json: 'type Json = ColumnType<unknown, string, string>;',
  Timestamp: 'type Timestamp = ColumnType<Date, Date | string, Date | string>;',
  Wide: 'type Wide = ColumnType<string, string | number | bigint, string | number | bigint>;',
};

function typeOf({ type, nullable, fallback, generated }: Column): string {
  const element = /^(.*)\[\]$/.exec(type)?.[1];
  const base =
    element === undefined ? (plain[type] ?? (/^character/.test(type) ? 'string' : undefined)) : `${plain[element]}[]`;
  if (base === undefined) throw new Error(`no TypeScript type for ${type}`);
  const whole = nullable ? `${base} | null` : base;
  return fallback !== null || generated ? `Generated<${whole}>` : whole;
}

/** `db.types.ts`: one interface a table, as Kysely wants it. JSON goes in as text, so that nobody stores an array by accident. */
export function writeTypes(columns: readonly Column[]): string {
  const tables = Map.groupBy(columns, (c) => c.table);
  const lines = [...tables].map(
    ([table, own]) => `  '${table}': {\n${own.map((c) => `    ${c.name}: ${typeOf(c)};`).join('\n')}\n  };`,
  );
  const body = lines.join('\n');
  const used = Object.entries(aliases).filter(([name]) => new RegExp(`\\b${name}\\b`).test(body));
  return `// Written by \`npm run db:gen\` from the system catalogue; do not edit.
import type { ColumnType } from 'kysely';

${used.map(([, declaration]) => declaration).join('\n')}

export interface DB {
${body}
}
`;
}

/** `schema.sql`: the schema as one reads it, in the order of names. */
export async function writeSchema(client: pg.Client): Promise<string> {
  const columns = Map.groupBy(await readColumns(client), (c) => c.table);
  const { rows: relations } = await client.query<{
    name: string;
    kind: string;
    comment: string | null;
    definition: string | null;
  }>(`
    select n.nspname || '.' || c.relname as name, c.relkind as kind, obj_description(c.oid) as comment,
           case when c.relkind = 'v' then pg_get_viewdef(c.oid) end as definition
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'v') and ${OURS} order by 1`);
  const { rows: constraints } = await client.query<{ table: string; line: string }>(`
    select k.conrelid::regclass::text as "table", 'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where ${OURS} and k.contype <> 'n' order by k.contype desc, k.conname`);
  const { rows: indexes } = await client.query<{ table: string; line: string }>(`
    select i.indrelid::regclass::text as "table", pg_get_indexdef(i.indexrelid) as line
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
     where ${OURS} and not exists (select from pg_constraint k where k.conindid = i.indexrelid) order by 2`);
  const { rows: functions } = await client.query<{ definition: string }>(`
    select pg_get_functiondef(p.oid) as definition from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where ${OURS} and p.prokind = 'f' order by n.nspname, p.proname`);

  const written = relations.map(({ name, kind, comment, definition }) => {
    if (kind === 'v') return `create view ${name} as\n${definition?.trim()}`;
    const inner = [
      ...(columns.get(name) ?? []).map(
        (c) =>
          `  ${c.name} ${c.type}${c.nullable ? '' : ' not null'}${c.generated ? ` generated always as (${c.fallback}) stored` : c.fallback === null ? '' : ` default ${c.fallback}`}`,
      ),
      ...constraints.filter((k) => k.table === name).map((k) => `  ${k.line}`),
    ];
    const after = indexes.filter((i) => i.table === name).map((i) => `${i.line};\n`);
    const note = comment === null ? '' : `comment on table ${name} is '${comment.replaceAll("'", "''")}';\n`;
    return `create table ${name} (\n${inner.join(',\n')}\n);\n${after.join('')}${note}`;
  });
  return `-- Written by \`npm run db:gen\` from the system catalogue; do not edit.\n\n${[...written, ...functions.map((f) => `${f.definition.trim()};\n`)].join('\n')}`;
}
