export { answersFromForm, withPage } from './answers.ts';
export { checkForm, conditionFaults, sectionKeys } from './check.ts';
export { type Validation, validateAnswers } from './validate.ts';
