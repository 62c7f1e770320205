import { Button } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { verify } from '../../shared/privacy.ts';
import { LinkTo } from '../parts/link.tsx';
import { List } from '../parts/list.tsx';
import { Page, Section } from '../parts/page.tsx';
import { RowLine } from '../parts/row-line.tsx';
import { TextSkeleton } from '../parts/skeletons.tsx';
import { Answer } from '../parts/states.tsx';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './settings.module.css';

/** Recomputes the chain of the use log and says whether it is whole; names the places where it is not. */
export function ProofPage() {
  const { t } = useWords();
  const asked = useAsk(verify, {});
  return (
    <Page
      title={t('privacy.proof.title')}
      sentence={t('privacy.proof.sentence')}
      above={<LinkTo to="/settings/uses">{t('privacy.uses.title')}</LinkTo>}
      acts={
        <Button variant="default" loading={asked.isFetching} onClick={() => void asked.refetch()}>
          {t('privacy.proof.again')}
        </Button>
      }
      width="read"
    >
      <Answer of={asked} skeleton={<TextSkeleton />}>
        {({ links, uses, broken }) => {
          const whole = broken.length === 0;
          return (
            <>
              <p className={classes.verdict} data-whole={whole} role="status">
                {whole ? <IconShieldCheck size={26} stroke={1.6} /> : <IconShieldX size={26} stroke={1.6} />}
                <span>
                  <strong>
                    {whole ? t('privacy.proof.whole') : t('privacy.proof.broken', { count: broken.length })}
                  </strong>
                  {t('privacy.proof.counted', { uses, links })}
                </span>
              </p>
              {whole ? null : (
                <Section title={t('privacy.proof.places')}>
                  <List
                    label={t('privacy.proof.places')}
                    items={broken}
                    keyOf={(one) => `${one.server_id}${one.link_no}`}
                    row={(one) => (
                      <RowLine
                        name={t(`privacy.proof.what.${one.what}`)}
                        detail={t('privacy.proof.at', { link: one.link_no, server: one.server_id.slice(0, 8) })}
                      />
                    )}
                  />
                </Section>
              )}
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
