import { Button } from '@mantine/core';
import { useState } from 'react';
import { list, type Profile, show as showCustomer } from '../../shared/customers.ts';
import { unmerge } from '../../shared/customers-merges.ts';
import { purchases, recall, timeline } from '../../shared/memory.ts';
import { colleagues } from '../../shared/staff-people.ts';
import { tellDone } from '../parts/toast.tsx';
import { When } from '../parts/values.tsx';
import { useCan } from '../platform/session.ts';
import { useAsk, useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { AskWords } from './ask-words.tsx';
import { sayEvidence } from './key-words.ts';
import classes from './told.module.css';

type LinkOf = Profile['links'][number];

/** What was joined into him, by whom and by what evidence; each can be undone, and undone ones stay readable. */
export function Links({ profile }: { readonly profile: Profile }) {
  const { t } = useWords();
  const can = useCan();
  const [parting, setParting] = useState<LinkOf>();
  const tell = useTell(unmerge, {
    refresh: [showCustomer, recall, timeline, purchases, list],
    done: () => {
      setParting(undefined);
      tellDone(t('customers.merge.undone'));
    },
  });
  const known = useAsk(colleagues, {}, { when: profile.links.length > 0 });
  const byWhom = (actor: string) => {
    const one = known.data?.people.find((person) => actor === `person:${person.person_id}`);
    return one === undefined ? '' : `${one.name}, `;
  };
  if (profile.links.length === 0) return null;
  return (
    <section className={classes.part}>
      <div className={classes.partHead}>
        <h3>{t('customers.merge.history')}</h3>
      </div>
      <ul className={classes.list}>
        {profile.links.map((link) => (
          <li key={link.link_id} className={classes.agreement} data-ended={link.undone_at !== null}>
            <span className={classes.value}>
              {t('customers.merge.joined', {
                from: link.from.name ?? t('customers.noName'),
                to: link.to.name ?? t('customers.noName'),
              })}
            </span>
            <span className={classes.about}>
              {sayEvidence(t, link.evidence)} · {sayEvidence(t, link.reason)}
            </span>
            <span className={classes.about}>
              {byWhom(link.made_by)}
              <When at={link.made_at} />
            </span>
            {link.undone_at === null ? null : (
              <span className={classes.about}>
                {t('customers.merge.wasUndone')} <When at={link.undone_at} />
              </span>
            )}
            {link.undone_at === null && can('customers.merge') ? (
              <span className={classes.acts}>
                <Button size="compact-xs" variant="subtle" onClick={() => setParting(link)}>
                  {t('customers.merge.undo')}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {parting ? (
        <AskWords
          title={t('customers.merge.undo')}
          sentence={t('customers.merge.undoSentence', {
            from: parting.from.name ?? t('customers.noName'),
            to: parting.to.name ?? t('customers.noName'),
          })}
          label={t('customers.merge.reason')}
          act={t('customers.merge.undo')}
          error={tell.error}
          busy={tell.isPending}
          onClose={() => setParting(undefined)}
          onWords={(reason) => tell.mutate({ customer_id: parting.from.customer_id, link_id: parting.link_id, reason })}
        />
      ) : null}
    </section>
  );
}
