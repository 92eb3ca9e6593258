import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  allowedActions,
  type CaseState,
  caseActions,
  parts,
  states,
  stations,
  transitionOf,
  turnOf,
} from './machine.ts';

test('every state can be reached from a draft, and from every state a case can still be closed', () => {
  const reach = (from: CaseState): Set<CaseState> => {
    const seen = new Set<CaseState>([from]);
    for (const state of seen)
      for (const action of caseActions)
        if (transitionOf(action).from.includes(state)) seen.add(transitionOf(action).to);
    return seen;
  };

  expect([...reach('DRAFT')].sort()).toEqual([...states].sort());
  for (const state of states) expect(reach(state), state).toContain('CLOSED');
});

test('every state × action × part is as the table says, and nothing is possible after the end', () => {
  for (const state of states)
    for (const part of parts)
      for (const action of caseActions) {
        const { from, by } = transitionOf(action);
        const lawful = from.includes(state) && by.includes(part);

        expect(allowedActions(state, [part]).includes(action), `${state} ${action} ${part}`).toBe(lawful);
      }
  expect(allowedActions('CLOSED', parts)).toEqual([]);
});

test('acceptance, review, decision and issue are separate parts', () => {
  const playing = (action: (typeof caseActions)[number]) => transitionOf(action).by;

  expect(playing('accept')).toEqual(['acceptanceOfficer']);
  expect(playing('recommend')).toEqual(['reviewer']);
  expect(playing('grant')).toEqual(['decisionMaker']);
  expect(playing('refuse')).toEqual(['decisionMaker']);
});

test('over any life, a clock that stops had started, and none starts twice', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 40 }), (choices) => {
      const started = new Set<string>();
      let state: CaseState = 'DRAFT';
      for (const choice of choices) {
        const possible = allowedActions(state, parts);
        const action = possible[choice % possible.length];
        if (action === undefined) break;
        const { starts, stops, to } = transitionOf(action);
        if (stops) expect(started).toContain(stops);
        if (starts) expect(started).not.toContain(starts);
        if (starts) started.add(starts);
        state = to;
      }
    }),
  );
});

test('each open state stands at exactly one station and has somebody whose turn it is', () => {
  for (const state of states) {
    expect(stations.filter((station) => (station.states as readonly CaseState[]).includes(state)).length).toBe(
      state === 'CLOSED' ? 0 : 1,
    );
    expect(turnOf(state) === 'nobody').toBe(state === 'CLOSED');
  }
});
