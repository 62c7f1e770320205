import type { Language } from '../../shared/scalars.ts';
import type { Random } from './random.ts';

/** A name as the company holds it (Latin letters) and as its bearer writes it. */
export interface Name {
  readonly given: string;
  readonly surname: string;
  /** The first name in the customer's own script and the surname in it. */
  readonly ownGiven: string;
  readonly ownSurname: string;
}

const spanish = {
  m: 'Antonio José Manuel Francisco Javier Daniel Carlos Alejandro Miguel Rafael Pedro Ángel Sergio Pablo Fernando Jorge Alberto Álvaro Diego Adrián Raúl Enrique Ramón Vicente Rubén Óscar Andrés Joaquín Santiago Víctor Eduardo Mario Roberto Jaime Ignacio Marcos Salvador Emilio Julián Tomás',
  f: 'María Carmen Josefa Isabel Ana Dolores Laura Cristina Marta Pilar Lucía Elena Sara Paula Raquel Mercedes Rosario Beatriz Teresa Julia Nuria Silvia Patricia Rocío Montserrat Sonia Alicia Sandra Susana Inmaculada Irene Andrea Encarnación Margarita Inés Amparo Consuelo Esther Noelia Gloria',
  surnames:
    'García Martínez López Sánchez González Gómez Fernández Moreno Jiménez Pérez Rodríguez Navarro Ruiz Díaz Serrano Hernández Muñoz Sáez Romero Rubio Alfaro Molina Lozano Castillo Picazo Ortega Morcillo Cano Marín Cuenca Garrido Torres Ferrer Pascual Llorens Soler Vicente Beltrán Bernabéu Climent Esteve Giner Ibáñez Juan Lledó Mas Nadal Oliver Pardo Quesada Ripoll Segura Tortosa Urios Valero Vidal Yáñez Zaragoza Botella Carbonell',
};
const english = {
  m: 'John David Michael Peter Paul Andrew Mark James Stephen Ian Robert Richard Christopher Alan Graham Keith Martin Simon Colin Derek Brian Neil Trevor Barry Philip Gareth Stuart Nigel Thomas Daniel',
  f: 'Susan Margaret Christine Linda Jacqueline Janet Karen Helen Deborah Elizabeth Patricia Carol Alison Julie Sarah Jane Catherine Wendy Gillian Barbara Ann Pauline Hilary Sheila Maureen Lesley Rachel Emma Judith Frances',
  surnames:
    'Smith Jones Taylor Brown Wilson Davies Evans Thomas Johnson Walker Wright Robinson Thompson White Hughes Edwards Green Hall Wood Harris Clarke Jackson Turner Cooper Hill Ward Morris Moore Clark Baker Harrison Morgan Allen Parker Bennett Cook Shaw Carter Fletcher Holloway Pritchard Ashworth Kirkby Dunmore',
};
/** Russian first names as Latin:Cyrillic. */
const russian = {
  m: 'Alexander:Александр Sergei:Сергей Vladimir:Владимир Andrei:Андрей Alexei:Алексей Dmitri:Дмитрий Mikhail:Михаил Igor:Игорь Yuri:Юрий Nikolai:Николай Oleg:Олег Evgeni:Евгений Viktor:Виктор Pavel:Павел Konstantin:Константин Maxim:Максим Denis:Денис Roman:Роман Anton:Антон Ilya:Илья',
  f: 'Olga:Ольга Elena:Елена Natalia:Наталья Irina:Ирина Tatiana:Татьяна Svetlana:Светлана Anna:Анна Ekaterina:Екатерина Maria:Мария Marina:Марина Ludmila:Людмила Galina:Галина Julia:Юлия Oksana:Оксана Anastasia:Анастасия Vera:Вера Larisa:Лариса Polina:Полина Daria:Дарья Nadezhda:Надежда',
  surnames:
    'Ivanov:Иванов Petrov:Петров Sidorov:Сидоров Smirnov:Смирнов Kuznetsov:Кузнецов Popov:Попов Vasiliev:Васильев Sokolov:Соколов Mikhailov:Михайлов Novikov:Новиков Fedorov:Фёдоров Morozov:Морозов Volkov:Волков Alexeev:Алексеев Lebedev:Лебедев Semenov:Семёнов Egorov:Егоров Pavlov:Павлов Kozlov:Козлов Stepanov:Степанов Orlov:Орлов Andreev:Андреев Makarov:Макаров Nikitin:Никитин Zakharov:Захаров Zaitsev:Зайцев Soloviev:Соловьёв Borisov:Борисов Yakovlev:Яковлев Grigoriev:Григорьев',
};

