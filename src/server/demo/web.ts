import { momentOn } from './calendar.ts';
import { company } from './company.ts';
import { type Life, put } from './life.ts';

const pages = [
  ['Inicio', '/', 'website-home', 5],
  ['Tarifas', '/tarifas', 'website-tariffs', 3],
  ['Tienda', '/tienda', 'website-shop', 3],
  ['Placas solares', '/solar', 'website-solar', 1],
  ['Ayuda', '/ayuda', 'website-help', 2],
  ['Mis facturas', '/area/facturas', 'customer-area', 4],
  ['Mi consumo', '/area/consumo', 'customer-area', 2],
] as const;
const weightedPages = pages.map((page) => [page, page[3]] as const);
const openPages = weightedPages.filter(([page]) => !page[1].startsWith('/area'));

/** One visit to the web site: a few pages within minutes, known or anonymous. */
export function browse(life: Life, day: number, known: boolean): number {
  const { random } = life;
  let at = momentOn(random, day, 'any');
  const count = random.int(1, known ? 2 : 3);
  for (let i = 0; i < count; i += 1) {
    const [name, path, touchpoint] = random.weighted(known ? weightedPages : openPages);
    put(life, at, 'web', {
      type: 'page',
      ...(known ? { userId: life.person.userId } : {}),
      anonymousId: anonymousOf(life),
      name,
      properties: {
        name,
        path,
        url: `https://www.${company.domain}${path}`,
        title: `${name} · ${company.name}`,
        referrer: i === 0 ? random.pick(['', '', 'https://buscador.example/', 'https://comparador.example/']) : '',
        channel: 'web',
        touchpoint,
        department: 'systems',
      },
    });
    at += random.int(8, 240) * 1000;
  }
  return at;
}

/** His browser's id, the same all his life. */
export function anonymousOf(life: Life): string {
  return `anon-${life.tag}-${life.person.k.toString(36)}`;
}
