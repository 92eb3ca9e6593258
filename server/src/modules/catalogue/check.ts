import { Ajv2020 } from 'ajv/dist/2020.js';
import { schemaFaults } from '../../kernel/http-problems.ts';
import type { FieldError } from '../forms/contract.ts';
import { checkForm } from '../forms/public.ts';
import { ItemDefinition } from './contract.ts';
import { checkGraph } from './graph.ts';

const matchesShape = new Ajv2020({ allErrors: true, strict: false }).compile(ItemDefinition);

/** Where a document breaks the one schema of items; for those who do not come through a route, which has checked it already. */
export function checkShape(document: unknown): FieldError[] {
  matchesShape(document);
  return schemaFaults(matchesShape.errors ?? []);
}

/** What stands in the way of publishing a document of the right shape: its graph of situations, its form, and the rules for item data. */
export function checkItem(definition: ItemDefinition): FieldError[] {
  const asks = new Map(
    (definition.questions ?? []).map(({ key, options }) => [key, options.map(({ value }) => value)] as const),
  );
  const form = definition.form ? checkForm(definition.form, asks) : [];
  return [...form.map((fault) => ({ ...fault, pointer: `/form${fault.pointer}` })), ...checkGraph(definition)];
}
