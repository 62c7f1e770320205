import { claims } from '../../shared/customers.ts';
import type { Source } from '../../shared/intake.ts';
import { List } from '../parts/list.tsx';
import { Section } from '../parts/page.tsx';
import { RowLine } from '../parts/row-line.tsx';
import { When } from '../parts/values.tsx';
import { now } from '../platform/clock.ts';
import { useCan } from '../platform/session.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';

interface Matter {
  readonly id: string;
  readonly to: string;
  readonly name: string;
  readonly why: string;
  readonly at: string | null;
}

const dayMs = 86_400_000;
/** More claims than this are said as "200 or more". */
export const mostClaims = 200;

/** What somebody should look at: quarantined events, silent sources, unchecked claims; nothing when all is well. */
export function ToLookAt({ sources }: { readonly sources: readonly Source[] }) {
  const { t } = useWords();
  const can = useCan();
  const open = useAsk(claims, { limit: mostClaims });
  const count = open.data?.claims.length ?? 0;
  const matters: Matter[] = can('intake.manage') ? sources.flatMap((source) => matterOf(source)) : [];
  if (count > 0) {
    matters.push({
      id: 'claims',
      to: '/claims',
      name: t('home.look.claims', { count }),
      why: t('home.look.claimsWhy'),
      at: open.data?.claims[0]?.claimed_at ?? null,
    });
  }
  if (matters.length === 0) return null;
  return (
    <Section title={t('home.look.title')}>
      <List
        label={t('home.look.title')}
        items={matters}
        keyOf={(matter) => matter.id}
        to={(matter) => matter.to}
        row={(matter) => (
          <RowLine name={matter.name} detail={matter.why} end={matter.at === null ? null : <When at={matter.at} />} />
        )}
      />
    </Section>
  );

  function matterOf(source: Source): Matter[] {
    const { source_id: id, name, waiting, last_at: at } = source;
    if (source.closed_at !== null) return [];
    if (waiting > 0) {
      const why = t('home.look.quarantineWhy');
      return [
        {
          id,
          to: `/intake/quarantine?source=${id}`,
          name: t('home.look.quarantine', { count: waiting, name }),
          why,
          at,
        },
      ];
    }
    const isLive = source.kind === 'server' || source.kind === 'browser';
    if (!isLive || at === null || now().getTime() - Date.parse(at) < dayMs) return [];
    return [
      { id, to: `/intake/sources/${id}`, name: t('home.look.silent', { name }), why: t('home.look.silentWhy'), at },
    ];
  }
}
