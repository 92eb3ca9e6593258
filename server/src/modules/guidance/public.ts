export { nextQuestion, personalList } from './rules.ts';
