import { describe, expect, it } from 'vitest';
import { keyOf, keyText } from './identity-rules.ts';

const text = (kind: string, raw: string, country: string | undefined = 'ES') => {
  const key = keyOf(kind, raw, country);
  return key === undefined ? undefined : keyText(key);
};

describe('a phone number has one written form', () => {
  it.each([
    '+34 600 111 222',
    '0034600111222',
    '600 11 12 22',
    '600-111-222',
    '(+34) 600.111.222',
    '００３４６００１１１２２２',
    'tel:+34600111222',
  ])('%s', (raw) => expect(text('phone', raw)).toBe('phone:+34600111222'));

  it('a national number is read in the country of the house', () => {
    expect(text('phone', '8 912 345-67-89', 'RU')).toBe('phone:+79123456789');
    expect(keyOf('phone', '600111222', undefined)).toBeUndefined();
    expect(text('phone', '+44 20 7946 0958', 'RU')).toBe('phone:+442079460958');
  });
});

describe('what means nobody is no key', () => {
  it.each([
    ['email', ''],
    ['email', '   '],
    ['email', 'null'],
    ['email', 'N/A'],
    ['email', 'test@test'],
    ['email', 'test@test.com'],
    ['email', 'ana'],
    ['email', 'ana@example'],
    ['email', 'ana@@example.org'],
    ['email', 'a b@example.org'],
    ['phone', '0000000000'],
    ['phone', '600'],
    ['phone', '999999999'],
    ['phone', '+34000000000'],
    ['phone', '6.00111222E8'],
    ['user', 'undefined'],
    ['user', '0'],
    ['user', '00000'],
    ['card', '-'],
    ['anonymous', 'null'],
    ['user', `a\u0000b`],
    ['user', 'a\u202eb'],
    ['user', '\ud800'],
    ['user', 'x'.repeat(301)],
  ])('%s %j', (kind, raw) => expect(text(kind, raw)).toBeUndefined());
});

describe('look-alikes do not match', () => {
  it('a Cyrillic а in a Latin label is no key', () => {
    expect(text('email', 'аna@example.org')).toBeUndefined();
    expect(text('email', 'ana@exаmple.org')).toBeUndefined();
  });
  it('a label of one script is a key of its own', () => {
    expect(text('email', 'почта@пример.рф')).toBe('email:почта@пример.рф');
  });
  it('İ is not i', () => {
    expect(text('email', 'İnfo@example.org')).not.toBe(text('email', 'info@example.org'));
  });
});

describe('one address, one form', () => {
  it('NFKC: the ligature ﬀ is two letters', () => {
    expect(text('email', 'oﬀice@example.org')).toBe('email:office@example.org');
  });
  it('letters are lowered', () => {
    expect(text('email', ' Ana@Example.ORG ')).toBe('email:ana@example.org');
  });
  it('dots and tags of gmail are not folded', () => {
    expect(text('email', 'A.B+x@gmail.com')).toBe('email:a.b+x@gmail.com');
    expect(text('email', 'ab@gmail.com')).not.toBe(text('email', 'a.b@gmail.com'));
  });
  it('a user id keeps its case', () => {
    expect(text('user', 'AbC-1')).toBe('user:AbC-1');
  });
});
