import { describe, expect, test } from 'vitest';
import { strengthOf } from './strength-rules.ts';

describe('how hard a password is to guess', () => {
  test.each([
    ['', 'short'],
    ['abcdefghi', 'short'],
    ['password123', 'weak'],
    ['aaaaaaaaaaaa', 'weak'],
    ['Contraseña2026', 'weak'],
    ['ana.ruiz2026', 'weak'],
    ['gatoperro12', 'fair'],
    ['correct horse battery', 'strong'],
    ['верный конь батарея', 'strong'],
  ] as const)('%s is %s', (password, strength) => {
    expect(strengthOf(password, ['Ana Ruiz', 'ana.ruiz@example.org'])).toBe(strength);
  });
});
