export { nextQuestion, personalList, type SituationAnswers } from './rules.ts';
