import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ShownPromise } from '../../shared/promises-shown.ts';
import { ofCustomer } from '../../shared/promises-views.ts';
import { List } from '../parts/list.tsx';
import { TextSkeleton } from '../parts/skeletons.tsx';
import { Failed } from '../parts/states.tsx';
import { useLiveRefresh } from '../platform/live.ts';
import { useCan } from '../platform/session.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './between.module.css';
import { canFeel, FeltButtons } from './felt.tsx';
import { openMaking } from './making.ts';
import { PromiseLine } from './promise-line.tsx';

const fewSettled = 4;
const asked = (customerId: string) => ({ customer_id: customerId, limit: 50 });

/** The promises that stand between a customer and us, for every place on his page that tells of them. */
export function useBetween(customerId: string) {
  return useAsk(ofCustomer, asked(customerId));
}

/** What we owe him and he owes us, open first, then what came of the rest, with gaps and how it felt. */
export function PromisesBetween({ customerId }: { readonly customerId: string }) {
  const { t } = useWords();
  const can = useCan();
  const between = useBetween(customerId);
  const [all, setAll] = useState(false);
  useLiveRefresh(['promises.changed'], [ofCustomer], customerId);
  if (between.data === undefined) {
    if (!between.error) return <TextSkeleton lines={3} />;
    return <Failed error={between.error} inline />;
  }
  const { promises } = between.data;
  const outer = promises.filter((one) => one.outer_id === null);
  const open = outer.filter((one) => one.state === 'open' || one.state === 'found');
  const settled = outer.filter((one) => one.state !== 'open' && one.state !== 'found');
  // Of the latest alone: whoever is asked about everything answers nothing.
  const latest = settled.find((one) => canFeel(one));
  const shown = all ? settled : settled.slice(0, fewSettled);
  return (
    <section className={classes.between} aria-label={t('promises.between.title')}>
      <h3 className={classes.title}>{t('promises.between.title')}</h3>
      {outer.length === 0 ? <p className={classes.none}>{t('promises.between.none')}</p> : null}
      {open.length === 0 ? null : <Promises label={t('promises.between.open')} promises={open} />}
      {shown.length === 0 ? null : (
        <>
          <h4 className={classes.part}>{t('promises.between.settled')}</h4>
          <Promises label={t('promises.between.settled')} promises={shown} ask={latest?.promise_id} />
        </>
      )}
      <div className={classes.acts}>
        {settled.length > shown.length ? (
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
            {t('promises.between.all', { count: settled.length })}
          </Button>
        ) : null}
        {can('promises.make') ? (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => openMaking({ customer: { id: customerId, name: null }, side: 'expectation' })}
          >
            {t('promises.between.expect')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

interface PromisesProps {
  readonly label: string;
  readonly promises: readonly ShownPromise[];
  /** The promise of which he is asked how it felt. */
  readonly ask?: string | undefined;
}

function Promises({ label, promises, ask }: PromisesProps) {
  return (
    <div className={classes.list}>
      <List
        label={label}
        items={promises}
        keyOf={(one) => one.promise_id}
        to={(one) => `/promises/${one.customer_id}/${one.promise_id}`}
        row={(one) => <PromiseLine promise={one} named={false} />}
        acts={(one) => (one.promise_id === ask ? <FeltAsk promise={one} /> : null)}
      />
    </div>
  );
}

/** Asks for his own word where he has not given it yet. */
function FeltAsk({ promise }: { readonly promise: ShownPromise }) {
  return (
    <span className={classes.felt}>
      <FeltButtons promise={promise} />
    </span>
  );
}
