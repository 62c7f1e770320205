import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReplyOf } from '../../shared/contract.ts';
import { type Touchpoint, touchpoints } from '../../shared/moments-touchpoints.ts';
import { departments } from '../../shared/staff-house.ts';
import { Figure } from '../parts/figure.tsx';
import { LinkTo } from '../parts/link.tsx';
import { List } from '../parts/list.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { seedStandard } from '../parts/touchpoint-name.ts';
import { useKeys } from '../platform/keys.ts';
import { useCan } from '../platform/session.ts';
import { useShow } from '../platform/show.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { useSaying } from './moment-words.ts';
import classes from './moments.module.css';
import { MomentsNav } from './moments-nav.tsx';
import { TouchpointForm } from './touchpoint-form.tsx';

/** The catalogue: where customers meet us, what is intended there, who answers; and what was only heard of. */
export function TouchpointsPage() {
  const { t } = useWords();
  const can = useCan();
  const asked = useAsk(touchpoints, {});
  const [open, setOpen] = useState<Touchpoint | 'new'>();
  const manages = can('promises.manage');
  useKeys(manages ? [{ keys: 'n', label: t('moments.places.add'), run: () => setOpen('new') }] : []);
  return (
    <Page
      title={t('moments.places.title')}
      sentence={t('moments.places.sentence')}
      above={<LinkTo to="/moments">{t('shell.nav.moments')}</LinkTo>}
      acts={
        manages ? (
          <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={() => setOpen('new')}>
            {t('moments.places.add')}
          </Button>
        ) : null
      }
    >
      <MomentsNav />
      <Answer of={asked}>{(told) => <Told told={told} open={setOpen} />}</Answer>
      {open === undefined || asked.data === undefined ? null : (
        <TouchpointForm
          key={open === 'new' ? 'new' : `${open.touchpoint} ${open.version}`}
          of={open === 'new' ? undefined : open}
          all={asked.data.touchpoints}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Page>
  );
}

interface ToldProps {
  readonly told: ReplyOf<typeof touchpoints>;
  readonly open: (one: Touchpoint) => void;
}

function Told({ told, open }: ToldProps) {
  const { t } = useWords();
  const show = useShow();
  const { known, all } = told.coverage;
  const groups = [
    {
      name: 'heard' as const,
      sentence: t('moments.places.heardSentence'),
      of: told.touchpoints.filter((one) => !one.known),
    },
    { name: 'known' as const, sentence: undefined, of: told.touchpoints.filter((one) => one.known && !one.closed) },
    { name: 'closedOnes' as const, sentence: undefined, of: told.touchpoints.filter((one) => one.closed) },
  ];
  return (
    <>
      <Figure
        label={t('moments.places.coverage')}
        value={all < 5 ? undefined : show.percent(known / all)}
        definition={t('moments.places.coverageMeans')}
        unit="moments"
        period={t('moments.places.last90')}
        sample={t('moments.page.sampleAll', { count: all })}
        rows="/moments/list"
        enough={{ have: all, need: 5 }}
      />
      {told.touchpoints.length === 0 ? (
        <Empty title={t('moments.places.none')} sentence={t('moments.places.noneSentence')} />
      ) : null}
      {groups.map(({ name, sentence, of }) =>
        of.length === 0 ? null : (
          <Section key={name} title={t(`moments.places.${name}`)} {...(sentence === undefined ? {} : { sentence })}>
            <Places label={t(`moments.places.${name}`)} of={of} open={open} />
          </Section>
        ),
      )}
    </>
  );
}

interface PlacesProps {
  readonly label: string;
  readonly of: readonly Touchpoint[];
  readonly open: (one: Touchpoint) => void;
}

function Places({ label, of, open }: PlacesProps) {
  const can = useCan();
  const manages = can('promises.manage');
  return (
    <List
      label={label}
      items={of}
      keyOf={(one) => one.touchpoint}
      row={(one) => <PlaceLine of={one} />}
      {...(manages ? { onOpen: open } : {})}
    />
  );
}

/** A touchpoint in the list: its name, what is intended there, who answers; at the end how much happens there. */
function PlaceLine({ of }: { readonly of: Touchpoint }) {
  const { t, show, place, language } = useSaying();
  const { data } = useAsk(departments, {});
  const nameOf = (told: string) =>
    data?.departments.find((one) => one.department_id === told || one.key === told)?.name[language] ?? told;
  const standard = of.standards?.[language] ?? seedStandard(t, of.touchpoint);
  const owners = [...new Set([...of.departments, ...Object.values(of.owners)])].map(nameOf);
  const about =
    of.same_as === null
      ? [t(`moments.stage.${of.stage}`), owners.length === 0 ? t('moments.places.nobody') : show.list(owners)]
      : [t('moments.places.alias', { name: place(of.same_as) })];
  return (
    <span className={classes.line}>
      <span className={classes.lineWords}>
        <strong>{place(of.touchpoint)}</strong>
        {standard === undefined || of.same_as !== null ? null : <span className={classes.intent}>{standard}</span>}
        <span className={classes.lineAbout}>{of.known ? about.join(' · ') : of.touchpoint}</span>
      </span>
      <span className={classes.lineEnd}>
        <span className={classes.balance}>{t('moments.places.counts', { count: of.moments })}</span>
        {of.negative === 0 ? null : (
          <span className={classes.sign} data-sign="bad">
            {t('moments.places.badOnes', { count: of.negative })}
          </span>
        )}
      </span>
    </span>
  );
}
