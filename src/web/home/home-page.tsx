import { useState } from 'react';
import { Page } from '../parts/page.tsx';
import { Slot, useFillings } from '../parts/slot.tsx';
import { Empty } from '../parts/states.tsx';
import { now } from '../platform/clock.ts';
import { useMe } from '../platform/session.ts';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import classes from './first-steps.module.css';
import { useFirstSteps } from './first-steps.tsx';

/** Today: the date, a greeting, what awaits; in a new house the first steps. */
export function HomePage() {
  const { t } = useWords();
  const { person } = useMe();
  const show = useShow();
  const today = useFillings('home.today');
  const at = now();
  const steps = useFirstSteps();
  // Nothing that comes later stands above what is there already: the numbers wait until what is above them is whole.
  const [isShown, setIsShown] = useState(today.length === 0);
  const date = new Intl.DateTimeFormat(show.locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: show.zone,
  });
  const hour = Number(
    new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: show.zone }).format(at),
  );
  const part = hour < 12 ? 'morning' : hour < 20 ? 'afternoon' : 'evening';
  return (
    <Page
      width="wide"
      title={capital(date.format(at))}
      sentence={
        <>
          {t(`shell.home.${part}`, { name: firstName(person.name) })}
          <Slot name="home.sentence" props={{}} />
        </>
      }
    >
      {today.length > 0 ? (
        <Slot name="home.today" props={{ steps, onShown: () => setIsShown(true) }} />
      ) : (
        <>
          {steps}
          <Empty title={t('shell.home.calm')} sentence={t('shell.home.calmSentence')} />
        </>
      )}
      {isShown ? (
        <div className={classes.read}>
          <Slot name="home.glance" props={{}} />
        </div>
      ) : null}
    </Page>
  );
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
