import { IconPlus } from '@tabler/icons-react';
import { standings } from '../../shared/promises-standing.ts';
import { ButtonTo, LinkTo } from '../parts/link.tsx';
import { List } from '../parts/list.tsx';
import { Page, Section } from '../parts/page.tsx';
import { RowLine } from '../parts/row-line.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { useCan } from '../platform/session.ts';
import { useShow } from '../platform/show.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { groupsOf, type Held, type StandingGroup, useSayRule } from './standing-words.ts';

const states = ['in-force', 'draft', 'withdrawn'] as const;

/** What the company promises to every fitting customer, and how it keeps it. */
export function StandingListPage() {
  const { t } = useWords();
  const can = useCan();
  const asked = useAsk(standings, {});
  const make = can('promises.manage') ? (
    <ButtonTo to="/promises/standing/new" leftSection={<IconPlus size={16} stroke={2} />}>
      {t('promisesStanding.make')}
    </ButtonTo>
  ) : null;
  return (
    <Page
      title={t('promisesStanding.title')}
      sentence={t('promisesStanding.sentence')}
      above={<LinkTo to="/promises">{t('shell.nav.promises')}</LinkTo>}
      acts={asked.data !== undefined && asked.data.standings.length > 0 ? make : null}
    >
      <Answer of={asked}>
        {(reply) => {
          const groups = groupsOf(reply.standings);
          if (groups.length === 0) {
            return (
              <Empty title={t('promisesStanding.none')} sentence={t('promisesStanding.noneSentence')} act={make} />
            );
          }
          return states.map((state) => {
            const own = groups.filter((one) => one.state === state);
            const label = t(`promisesStanding.group.${state}`);
            return own.length === 0 ? null : (
              <Section key={state} title={label}>
                <Groups label={label} items={own} held={reply.held} />
              </Section>
            );
          });
        }}
      </Answer>
    </Page>
  );
}

interface GroupsProps {
  readonly label: string;
  readonly items: readonly StandingGroup[];
  readonly held: readonly Held[];
}

function Groups({ label, items, held }: GroupsProps) {
  const { language } = useWords();
  const sayRule = useSayRule();
  const sayHeld = useSayHeld();
  return (
    <List
      label={label}
      items={items}
      keyOf={(one) => one.id}
      to={(one) => `/promises/standing/${one.id}`}
      row={({ id, state, lead }) => (
        <RowLine
          faded={state === 'withdrawn'}
          name={lead.texts[language].title}
          detail={sayRule(lead.rule)}
          end={state === 'draft' ? undefined : sayHeld(held.find((one) => one.standing_id === id))}
        />
      )}
    />
  );
}

/** How it is kept, and how many hold it, in a few words. */
function useSayHeld(): (held: Held | undefined) => string {
  const { t } = useWords();
  const show = useShow();
  return (held) => {
    if (held === undefined) return t('promisesStanding.neverHeld');
    const kept = held.kept + held.exceeded;
    const ended = kept + held.broken;
    const rate = ended === 0 ? '' : t('promisesStanding.keptOf', { rate: show.percent(kept / ended), count: ended });
    return [rate, t('promisesStanding.openNow', { count: held.open })].filter((part) => part !== '').join(' · ');
  };
}
