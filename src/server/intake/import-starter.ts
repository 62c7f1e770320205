import { startImport } from '../../shared/imports.ts';
import type { Tx } from '../platform/database/open.ts';
import { refuse } from '../platform/refuse.ts';
import { actorNamed } from '../staff/actor-service.ts';
import type { ImportRow } from './import-store.ts';

/**
 * An import goes on only while whoever last set it going may import: refuses `import.starter-may-not` when he left, or
 * has another role, or his key ended. What the machine's own command line started needs nobody.
 */
export async function requireStarter(tx: Tx, row: Pick<ImportRow, 'run_by'>): Promise<void> {
  if (row.run_by.startsWith('system:')) return;
  const actor = await actorNamed(tx, row.run_by);
  if (actor?.rights.has(startImport.access) !== true) refuse('import.starter-may-not');
}
