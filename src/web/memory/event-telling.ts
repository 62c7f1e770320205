import type { TimelineEvent } from '../../shared/memory.ts';
import { sayCode } from '../parts/say-code.ts';
import type { Show } from '../platform/show.ts';
import type { Say } from '../platform/words.ts';
import { lookOf } from './event-lines.ts';
import type { EventLook, Line, Slot } from './event-look.ts';
import { type Bag, numberOf, saidIn, textOf } from './payload.ts';

/** An event ready to be read: its sentence, small tags, and whose words it carries. */
export interface Telling {
  readonly sentence: string;
  readonly tone: EventLook['tone'];
  readonly tags: readonly { readonly label: string | undefined; readonly value: string }[];
  readonly voice: 'customer' | 'company';
  /** Properties as told, for what is drawn in under the sentence. */
  readonly said: Bag;
}

const toldElsewhere =
  /^(channel|touchpoint|department|direction|words|text|body|message|language|locale|currency|zone|conversation_id|thread_id|agreement_number)$|employee|agent|staff|_id$|^id$|url|referrer/;

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isWall = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** The page of the promise that an event speaks of, where it is one of our own. */
export function promisePathOf(event: TimelineEvent): string | undefined {
  const said = saidIn(event.payload);
  const promiseId = textOf(said['promise_id'] ?? said['expectation_id']);
  if (promiseId === undefined || !isId.test(promiseId) || !/^(promise|expectation) /i.test(event.name))
    return undefined;
  return `/promises/${event.customer_id}/${promiseId}`;
}

/** Reads an event for people: known names as a sentence, unknown ones by their name and their most telling properties. */
export function tellingOf(event: TimelineEvent, t: Say, show: Show): Telling {
  const said = saidIn(event.payload);
  const look = lookOf(event.kind, event.name);
  const line = look?.lines.find((one) => fits(one, said));
  const voice = line?.voice ?? look?.voice ?? (event.direction === 'in' ? 'customer' : 'company');
  if (!look || !line) return { sentence: event.name, tone: undefined, tags: tellingTags(said), voice, said };
  const slots: Record<string, string> = {};
  for (const [name, slot] of Object.entries(line.slots ?? {})) slots[name] = written(slot, said, t, show) ?? '';
  const tags = (look.tags ?? []).flatMap((name) => {
    const value = textOf(said[name]);
    return value === undefined || isId.test(value) ? [] : [{ label: undefined, value: sayCode(t, value) }];
  });
  return { sentence: t(line.say, slots), tone: look.tone, tags, voice, said };
}

/** A kind of event in the reader's words, where it has a plain sentence; else by its own name. */
export function sayEventName(t: Say, name: string): string {
  const plain = lookOf('track', name)?.lines.findLast((line) => line.slots === undefined && line.when === undefined);
  return plain === undefined ? name : t(plain.say);
}

function fits(line: Line, said: Bag): boolean {
  if (line.when && said[line.when[0]] !== line.when[1]) return false;
  return Object.values(line.slots ?? {}).every((slot) => toldIn(slot, said) !== undefined);
}

function toldIn(slot: Slot, said: Bag): string | undefined {
  for (const name of slot.from) {
    const value = textOf(said[name]);
    if (value !== undefined && readable(slot, value)) return value;
  }
  return undefined;
}

function readable(slot: Slot, value: string): boolean {
  if (slot.as === 'day') return /^\d{4}-\d{2}-\d{2}/.test(value);
  if (slot.as === 'money' || slot.as === 'minutes' || slot.as === 'number') return numberOf(value) !== undefined;
  return true;
}

function written(slot: Slot, said: Bag, t: Say, show: Show): string | undefined {
  const value = toldIn(slot, said);
  if (value === undefined) return undefined;
  if (slot.as === 'code') return sayCode(t, value);
  if (slot.as === 'day') return dayText(value, show);
  if (slot.as === 'minutes') return show.span((numberOf(value) ?? 0) * 1000);
  if (slot.as === 'money') return moneyText(value, said, show);
  if (slot.as === 'number') return show.number(numberOf(value) ?? 0);
  if (slot.as === 'level') return t('memory.event.levelOf', { level: value, scale: textOf(said['scale']) ?? '5' });
  return value;
}

/** A day as told; with its time, by the clock of the promise, where it has one. */
function dayText(value: string, show: Show): string {
  return isWall.test(value) ? `${show.date(value.slice(0, 10))}, ${value.slice(11)}` : show.date(value);
}

/** A decimal as told, in the currency of its message; without one as a plain number. */
export function moneyText(value: string, said: Bag, show: Show): string {
  const currency = textOf(said['currency'])?.toUpperCase();
  const amount = value.replace(/^-/, '');
  if (currency === undefined || !/^[A-Z]{3}$/.test(currency)) return show.number(Number(amount));
  return show.money({ amount, currency });
}

function tellingTags(said: Bag): Telling['tags'] {
  const found: { label: string; value: string }[] = [];
  for (const [name, raw] of Object.entries(said)) {
    const value = typeof raw === 'boolean' ? String(raw) : textOf(raw);
    if (value === undefined || value.length > 80 || toldElsewhere.test(name)) continue;
    found.push({ label: name.replaceAll(/[_.-]+/g, ' '), value });
    if (found.length === 4) break;
  }
  return found;
}
