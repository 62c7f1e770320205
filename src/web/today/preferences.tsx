import { Checkbox, SegmentedControl, Select } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReplyOf } from '../../shared/contract.ts';
import { isKind, type Kind, type MailWay, mailWays, prefer, preferences } from '../../shared/today.ts';
import { Section } from '../parts/page.tsx';
import { TextSkeleton } from '../parts/skeletons.tsx';
import { Answer, Failed } from '../parts/states.tsx';
import { useAsk, useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './preferences.module.css';

type Preferences = ReplyOf<typeof preferences>;

/** How the reader is told of each kind: on the page, by mail at once, in the morning, or never. */
export function Preferences() {
  const { t } = useWords();
  const asked = useAsk(preferences, {});
  return (
    <Section title={t('today.prefer.title')} sentence={t('today.prefer.sentence')}>
      <Answer of={asked} skeleton={<TextSkeleton lines={6} />}>
        {(told) => <Kinds told={told} />}
      </Answer>
    </Section>
  );
}

function Kinds({ told }: { readonly told: Preferences }) {
  const { t } = useWords();
  const changing = useTell(prefer, {
    refresh: [preferences],
    optimistic: (input, draft) =>
      draft(preferences, {}, (old) => ({
        ...old,
        preferences: old.preferences.map((one) => {
          const changed = input.preferences.find((other) => other.kind === one.kind);
          return changed === undefined ? one : { ...one, app: changed.app, mail: changed.mail };
        }),
      })),
  });
  return (
    <>
      {told.mail ? null : <p className={classes.note}>{t('today.prefer.noMail')}</p>}
      {changing.isError ? <Failed error={changing.error} inline /> : null}
      <table className={classes.kinds}>
        <thead>
          <tr>
            <th scope="col">{t('today.prefer.what')}</th>
            <th scope="col">{t('today.prefer.app')}</th>
            <th scope="col">{t('today.prefer.mail')}</th>
          </tr>
        </thead>
        <tbody>
          {told.preferences.map(({ kind, app, mail }) =>
            isKind(kind) ? (
              <KindRow
                key={kind}
                kind={kind}
                app={app}
                mail={mail}
                onChange={(next) => changing.mutate({ preferences: [{ kind, ...next }] })}
              />
            ) : null,
          )}
        </tbody>
      </table>
      <p className={classes.note}>{t('today.prefer.digest')}</p>
    </>
  );
}

interface KindRowProps {
  readonly kind: Kind;
  readonly app: boolean;
  readonly mail: MailWay;
  readonly onChange: (next: { readonly app: boolean; readonly mail: MailWay }) => void;
}

function KindRow({ kind, app, mail, onChange }: KindRowProps) {
  const { t } = useWords();
  const phone = useMediaQuery('(max-width: 48em)') ?? false;
  const name = t(kindWord(kind));
  const ways = mailWays.map((value) => ({ value, label: t(`today.prefer.${value}`) }));
  const choose = (value: string | null) => onChange({ app, mail: mailWays.find((one) => one === value) ?? mail });
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Checkbox
          aria-label={`${name}: ${t('today.prefer.app')}`}
          checked={app}
          onChange={(event) => onChange({ app: event.currentTarget.checked, mail })}
        />
      </td>
      <td>
        {phone ? (
          <Select
            aria-label={`${name}: ${t('today.prefer.mail')}`}
            data={ways}
            value={mail}
            allowDeselect={false}
            onChange={choose}
          />
        ) : (
          <SegmentedControl
            size="xs"
            aria-label={`${name}: ${t('today.prefer.mail')}`}
            data={ways}
            value={mail}
            onChange={choose}
          />
        )}
      </td>
    </tr>
  );
}

/** What a kind is called: its room's words have it under the same name. */
function kindWord(kind: Kind) {
  const names = {
    'promises.accept': 'promisesToday.kind.accept',
    'promises.unaccepted': 'promisesToday.kind.unaccepted',
    'promises.declined': 'promisesToday.kind.declined',
    'promises.due-soon': 'promisesToday.kind.due-soon',
    'promises.due-today': 'promisesToday.kind.due-today',
    'promises.late': 'promisesToday.kind.late',
    'promises.inner-late': 'promisesToday.kind.inner-late',
    'promises.no-keeper': 'promisesToday.kind.no-keeper',
    'promises.expectation-low': 'promisesToday.kind.expectation-low',
    'moments.repair': 'momentsToday.kind.repair',
    'moments.recheck': 'momentsToday.kind.recheck',
    'moments.mark': 'momentsToday.kind.mark',
    'moments.ask': 'momentsToday.kind.ask',
    'today.handed': 'teamToday.kind.handed',
  } as const satisfies Record<Kind, string>;
  return names[kind];
}
