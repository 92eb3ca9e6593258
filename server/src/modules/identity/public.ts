export { openSignInCode } from './codes.ts';
export { codeRequested } from './events.ts';
export { whoIsTold } from './mandates.ts';
export { citizenIdFault, isCivilDate, type NumberGround, usccFault } from './numbers.ts';
export { contactOf, countReveal, revealPerson } from './people.ts';