const split = (text: string): readonly string[] => text.split(' ');
const lists = {
  es: { m: split(spanish.m), f: split(spanish.f), surnames: split(spanish.surnames) },
  en: { m: split(english.m), f: split(english.f), surnames: split(english.surnames) },
  ru: { m: split(russian.m), f: split(russian.f), surnames: split(russian.surnames) },
} as const;

/** A family's surname: Latin and own script, for a man. */
export function familyName(random: Random, language: Language): string {
  return random.pick(lists[language].surnames);
}

/** A full name within a family; Spaniards carry a second surname, Russian women the feminine one. */
export function fullName(random: Random, language: Language, gender: 'm' | 'f', family: string): Name {
  const given = random.pick(lists[language][gender]);
  if (language === 'es') {
    const surname = `${family} ${random.pick(lists.es.surnames)}`;
    return { given, surname, ownGiven: given, ownSurname: surname };
  }
  if (language === 'en') return { given, surname: family, ownGiven: given, ownSurname: family };
  const [latinGiven = given, ownGiven = given] = given.split(':');
  const [latin = family, own = family] = family.split(':');
  const ending = gender === 'f';
  return {
    given: latinGiven,
    surname: ending ? `${latin}a` : latin,
    ownGiven,
    ownSurname: ending ? `${own}а` : own,
  };
}

const trades = {
  es: [
    ['Panadería', 'bakery'],
    ['Talleres', 'car repair'],
    ['Bar Restaurante', 'restaurant'],
    ['Clínica Dental', 'dentist'],
    ['Ferretería', 'hardware shop'],
    ['Gestoría', 'accountants'],
    ['Autoescuela', 'driving school'],
    ['Frutas', 'wholesale'],
  ],
  en: [
    ['The Anchor Bar', 'bar'],
    ['Costa Villas', 'estate agents'],
    ['Sunny Laundry', 'laundry'],
    ['The Tea Room', 'café'],
  ],
  ru: [
    ['Supermercado Beriozka', 'food shop'],
    ['Salón Nika', 'beauty'],
    ['Inmobiliaria Volna', 'estate agents'],
  ],
} as const;

/** A firm: its registered name and its trade. */
export function firmName(random: Random, language: Language, family: string): readonly [string, string] {
  const [word, trade] = random.pick<readonly [string, string]>(trades[language]);
  const latin = family.split(':')[0] ?? family;
  return [`${word} ${latin}, S.L.`, trade];
}

const letters = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** A Spanish identity number with its right letter (DNI, or NIE for foreigners). */
export function personTaxId(random: Random, language: Language): string {
  if (language === 'es') {
    const number = random.int(10_000_000, 79_999_999);
    return `${number}${letters.charAt(number % 23)}`;
  }
  const number = random.int(1_000_000, 9_999_999);
  return `Y${number}${letters.charAt((10_000_000 + number) % 23)}`;
}

/** A supply point's code (CUPS): country, distributor, twelve digits by household, two control letters. */
export function supplyPoint(household: number, gas: boolean): string {
  const number = (gas ? 231 : 21) * 1e12 + 100_000_000 + household;
  const rest = number % 529;
  const code = String(number).padStart(16, '0');
  return `ES${code}${letters.charAt(Math.floor(rest / 23))}${letters.charAt(rest % 23)}`;
}

const plain: readonly (readonly [RegExp, string])[] = [
  [/[áàä]/g, 'a'],
  [/[éè]/g, 'e'],
  [/[íï]/g, 'i'],
  [/[óò]/g, 'o'],
  [/[úü]/g, 'u'],
  [/ñ/g, 'n'],
  [/ç/g, 'c'],
];

/** Lower-case ASCII letters of a name, for addresses of mail. */
export function asciiOf(text: string): string {
  let out = text.toLowerCase();
  for (const [from, to] of plain) out = out.replace(from, to);
  return out.replace(/[^a-z]/g, '');
}

/** The same name as a careless hand writes it: without accents, a surname dropped, a letter doubled, a pet name, the own script. */
export function misspelt(random: Random, language: Language, name: Name): { given: string; surname: string } {
  if (language === 'ru') return { given: name.ownGiven, surname: name.ownSurname };
  const bare = {
    given: name.given.normalize('NFD').replace(/\p{M}/gu, ''),
    surname: name.surname.normalize('NFD').replace(/\p{M}/gu, ''),
  };
  const way = random.int(0, 3);
  const [first = bare.surname] = bare.surname.split(' ');
  if (way === 0) return { given: bare.given, surname: first };
  if (way === 1) return { given: name.given.slice(0, 1).concat('.'), surname: name.surname };
  if (way === 2) return { given: bare.given, surname: first.replace(/([a-z])([^a-z]*)$/, '$1$1$2') };
  return { given: bare.given.toUpperCase(), surname: bare.surname.toUpperCase() };
}
