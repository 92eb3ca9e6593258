import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Condition, conditionFault, evaluate, holds, testsOf } from './condition.ts';

const facts = { situation: { kind: 'shop', goods: ['food', 'drink'], area: 60, asked: null, blank: '' } };

describe('a condition over facts', () => {
  test.each<[Condition, boolean | undefined]>([
    [{ eq: ['/situation/kind', 'shop'] }, true],
    [{ eq: ['/situation/goods', 'drink'] }, true],
    [{ in: ['/situation/kind', ['stall', 'market']] }, false],
    [{ lt: ['/situation/area', 60] }, false],
    [{ gt: ['/situation/area', 59.5] }, true],
    [{ gt: ['/situation/kind', 5] }, undefined],
    [{ known: '/situation/area' }, true],
    [{ known: '/situation/blank' }, false],
    [{ known: '/situation/asked' }, false],
    [{ eq: ['/situation/size', 'big'] }, undefined],
    [{ not: { eq: ['/situation/size', 'big'] } }, undefined],
    [{ eq: ['/situation/asked', 'yes'] }, false],
    [{ not: { eq: ['/situation/asked', 'yes'] } }, true],
    [{ all: [{ eq: ['/situation/kind', 'shop'] }, { eq: ['/situation/size', 'big'] }] }, undefined],
    [{ all: [{ eq: ['/situation/kind', 'stall'] }, { eq: ['/situation/size', 'big'] }] }, false],
    [{ any: [{ eq: ['/situation/kind', 'shop'] }, { eq: ['/situation/size', 'big'] }] }, true],
    [{ eq: ['/situation/toString', 'x'] }, undefined],
  ])('%j is %s', (condition, expected) => {
    expect(evaluate(condition, facts)).toBe(expected);
    expect(holds(condition, facts)).toBe(expected === true);
  });

  test('no condition always holds', () => {
    expect(holds(undefined, {})).toBe(true);
  });

  test('what is decided stays decided when more becomes known', () => {
    const values = fc.constantFrom('x', 'y', null);
    const leaf: fc.Arbitrary<Condition> = fc.record({
      eq: fc.tuple(fc.constantFrom('/a', '/b', '/c'), fc.constantFrom('x', 'y')),
    });
    const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
      condition: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.record({ not: tie('condition') }),
        fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      ),
    }));
    fc.assert(
      fc.property(condition, fc.dictionary(fc.constantFrom('a', 'b'), values), values, (written, known, more) => {
        const before = evaluate(written, known);
        const after = evaluate(written, { c: more, ...known });

        if (before !== undefined) expect(after).toBe(before);
      }),
    );
  });
});

describe('what an editor wrote', () => {
  test.each<[unknown, string]>([
    ['shop', '条件应为对象'],
    [null, '条件应为对象'],
    [{}, '每个条件只能有一个运算'],
    [{ eq: ['/a', 1], known: '/a' }, '每个条件只能有一个运算'],
    [{ matches: ['/a', '.*'] }, '没有“matches”这种运算'],
    [{ all: [] }, 'all 应为至少含一个条件的列表'],
    [{ any: [{ known: 'a' }] }, 'known 应写成以 / 开头的引用'],
    [{ eq: ['/a'] }, 'eq 应写成 [引用, 值]，引用以 / 开头'],
    [{ in: ['/a', 'x'] }, 'in 的值类型不对'],
    [{ lt: ['/a', true] }, 'lt 的值类型不对'],
    [[...'1234567'].reduce<unknown>((inner) => ({ not: inner }), { known: '/a' }), '条件嵌套不能超过 6 层'],
  ])('%j is told: %s', (written, sentence) => {
    expect(conditionFault(written)).toBe(sentence);
  });

  test('a right one has no fault, and its tests can be listed', () => {
    const right: Condition = {
      any: [{ in: ['/a', ['x', 'y']] }, { not: { all: [{ gt: ['/b', 1] }, { known: '/c' }] } }],
    };

    expect(conditionFault(right)).toBeUndefined();
    expect(testsOf(right)).toEqual([
      { ref: '/a', values: ['x', 'y'] },
      { ref: '/b', values: [] },
      { ref: '/c', values: [] },
    ]);
  });
});
