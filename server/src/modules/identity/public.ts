export { openSignInCode } from './codes.ts';
export { codeRequested } from './events.ts';
export { birthDateOf, citizenIdFault, isCivilDate, type NumberGround, usccFault } from './numbers.ts';
export { contactOf, findPersonByIdNumber, registerAtWindow, revealPerson } from './people.ts';
