import { expect, it } from 'vitest';
import { readConfig } from '../platform/config.ts';
import { hashPassword, isPassword } from './password-hash.ts';

const cheap = { N: 2 ** 6, r: 8, p: 1 };

it('costs what it should in every house, whatever the environment says', () => {
  const env = { KEPT_UNSAFE: '1', KEPT_PASSWORD_COST: '1', passwordCost: '1' };
  for (const config of [readConfig({}), readConfig(env)])
    expect(config.passwordCost).toEqual({ N: 32_768, r: 8, p: 3 });
});

it('is kept with its cost, so that it stays right when the cost grows, and another never is', async () => {
  const { passwordCost } = readConfig({});
  const [old, kept] = [await hashPassword('ключ ñ 鍵', cheap), await hashPassword('ключ ñ 鍵', passwordCost)];
  expect(kept).toMatch(/^scrypt\$32768\$8\$3\$/);
  expect([await isPassword('ключ ñ 鍵', old, passwordCost), await isPassword('ключ ñ 鍵', kept, cheap)]).toEqual([
    true,
    true,
  ]);
  expect([await isPassword('ключ n 鍵', old, cheap), await isPassword('', undefined, cheap)]).toEqual([false, false]);
});
