import type { ShownSlot, Slots } from '../../shared/today.ts';
import type { Tx } from '../platform/database/open.ts';
import { listNames } from './hearer-store.ts';

/** Who stands in slots by his id, with his name. */
export async function nameSlots(tx: Tx, rows: readonly { slots: Slots }[]): Promise<Record<string, ShownSlot>[]> {
  const all = rows.flatMap((row) => Object.values(row.slots));
  const people = new Set(all.flatMap((slot) => (typeof slot === 'object' && 'person' in slot ? [slot.person] : [])));
  const departments = new Set(
    all.flatMap((slot) => (typeof slot === 'object' && 'department' in slot ? [slot.department] : [])),
  );
  const found = people.size + departments.size === 0 ? [] : await listNames(tx, [...people], [...departments]);
  const byId = new Map(found.map((row) => [row.id, row]));
  const shown = (slot: Slots[string]): ShownSlot => {
    if (typeof slot === 'number' || 'at' in slot || 'on' in slot) return slot;
    if ('person' in slot) return { ...slot, name: byId.get(slot.person)?.name ?? '…' };
    const row = byId.get(slot.department);
    return { ...slot, name: { en: row?.name_en ?? '…', es: row?.name_es ?? '…', ru: row?.name_ru ?? '…' } };
  };
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row.slots).map(([name, value]) => [name, shown(value)] as const)),
  );
}
