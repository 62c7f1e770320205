import { atLocal } from '../platform/calendar/local-rules.ts';
import type { AwaitedLine } from '../today/line-service.ts';
import { breach, unacceptedOf } from './alarm-rules.ts';
import type { Entry } from './entry.ts';

/** A line of Today with what makes it new: who was told of it before is told again when that changes. */
export interface PromiseLine {
  readonly line: AwaitedLine;
  readonly news: string;
}

/** Of whom a line is: a person, a department or, where neither works here, whoever stands in. */
type Owner = Pick<AwaitedLine, 'personId' | 'departmentId'>;

/** What awaits whom because of a promise as it stands and of its alarms that rang. */
export function linesOf(entry: Entry, rung: readonly string[], outer: Entry | undefined): PromiseLine[] {
  if (entry.state !== 'open' || entry.owed_by !== 'company' || entry.origin === 'expectation') return [];
  const lines = [...acceptanceLines(entry, rung), ...dueLines(entry, rung)];
  const endangers = rung.includes(breach) || entry.acceptance === 'declined';
  if (outer !== undefined && outer.state === 'open' && endangers) {
    lines.push(lineOf(outer, `inner:${entry.promise_id}`, 'inner-late', keeperOf(outer), outer.due_at, '', 3));
    if (!isOne(makerOf(outer), keeperOf(outer))) {
      lines.push(lineOf(outer, `inner-maker:${entry.promise_id}`, 'inner-late', makerOf(outer), outer.due_at, '', 3));
    }
  }
  return lines;
}

function acceptanceLines(entry: Entry, rung: readonly string[]): PromiseLine[] {
  const asked = entry.asked_at?.toISOString() ?? '';
  if (entry.acceptance === 'asked') {
    const lines: PromiseLine[] = [];
    if (entry.keeper_partner === null) {
      const { line, news } = lineOf(entry, 'accept', 'accept', keeperOf(entry), entry.accept_by, asked, 2);
      const input = { customer_id: entry.customer_id, promise_id: entry.promise_id, version: entry.version };
      lines.push({
        line: { ...line, act: { word: 'promisesToday.step.accept', endpoint: 'promises.accept', input } },
        news,
      });
    }
    if (rung.includes(unacceptedOf(entry)))
      lines.push(lineOf(entry, 'unaccepted', 'unaccepted', makerOf(entry), entry.due_at, asked, 4));
    return lines;
  }
  const answered = entry.answered_at?.toISOString() ?? '';
  if (entry.acceptance === 'declined' || entry.acceptance === 'countered') {
    const { line, news } = lineOf(entry, 'declined', 'declined', makerOf(entry), entry.due_at, answered, 4);
    return [{ news, line: { ...line, ...saidOfDeclined(entry, line.slots) } }];
  }
  return [];
}

/** Who declined and what he proposes instead; a partner, who does not work here, is not named. */
function saidOfDeclined(entry: Entry, slots: AwaitedLine['slots']): Pick<AwaitedLine, 'word' | 'slots'> {
  const [personId, departmentId] = [uuid(entry.keeper_person), uuid(entry.keeper_department)];
  const keeper =
    personId !== null ? { person: personId } : departmentId !== null ? { department: departmentId } : undefined;
  if (keeper === undefined) return { word: 'promisesToday.line.declinedOutside', slots };
  const other = entry.counter_local === null ? undefined : localSlot(entry.counter_local, entry.zone);
  if (other === undefined) return { word: 'promisesToday.line.declined', slots: { ...slots, keeper } };
  return { word: 'promisesToday.line.declinedOther', slots: { ...slots, keeper, other } };
}

function localSlot(local: string, zone: string) {
  if (local.length === 10) return { on: local };
  const read = atLocal(local, zone);
  return read === undefined ? undefined : { at: read.at.toISOString() };
}

function dueLines(entry: Entry, rung: readonly string[]): PromiseLine[] {
  const [keeper, maker] = [keeperOf(entry), makerOf(entry)];
  if (rung.includes(breach)) {
    const late = lineOf(entry, 'late', 'late', keeper, entry.due_at, '', 3);
    return isOne(keeper, maker) ? [late] : [late, lineOf(entry, 'late-maker', 'late', maker, entry.due_at, '', 3)];
  }
  return rung.some((kind) => kind.startsWith('share-'))
    ? [lineOf(entry, 'due', 'due-soon', keeper, entry.due_at, '', 1)]
    : [];
}

function lineOf(
  entry: Entry,
  key: string,
  kind: 'accept' | 'unaccepted' | 'declined' | 'due-soon' | 'late' | 'inner-late',
  owner: Owner,
  until: Date | null,
  news: string,
  weight: number,
): PromiseLine {
  const due = entry.due_at === null ? {} : { due: dueSlot(entry) };
  const maker = uuid(entry.maker_person);
  return {
    news,
    line: {
      customerId: entry.customer_id,
      room: 'promises',
      key: key.includes(':') ? key : `${key}:${entry.promise_id}`,
      kind: `promises.${kind}`,
      ...owner,
      until,
      weight,
      word: wordOf[kind],
      slots: { ...due, ...(maker === null ? {} : { maker: { person: maker } }) },
      ...(key.includes('maker') ? {} : { handOver: reassignOf(entry) }),
      path: `/promises/${entry.customer_id}/${entry.promise_id}`,
    },
  };
}

/** Whose the keeping is the ledger knows: whom a line is handed to is asked to keep the promise. */
function reassignOf({ customer_id, promise_id, version }: Entry): AwaitedLine['handOver'] {
  return { endpoint: 'promises.reassign', input: { customer_id, promise_id, version }, as: 'keeper' };
}

const wordOf = {
  accept: 'promisesToday.line.accept',
  unaccepted: 'promisesToday.line.unaccepted',
  declined: 'promisesToday.line.declined',
  'due-soon': 'promisesToday.line.dueSoon',
  late: 'promisesToday.line.late',
  'inner-late': 'promisesToday.line.innerLate',
} as const;

function dueSlot(entry: Entry) {
  const at = entry.due_at?.toISOString() ?? '';
  return entry.due_local?.length === 10 ? { on: entry.due_local } : { at };
}

/** Whose the keeping is. */
export function keeperOf(entry: Entry): Owner {
  return { personId: uuid(entry.keeper_person), departmentId: uuid(entry.keeper_department) };
}

/** Whose word it was. */
export function makerOf(entry: Entry): Owner {
  return { personId: uuid(entry.maker_person), departmentId: uuid(entry.maker_department) };
}

function isOne(a: Owner, b: Owner): boolean {
  return a.personId === b.personId && a.departmentId === b.departmentId;
}

function uuid(told: string | null): string | null {
  return told !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(told) ? told : null;
}
