import type { ErrorObject } from 'ajv';
import type { PlacedField } from './fields.ts';

const chosen = new Set(['radios', 'checks', 'select', 'yes-no']);

/** One broken keyword as a sentence at its field: what is wrong and how to mend it (ux 3.1). */
export function sentenceFor(error: ErrorObject, { field, schema }: PlacedField, value: unknown): string {
  const { label, unit = '' } = field;
  const bound = `${String(error.params['limit'])}${unit && ` ${unit}`}`;
  switch (error.keyword) {
    case 'required':
      return `请${chosen.has(field.widget) ? '选择' : '填写'}${label}`;
    case 'type':
      return typeSentences[schema.type](label);
    case 'enum':
    case 'const':
      return `${label}请从列出的选项中选择`;
    case 'minLength':
      return `${label}至少 ${error.params['limit']} 个字，请补充完整`;
    case 'maxLength':
      return `${label}最多 ${error.params['limit']} 个字，现在是 ${[...String(value)].length} 个字，请删减`;
    case 'minimum':
      return `${label}不能小于 ${bound}，请核对`;
    case 'maximum':
      return `${label}不能大于 ${bound}，请核对`;
    case 'exclusiveMinimum':
      return `${label}应大于 ${bound}，请核对`;
    case 'exclusiveMaximum':
      return `${label}应小于 ${bound}，请核对`;
    case 'multipleOf':
      return multipleSentence(label, Number(error.params['multipleOf']));
    case 'minItems':
      return `${label}请至少选择 ${error.params['limit']} 项`;
    case 'maxItems':
      return `${label}最多选择 ${error.params['limit']} 项，请去掉多余的`;
    case 'uniqueItems':
      return `${label}中有重复的选项，请去掉重复的`;
    default:
      return `${label}填写有误，请核对`;
  }
}

const typeSentences = {
  string: (label: string) => `${label}应为文字，请重新填写`,
  number: (label: string) => `${label}应为数字，如 120 或 85.5，请重新填写`,
  integer: (label: string) => `${label}应为整数，如 12，请重新填写`,
  boolean: (label: string) => `${label}请选择“是”或“否”`,
  array: (label: string) => `${label}请从列出的选项中选择`,
  object: (label: string) => `${label}填写有误，请重新填写`,
};

function multipleSentence(label: string, step: number): string {
  const places = -Math.log10(step);
  return Number.isInteger(places) && places > 0
    ? `${label}最多保留 ${places} 位小数，请核对`
    : `${label}应为 ${step} 的整数倍，请核对`;
}
