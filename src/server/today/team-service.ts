import type { ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/today-team.ts';
import type { Call } from '../platform/area.ts';
import { refuse } from '../platform/refuse.ts';
import { requireOrganisation } from '../staff/house-service.ts';
import { listTeam, type TeamRow } from './lead-store.ts';
import { requirePerson, requireScope } from './list-service.ts';

/** How much awaits whom, for whoever leads; refuses `access.not-allowed` to others. Names no customer. */
export async function team(call: Call): Promise<ReplyOf<typeof contract.team>> {
  const me = requirePerson(call);
  const { house: isLead, administrator } = await requireScope(call, me);
  if (!isLead) return refuse('access.not-allowed', { slots: { right: 'today' } });
  const { zone } = await requireOrganisation(call.tx);
  const rows = await listTeam(call.tx, me, { administrator, zone, now: call.now });
  const groups = [...Map.groupBy(rows, (row) => row.department_id).entries()];
  return { departments: groups.map(([id, group]) => departmentOf(id, group)) };
}

function departmentOf(id: string | null, rows: readonly TeamRow[]): contract.TeamDepartment {
  const [first] = rows;
  const { name_en = null, name_es = null, name_ru = null } = first ?? {};
  const named = name_en !== null && name_es !== null && name_ru !== null;
  const loose = rows.filter((row) => row.person_id === null);
  return {
    department_id: id,
    name: named ? { en: name_en, es: name_es, ru: name_ru } : null,
    people: rows.flatMap((row) =>
      row.person_id === null
        ? []
        : [
            {
              ...{ person_id: row.person_id, name: row.name ?? '…' },
              ...{ lines: row.lines, late: row.late, oldest: row.oldest?.toISOString() ?? null },
              ...{ claimed: row.claimed, snoozed: row.snoozed, settled: row.settled },
            },
          ],
    ),
    nobody: {
      lines: loose.reduce((sum, row) => sum + row.lines, 0),
      late: loose.reduce((sum, row) => sum + row.late, 0),
      oldest: loose.flatMap((row) => row.oldest?.toISOString() ?? []).toSorted()[0] ?? null,
    },
  };
}
