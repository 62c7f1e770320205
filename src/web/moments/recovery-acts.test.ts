import { describe, expect, it } from 'vitest';
import { actsOf } from './recovery-acts.ts';

const me = 'me';
const mine = { person_id: me, name: 'Me' };
const worker = (right: string) => right === 'customers.write';
const lead = () => true;

describe('what one may do with what is to be repaired', () => {
  it('nobody answers for it: it is taken first', () => {
    expect(actsOf({ state: 'open', owner: null, wants: null }, me, worker)[0]).toBe('own');
  });

  it('who has it asks him first what would repair it, then does it', () => {
    expect(actsOf({ state: 'owned', owner: mine, wants: null }, me, worker)[0]).toBe('want');
    expect(actsOf({ state: 'owned', owner: mine, wants: 'An apology' }, me, worker)[0]).toBe('repair');
  });

  it('once it is done his word is what is wanting', () => {
    expect(actsOf({ state: 'done', owner: mine, wants: null }, me, worker)[0]).toBe('outcome');
  });

  it('only who leads gives it up, or has it go on after all', () => {
    expect(actsOf({ state: 'owned', owner: mine, wants: null }, me, worker)).not.toContain('giveUp');
    expect(actsOf({ state: 'owned', owner: mine, wants: null }, me, lead)).toContain('giveUp');
    expect(actsOf({ state: 'given-up', owner: mine, wants: null }, me, worker)).toEqual([]);
    expect(actsOf({ state: 'given-up', owner: mine, wants: null }, me, lead)).toEqual(['goOn']);
  });

  it('what he called repaired is left alone, and who only reads does nothing', () => {
    expect(actsOf({ state: 'repaired', owner: mine, wants: null }, me, lead)).toEqual([]);
    expect(actsOf({ state: 'open', owner: null, wants: null }, me, () => false)).toEqual([]);
  });
});
