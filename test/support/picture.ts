import { createHash } from 'node:crypto';
import { memoryTicks } from '../../src/server/memory/listeners.ts';
import type { TestHouse } from './house.ts';

/** A hash of every public view's rows, when everything is settled. */
export async function picture(house: TestHouse): Promise<Record<string, string>> {
  for (let quiet = 0; quiet < 3; ) {
    for (const tick of memoryTicks) await tick.run(house.kept.house);
    const [row] =
      await house.rows(`select (select count(*) from memory.dirty_month) + (select count(*) from platform.outbox o
      where o.name = 'memory.spent' and not exists (select 1 from platform.cursor c where (c.tx, c.seq) >= (o.tx, o.seq) and c.listener = 'memory.months')) as n`);
    quiet = Number(row?.['n']) === 0 ? quiet + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  const views = await house.rows(
    `select schemaname || '.' || viewname as view from pg_views where viewname like 'public\\_%' order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { view } of views) {
    const rows = await house.rows(`select md5(t::text) as hash from ${String(view)} t order by 1`);
    const hash = createHash('sha256')
      .update(rows.map((row) => row['hash']).join())
      .digest('hex');
    found[String(view)] = `${rows.length} ${hash.slice(0, 12)}`;
  }
  return found;
}
