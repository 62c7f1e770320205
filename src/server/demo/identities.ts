import { dateText, momentOn } from './calendar.ts';
import { type Life, put, scene, tell, words } from './life.ts';
import type { Fields } from './message.ts';
import { misspelt } from './names.ts';
import { anonymousOf, browse } from './web.ts';

/** The company's own record of him: `identify`, and for a firm its contact person and `group`. */
export function introduce(life: Life, at: number): void {
  const { person } = life;
  put(life, at, 'crm', {
    type: 'identify',
    userId: person.userId,
    traits: person.firm === undefined ? personTraits(life) : firmTraits(life),
  });
  if (person.firm === undefined) return;
  const contactId = `${person.userId}-P`;
  put(life, at + 1000, 'crm', {
    type: 'identify',
    userId: contactId,
    traits: {
      ...nameTraits(life),
      ...mailTrait(life),
      language: person.language,
      customer_kind: 'person',
      title: 'contact',
      company: { name: person.firm[0], id: person.userId },
    },
  });
  put(life, at + 2000, 'crm', {
    type: 'group',
    userId: contactId,
    groupId: person.userId,
    traits: { name: person.firm[0], industry: person.firm[1], phone: person.phone },
  });
}

function nameTraits(life: Life): Fields {
  const { name, gender } = life.person;
  return {
    firstName: name.given,
    lastName: name.surname,
    name: `${name.given} ${name.surname}`,
    gender: gender === 'f' ? 'female' : 'male',
  };
}

function mailTrait(life: Life): Fields {
  return life.person.email === undefined ? {} : { email: life.person.email };
}

function addressTrait(life: Life): Fields {
  const { place } = life.person;
  return { street: place.street, city: place.city, postalCode: place.postalCode, state: place.region, country: 'ES' };
}

function personTraits(life: Life): Fields {
  const { person } = life;
  return {
    ...nameTraits(life),
    ...mailTrait(life),
    phone: person.phone,
    birthday: dateText(person.born),
    address: addressTrait(life),
    language: person.language,
    tax_id: person.taxId,
    customer_kind: 'person',
    createdAt: dateText(person.joined),
    ...(person.partnerOf === undefined ? {} : { household_with: `CB-${100_000 + person.partnerOf}` }),
  };
}

function firmTraits(life: Life): Fields {
  const { person } = life;
  return {
    name: person.firm?.[0],
    industry: person.firm?.[1],
    email: person.firmEmail,
    phone: person.phone,
    address: addressTrait(life),
    language: person.language,
    tax_id: person.taxId,
    customer_kind: 'organisation',
    createdAt: dateText(person.joined),
  };
}

/** Before he was ours he looked around the web site as nobody; when he signs up the browser's id becomes his. */
export function arriveByWeb(life: Life, at: number): void {
  const { person, random } = life;
  browse(life, person.joined - random.int(6, 20), false);
  browse(life, person.joined - random.int(1, 5), false);
  put(life, at - 60_000, 'web', {
    type: 'identify',
    userId: person.userId,
    anonymousId: anonymousOf(life),
    traits: { ...mailTrait(life), language: person.language },
  });
}

/** Another system makes a second record of the same person, spelt otherwise; some day somebody may notice. */
export function double(life: Life, day: number): void {
  const { person, random } = life;
  const other = `WEB-${(person.k + 46_656).toString(36).toUpperCase()}`;
  const spelt = misspelt(random, person.language, person.name);
  const digits = person.phone.slice(3);
  const byMail = person.email !== undefined && random.chance(0.5);
  const at = momentOn(random, day, 'any');
  put(life, at, 'web', {
    type: 'identify',
    userId: other,
    traits: {
      firstName: spelt.given,
      lastName: spelt.surname,
      name: `${spelt.given} ${spelt.surname}`,
      ...(byMail
        ? { email: person.email }
        : { phone: `${digits.slice(0, 3)} ${digits.slice(3, 5)} ${digits.slice(5, 7)} ${digits.slice(7)}` }),
      address: { city: person.place.city, postalCode: person.place.postalCode },
      customer_kind: 'person',
    },
  });
  put(life, at + 90_000, 'web', {
    type: 'track',
    userId: other,
    event: 'Message Received',
    properties: {
      ...scene('web', 'website-help', 'customer-service', undefined),
      direction: 'in',
      reason: 'question',
      words: words(life, 'tariffQuestion'),
      language: person.language,
    },
  });
  if (!random.chance(0.45)) return;
  put(life, momentOn(random, day + random.int(20, 200), 'office'), 'crm', {
    type: 'alias',
    previousId: other,
    userId: person.userId,
  });
}

/** He lives with a customer and is put on that one's agreement. */
export function joinHousehold(life: Life, at: number): void {
  tell(life, at, 'crm', 'Agreement Role Given', {
    ...scene('back-office', 'contract', 'customer-service', undefined),
    agreement_number: life.agreementNumber,
    role: life.random.pick(['occupant', 'authorised', 'payer']),
    given_by: `CB-${100_000 + (life.person.partnerOf ?? 0)}`,
  });
}
