import { describe, expect, it } from 'vitest';
import { languageOf, learnLanguage } from './feeling-language-rules.ts';
import { saidBy } from './feeling-lexicon-rules.ts';
import { clearSign, lookups, starterLanguage } from './feeling-starter-rules.ts';
import { longestText, tokensOf } from './feeling-text-rules.ts';

const textsOf = (text: string) => tokensOf(text).map((token) => token.text);

describe('how a text is read', () => {
  it.each([
    ['Soooo GOOD!!!', ['soo', 'good', '!!']],
    ['see https://kept.example/a?b=1 and www.kept.example', ['see', 'and']],
    [
      '@ana write to me@kept.example',
      ['write', 'to', 'me', '.', 'example'].slice(0, 3).concat(['kept', '.', 'example']),
    ],
    ['I don’t know', ['i', "don't", 'know']],
    ['3 days, 40 minutes', ['0', 'days', ',', '0', 'minutes']],
    ['tarde :-( pero bien :D', ['tarde', ':(', 'pero', 'bien', ':)']],
    ['спасибо)))', ['спасибо', ':)']],
    ['it broke 💔 &amp; smells', ['it', 'broke', '💔', 'smells']],
    ['', []],
  ])('%s', (text, tokens) => {
    expect(textsOf(text)).toEqual(tokens);
  });

  it('reads no further than people do, and marks in no number stop it', () => {
    expect(tokensOf('a '.repeat(longestText)).length).toBe(longestText / 2);
    const began = performance.now();
    tokensOf('('.repeat(50_000));
    tokensOf(`${'a'.repeat(50_000)}'`);
    tokensOf('@'.repeat(50_000));
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('hears a word shouted, but not in a text that shouts as a whole', () => {
    expect(tokensOf('this is BAD').at(-1)?.loud).toBe(true);
    expect(tokensOf('THIS IS BAD').at(-1)?.loud).toBe(false);
  });
});

describe('what the lexicons say', () => {
  const says = (language: string, text: string) => [...saidBy(tokensOf(text), lookups.get(language))];

  it('turns round what stands after a not, until a thought ends', () => {
    expect(says('en', 'it was good').at(-1)).toBe(1);
    expect(says('en', 'it was never so good').at(-1)).toBeLessThan(0);
    expect(says('en', 'never, good').at(-1)).toBe(1);
  });

  it('puts a pair before its words', () => {
    expect(says('es', 'sin problemas')).toEqual([0, 1.5]);
    expect(says('ru', 'не работает')).toEqual([0, -1.5]);
    expect(says('en', 'rip off')).toEqual([0, -1.5]);
  });

  it.each([
    ['en', 'Great service, thank you', 1],
    ['en', 'They were rude and the parcel came late', -1],
    ['en', 'Great product, terrible delivery', 0],
    ['en', 'The parcel came on Tuesday', 0],
    ['es', 'Muy amables, todo excelente', 1],
    ['es', 'Pésima atención, no funciona', -1],
    ['ru', 'Всё отлично, спасибо', 1],
    ['ru', 'Ужасное обслуживание, никто не отвечает', -1],
  ])('clearly or not at all, %s: %s', (language, text, sign) => {
    expect(clearSign(tokensOf(text), lookups.get(language))).toBe(sign);
  });
});

describe('which language a text is in, before anything is learned', () => {
  it.each([
    ['The delivery was late and nobody answered the phone', 'en'],
    ['Estoy muy contenta con el trato, gracias', 'es'],
    ['Заказ пришел вовремя, всё понравилось', 'ru'],
    ['O produto chegou quebrado e não recebi resposta', undefined],
    ['Обслужването беше много добро, но съм разочарован', undefined],
    ['Дуже дякую, все було чудово, але довго чекали', undefined],
    ['Die Lieferung kam viel zu spät und niemand hat angerufen', undefined],
    ['Palvelu oli todella huonoa eikä kukaan vastannut', undefined],
    ['服务非常好，我很满意', undefined],
    ['12345 !!!', undefined],
  ])('%s', (text, language) => {
    expect(starterLanguage(tokensOf(text))).toBe(language);
  });
});

describe('which language a text is in, as learned', () => {
  const subjects = ['o pedido', 'a entrega', 'o técnico', 'a loja', 'o atendimento', 'a minha conta'];
  const acts = ['chegou muito tarde', 'não funcionou outra vez', 'foi muito bom', 'está sempre com problemas'];
  const ends = ['obrigada', 'e ninguém me respondeu', 'e eu fiquei feliz', 'mas ainda estou à espera'];
  const portuguese = subjects.flatMap((one) => acts.flatMap((two) => ends.map((three) => `${one} ${two} ${three}`)));
  const profiles = [learnLanguage('pt', portuguese)];
  const of = (text: string, declared?: string) => languageOf(tokensOf(text), profiles, declared);

  it('knows its own again, and no other', () => {
    expect(of('a entrega foi muito bom e eu ainda estou feliz')).toBe('pt');
    expect(of('la entrega llegó muy tarde y nadie me contestó')).toBeUndefined();
    expect(of('tilaus saapui ajoissa ja olen tyytyväinen')).toBeUndefined();
    expect(of('👍')).toBeUndefined();
  });

  it('believes who tells it the language no further than it can be', () => {
    expect(of('tilaus saapui ajoissa ja olen tyytyväinen', 'pt')).toBeUndefined();
    expect(of('a entrega foi muito bom', 'fi')).toBe('pt');
  });
});
