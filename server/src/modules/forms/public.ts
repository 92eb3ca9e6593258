export { answersFromForm, withPage } from './answers.ts';
export { checkForm, conditionFaults, readableFields, sectionKeys } from './check.ts';
export { maskAnswers } from './mask.ts';
export { validateAnswers } from './validate.ts';
