import { importRunnerOf } from '../../src/server/intake/import-area.ts';
import {
  type ImportShown,
  showImport,
  startImport,
  type Uploaded,
  uploaded,
  uploadPath,
} from '../../src/shared/imports.ts';
import type { Mapping } from '../../src/shared/mapping.ts';
import type { TestHouse } from './house.ts';

/** Uploads a file through its door. */
export async function uploadFile(house: TestHouse, name: string, content: string | Buffer): Promise<Uploaded> {
  const came = await house.kept.app.inject({
    method: 'POST',
    url: `${uploadPath}?name=${encodeURIComponent(name)}`,
    headers: { cookie: house.administrator.cookie, 'content-type': 'application/octet-stream' },
    payload: content,
  });
  if (came.statusCode !== 200) throw new Error(`upload: ${came.statusCode} ${came.body}`);
  return uploaded.parse(JSON.parse(came.body));
}

/** Works off everything that waits, and waits for it. */
export async function settleImports(house: TestHouse): Promise<void> {
  const runner = importRunnerOf(house.kept.house);
  runner.wake();
  await runner.idle();
}

/** Imports a file and says how it stands when nothing is left to do. */
export async function importFile(
  house: TestHouse,
  name: string,
  content: string | Buffer,
  how: { mapping: Mapping | string; dry?: boolean; again?: boolean; source?: string },
): Promise<ImportShown> {
  const { file } = await uploadFile(house, `${name}.csv`, content);
  const about = {
    file,
    name: how.source ?? name,
    mapping: how.mapping,
    dry: how.dry ?? false,
    again: how.again ?? false,
  };
  const { import_id } = await house.ask(startImport, about, house.administrator);
  await settleImports(house);
  return house.ask(showImport, { import_id }, house.administrator);
}
