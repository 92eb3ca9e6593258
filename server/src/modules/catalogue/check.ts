import { Ajv2020 } from 'ajv/dist/2020.js';
import { schemaFaults } from '../../kernel/http-problems.ts';
import type { FieldError } from '../forms/contract.ts';
import { checkForm } from '../forms/public.ts';
import { ItemDefinition } from './contract.ts';
import { checkGraph } from './graph.ts';
import { lintItem } from './lint.ts';

const matchesShape = new Ajv2020({ allErrors: true, strict: false }).compile(ItemDefinition);

/** Where a document breaks the one schema of items; for those who do not come through a route, which has checked it already. */
export function checkShape(document: unknown): FieldError[] {
  matchesShape(document);
  return schemaFaults(matchesShape.errors ?? []);
}

/** What stands in the way of publishing a document of the right shape (`faults`), and what is still missing (`remarks`). */
export function checkItem(definition: ItemDefinition): { faults: FieldError[]; remarks: FieldError[] } {
  const findings = lintItem(definition);
  const of = (kind: 'fault' | 'gap') =>
    findings.filter((finding) => finding.kind === kind).map(({ pointer, detail }) => ({ pointer, detail }));
  return { faults: [...checkFormOf(definition), ...checkGraph(definition), ...of('fault')], remarks: of('gap') };
}

function checkFormOf({ form, questions = [] }: ItemDefinition): FieldError[] {
  if (!form) return [];
  const asks = new Map(questions.map(({ key, options }) => [key, options.map(({ value }) => value)] as const));
  return checkForm(form, asks).map(({ pointer, detail }) => ({ pointer: `/form${pointer}`, detail }));
}
