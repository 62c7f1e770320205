import type { Call } from '../platform/area.ts';
import { awaitLines, settleLines } from '../today/line-service.ts';
import { tell, tellingIdOf, whoHearEach } from '../today/telling-service.ts';
import type { Entry } from './entry.ts';
import type { Change } from './ledger-service.ts';
import { linesOf, type PromiseLine } from './lines-rules.ts';

/** Puts on Today what changed promises make somebody await, takes off what they no longer do, tells who is new to it. */
export async function awaitChanged(
  call: Call,
  changes: readonly Change[],
  outers: ReadonlyMap<string, Entry>,
  at?: ReadonlyMap<string, Date>,
): Promise<void> {
  const now: PromiseLine[] = [];
  const fresh: PromiseLine[] = [];
  const gone: PromiseLine[] = [];
  for (const { before, after, rung } of changes) {
    const outer = after.outer_id === null ? undefined : outers.get(after.outer_id);
    const was = before === undefined ? [] : linesOf(before, before.rung, outer);
    const is = linesOf(after, rung, outer);
    const known = new Set(was.map(nameOf));
    const keys = new Set(is.map(({ line }) => line.key));
    now.push(...is);
    fresh.push(...is.filter((one) => !known.has(nameOf(one))));
    gone.push(...was.filter(({ line }) => !keys.has(line.key)));
  }
  await awaitLines(
    call,
    now.map(({ line }) => line),
  );
  await settleLines(
    call,
    gone.map(({ line }) => line),
    call.actor.kind === 'person' ? call.actor.id : undefined,
  );
  await tellFresh(call, fresh, at);
}

function nameOf({ line, news }: PromiseLine): string {
  return [line.key, line.personId, line.departmentId, news].join(' ');
}

async function tellFresh(
  call: Call,
  fresh: readonly PromiseLine[],
  at: ReadonlyMap<string, Date> | undefined,
): Promise<void> {
  if (fresh.length === 0) return;
  const hearers = await whoHearEach(
    call,
    fresh.map(({ line }) => line),
  );
  const tellings = fresh.flatMap((one, place) => {
    const { line } = one;
    const cause = line.key.slice(line.key.indexOf(':') + 1);
    const due = at?.get(cause) ?? call.now;
    const lateSeconds = Math.max(0, Math.round((call.now.getTime() - due.getTime()) / 1_000));
    return (hearers[place] ?? [])
      .filter((personId) => personId !== call.actor.id)
      .map((personId) => ({
        cause,
        tellingId: tellingIdOf(line.customerId, nameOf(one), personId),
        personId,
        customerId: line.customerId,
        kind: line.kind,
        word: line.word,
        slots: line.slots,
        path: line.path,
        at: due,
        // Below a minute it is on time.
        lateSeconds: lateSeconds < 60 ? 0 : lateSeconds,
      }));
  });
  const news = onceEach(tellings);
  for (let from = 0; from < news.length; from += 500) await tell(call, news.slice(from, from + 500));
}

/** Who hears for both sides of a promise, as when the keeper left, is told the same news of it once. */
function onceEach<News extends { cause: string; kind: string; personId: string }>(news: readonly News[]): News[] {
  return [...Map.groupBy(news, ({ cause, kind, personId }) => `${cause} ${kind} ${personId}`).values()].flatMap(
    ([first]) => first ?? [],
  );
}
