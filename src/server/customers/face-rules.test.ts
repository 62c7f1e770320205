import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facesOf, type Pointer } from './face-rules.ts';

const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const step = fc.oneof(
  fc.record({ act: fc.constant('merge' as const), from: fc.constantFrom(...people), to: fc.constantFrom(...people) }),
  fc.record({ act: fc.constant('unmerge' as const), which: fc.nat(20) }),
);

/** Merges as the service makes them: from face to face. */
function play(steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): Pointer[] {
  let standing: Pointer[] = [];
  for (const one of steps) {
    const faces = facesOf(people, standing);
    if (one.act === 'unmerge') {
      standing = standing.filter((_, at) => at !== one.which % Math.max(1, standing.length));
      continue;
    }
    const [from, to] = [faces.get(one.from) ?? '', faces.get(one.to) ?? ''];
    if (from !== to) standing = [...standing, { from, to }];
  }
  return standing;
}

/** The naive way: groups joined one by one, whose end is the only one without a pointer. */
function naiveFaces(standing: readonly Pointer[]): Map<string, string> {
  const groups = people.map((person) => new Set([person]));
  for (const { from, to } of standing) {
    const [one, other] = [groups.find((group) => group.has(from)), groups.find((group) => group.has(to))];
    if (one === undefined || other === undefined || one === other) continue;
    for (const person of one) other.add(person);
    groups.splice(groups.indexOf(one), 1);
  }
  const pointing = new Set(standing.map((pointer) => pointer.from));
  return new Map(
    people.map((person) => {
      const group = groups.find((one) => one.has(person)) ?? new Set([person]);
      return [person, [...group].find((one) => !pointing.has(one)) ?? ''];
    }),
  );
}

describe('a face is where the pointers end', () => {
  it('after any merges and unmerges it is what a naive recomputation says', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const standing = play(steps);
        expect(facesOf(people, standing)).toEqual(naiveFaces(standing));
      }),
    );
  });

  it('undoing every merge, in any order, gives everyone back', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.infiniteStream(fc.nat(50)), (steps, choice) => {
        let standing = play(steps);
        while (standing.length > 0) {
          const at = (choice.next().value ?? 0) % standing.length;
          standing = standing.filter((_, place) => place !== at);
          facesOf(people, standing);
        }
        expect([...facesOf(people, standing)]).toEqual(people.map((person) => [person, person]));
      }),
    );
  });

  it('unmerging what was just merged gives back exactly what was', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 20 }),
        fc.constantFrom(...people),
        fc.constantFrom(...people),
        (steps, a, b) => {
          const standing = play(steps);
          const before = facesOf(people, standing);
          const [from, to] = [before.get(a) ?? '', before.get(b) ?? ''];
          fc.pre(from !== to);
          expect(facesOf(people, [...standing, { from, to }]).get(a)).toBe(to);
          expect(facesOf(people, standing)).toEqual(before);
        },
      ),
    );
  });

  it('a ring is a fault', () => {
    const ring = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
    ];
    expect(() => facesOf(['a', 'b'], ring)).toThrow('ring');
  });
});
