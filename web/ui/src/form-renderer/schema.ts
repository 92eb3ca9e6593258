/** The little that drawing a field needs to know of its JSON Schema; judging answers is the server's alone. */
export type FieldSchema = {
  type?: string;
  format?: string;
  enum?: unknown[];
  items?: FieldSchema;
  properties?: Record<string, FieldSchema>;
  required?: string[];
  allOf?: FieldSchema[];
  then?: FieldSchema;
  else?: FieldSchema;
};

/** The schema at a pointer into the answers, following `properties` and, for a row number, `items`. */
export function schemaAt(schema: FieldSchema | undefined, pointer: string): FieldSchema | undefined {
  return pointer
    .split('/')
    .slice(1)
    .reduce<FieldSchema | undefined>(
      (at, step) => (at?.type === 'array' && /^\d+$/.test(step) ? at.items : at?.properties?.[step]),
      schema,
    );
}

/** Whether the field is asked of everybody who sees it, be it only in some cases that its schema names. */
export function isRequired(schema: FieldSchema | undefined, pointer: string): boolean {
  const cut = pointer.lastIndexOf('/');
  return demands(schemaAt(schema, pointer.slice(0, cut)), pointer.slice(cut + 1));
}

const demands = (schema: FieldSchema | undefined, name: string): boolean =>
  schema !== undefined &&
  (schema.required?.includes(name) ||
    [schema.then, schema.else, ...(schema.allOf ?? [])].some((branch) => demands(branch, name)));
