import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import { houseId } from '../../shared/staff.ts';
import { changed } from '../../shared/today.ts';
import type * as contract from '../../shared/today-team.ts';
import type { Call } from '../platform/area.ts';
import { refuse } from '../platform/refuse.ts';
import { canReceive, eraseTellings, type HandLine, lockLines, type Owner, saveHanded } from './hand-over-store.ts';
import type { Scope } from './hearer-store.ts';
import { leads } from './lead-store.ts';
import type { LineKey } from './line-store.ts';
import { refuseTaken, requirePerson, requireScope } from './list-service.ts';
import { sees } from './scope-rules.ts';
import { tell, tellingIdOf, whoHears } from './telling-service.ts';

/** So long what was handed over can be taken back, in milliseconds. */
const undoMs = 15 * 60_000;

type Key = InputOf<typeof contract.handOver>['lines'][number];

/**
 * Hands lines over, all or none, in one transaction: whoever sees a line may, and whoever leads him whose it is. Refuses
 * `record.not-found`, `line.taken` (by a colleague whom one does not lead), `line.receiver-gone`, and `line.own-way` or
 * `line.stays` where the room says so.
 */
export async function handOver(
  call: Call,
  input: InputOf<typeof contract.handOver>,
): Promise<ReplyOf<typeof contract.handOver>> {
  const me = requirePerson(call);
  const to = ownerOf(input.to);
  const lines = await requireLines(call, input.lines);
  const scope = await requireScope(call, me);
  for (const line of lines) await requireMay(call, me, scope, line);
  if (!(await canReceive(call.tx, to))) refuse('line.receiver-gone');
  const moved = lines.filter((line) => !(isOne(line, to) && line.claimed_by === null));
  if (moved.length === 0) return { lines: 0 };
  const tellings = await tellReceivers(call, me, to, moved);
  await saveHanded(
    call.tx,
    moved.map((line) => ({
      ...keyOf(line),
      owner: to,
      claimedBy: null,
      handed: {
        by: me,
        at: call.now.toISOString(),
        note: input.note ?? null,
        put: line.handed?.put ?? { person_id: line.person_id, department_id: line.department_id },
        was: { person_id: line.person_id, department_id: line.department_id, claimed_by: line.claimed_by },
        tellings,
      },
    })),
    call.now,
  );
  call.append(changed, houseId, { room: 'today', lines: moved.length });
  return { lines: moved.length };
}

/** Takes back what one handed over; refuses `line.handed-on` when it is too late, or somebody has taken it meanwhile. */
export async function takeBack(
  call: Call,
  input: InputOf<typeof contract.takeBack>,
): Promise<ReplyOf<typeof contract.takeBack>> {
  const me = requirePerson(call);
  const lines = await requireLines(call, input.lines);
  const back = lines.map((line) => {
    const { handed } = line;
    if (handed === null || handed.was === null || handed.by !== me) return refuse('line.handed-on');
    const isLate = call.now.getTime() - Date.parse(handed.at) > undoMs;
    if (isLate || (line.claimed_by !== null && line.claimed_by !== me)) return refuse('line.handed-on');
    const { claimed_by: claimedBy, ...owner } = handed.was;
    const isFirst = isOne(owner, handed.put);
    return { ...keyOf(line), owner, claimedBy, handed: isFirst ? null : { ...handed, note: null, was: null } };
  });
  await saveHanded(call.tx, back, call.now);
  await eraseTellings(
    call.tx,
    lines.flatMap((line) => line.handed?.tellings ?? []),
  );
  call.append(changed, houseId, { room: 'today', lines: back.length });
  return { lines: back.length };
}

async function requireLines(call: Call, keys: readonly Key[]): Promise<HandLine[]> {
  const once = new Map(keys.map((key) => [`${key.customer_id} ${key.room} ${key.key}`, keyOf(key)]));
  const lines = await lockLines(call.tx, [...once.values()]);
  return lines.length === once.size ? lines : refuse('record.not-found');
}

async function requireMay(call: Call, me: string, scope: Scope, line: HandLine): Promise<void> {
  const isLead =
    scope.house && (await leads(call.tx, me, { personId: holderOf(line) ?? undefined, departmentId: homeOf(line) }));
  if (!isLead && !sees(me, scope, line)) refuse('record.not-found');
  if (!isLead && line.claimed_by !== null && line.claimed_by !== me && line.claimer_active) {
    refuseTaken(line);
  }
  if (line.hand_over === false) refuse('line.stays');
  if (line.hand_over !== null) refuse('line.own-way');
}

function holderOf(line: HandLine): string | null {
  return line.claimer_active ? line.claimed_by : line.person_id;
}

function homeOf(line: HandLine): string | undefined {
  return line.home_id ?? undefined;
}

/** Tells each who now has it, once, however many lines it is; gives the ids of what was told. */
async function tellReceivers(call: Call, me: string, to: Owner, lines: readonly HandLine[]): Promise<string[]> {
  const hearers = await whoHears(call, { personId: to.person_id, departmentId: to.department_id });
  const [only] = lines;
  const customerId = lines.length === 1 && only !== undefined && only.customer_id !== houseId ? only.customer_id : null;
  const tellings = hearers
    .filter((personId) => personId !== me)
    .map((personId) => ({
      tellingId: tellingIdOf('today.handed', me, call.now.toISOString(), only?.key ?? '', personId),
      personId,
      customerId,
      kind: 'today.handed',
      word: customerId === null ? ('teamToday.line.handedMany' as const) : ('teamToday.line.handed' as const),
      slots: { by: { person: me }, lines: lines.length },
      path: '/',
      at: call.now,
    }));
  await tell(call, tellings);
  return tellings.map((one) => one.tellingId);
}

function ownerOf(to: contract.Receiver): Owner {
  return 'person_id' in to
    ? { person_id: to.person_id, department_id: null }
    : { person_id: null, department_id: to.department_id };
}

function isOne(one: Owner, other: Owner): boolean {
  return one.person_id === other.person_id && one.department_id === other.department_id;
}

function keyOf(line: Key): LineKey {
  return { customerId: line.customer_id, room: line.room, key: line.key };
}
