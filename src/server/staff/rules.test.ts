import { describe, expect, it } from 'vitest';
import type { Right } from '../../shared/contract.ts';
import { type Role, rightsOf, roles } from '../../shared/staff.ts';
import { canGive, imageTypeOf, keyRights, reaches, waitOfAddress, waitOfPair } from './rules.ts';

describe('guessing is slowed', () => {
  it.each([
    [0, 0],
    [2, 0],
    [3, 1],
    [4, 2],
    [8, 32],
    [12, 300],
    [10_000, 300],
  ])('after %i wrong passwords for one person from one address: %i s', (failures, seconds) => {
    expect(waitOfPair(failures)).toBe(seconds);
  });
  it.each([
    [19, 0],
    [20, 1],
    [25, 32],
    [10_000, 60],
  ])('after %i wrong passwords from one address: %i s', (failures, seconds) => {
    expect(waitOfAddress(failures)).toBe(seconds);
  });
});

describe('nobody gives more than he has', () => {
  const given = (giver: Role) => roles.filter((role) => canGive(new Set(rightsOf(giver)), role));
  it.each<[Role, Role[]]>([
    ['employee', ['employee']],
    ['lead', ['employee', 'lead']],
    ['manager', ['employee', 'lead', 'manager']],
    ['privacy-officer', ['privacy-officer']],
    ['administrator', [...roles]],
  ])('%s can give %j', (giver, expected) => {
    expect(given(giver)).toEqual(expected);
  });
});

describe('whose people one manages', () => {
  const changer = (role: Role, departmentId?: string) => ({ rights: new Set<Right>(rightsOf(role)), departmentId });
  it.each([
    ['an administrator everybody', changer('administrator'), 'a', true],
    ['an administrator those of no department', changer('administrator'), null, true],
    ['a manager his own', changer('manager', 'a'), 'a', true],
    ['a manager no others', changer('manager', 'a'), 'b', false],
    ['a manager none without department', changer('manager', 'a'), null, false],
    ['a manager of no department nobody', changer('manager'), null, false],
    ['a lead nobody', changer('lead', 'a'), 'a', false],
  ])('%s', (_title, who, departmentId, expected) => {
    expect(reaches(who, departmentId)).toBe(expected);
  });
});

describe('a key', () => {
  it('carries its scopes as far as its maker has them', () => {
    const scopes = ['customers.read', 'customers.export', 'no.such'];
    expect(keyRights(scopes, 'manager')).toEqual(['customers.read', 'customers.export']);
    expect(keyRights(scopes, 'employee')).toEqual(['customers.read']);
    expect(keyRights([], 'administrator')).toEqual([]);
  });
});

describe('an image', () => {
  it.each([
    ['89504e470d0a1a0a00', 'image/png'],
    ['ffd8ffe000', 'image/jpeg'],
    ['524946460000000057454250', 'image/webp'],
    ['524946460000000041564920', undefined],
    ['3c737667', undefined],
    ['474946383961', undefined],
    ['', undefined],
  ])('is known by its first bytes: %s', (hex, type) => {
    expect(imageTypeOf(Buffer.from(hex, 'hex'))).toBe(type);
  });
});
