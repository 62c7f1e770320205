import { Button } from '@mantine/core';
import { mailTroubles } from '../../shared/scalars.ts';
import { deliveries, sendAgain } from '../../shared/today-mail.ts';
import { List } from '../parts/list.tsx';
import { Section } from '../parts/page.tsx';
import { RowLine } from '../parts/row-line.tsx';
import { TextSkeleton } from '../parts/skeletons.tsx';
import { Answer, Failed } from '../parts/states.tsx';
import { tellDone } from '../parts/toast.tsx';
import { When } from '../parts/values.tsx';
import { useShow } from '../platform/show.ts';
import { useAsk, useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';

/** How letters fare: what went, what waits, what was given up and may be tried again. */
export function MailWay() {
  const { t } = useWords();
  const show = useShow();
  const asked = useAsk(deliveries, {}, { every: 10_000 });
  const again = useTell(sendAgain, {
    refresh: [deliveries],
    done: (reply) => tellDone(t('mailSettings.way.againDone', { count: reply.again })),
  });
  const said = (code: string) => {
    const known = mailTroubles.find((one) => one === code) ?? 'other';
    return t(`mailSettings.trouble.${known}.title`);
  };
  return (
    <Answer of={asked} skeleton={<TextSkeleton lines={2} />}>
      {(now) => {
        const parts = [
          now.sent_today > 0 ? t('mailSettings.way.sent', { count: now.sent_today }) : '',
          now.waiting > 0 ? t('mailSettings.way.waiting', { count: now.waiting }) : '',
          now.retrying > 0 ? t('mailSettings.way.retrying', { count: now.retrying }) : '',
          now.failed.length > 0 ? t('mailSettings.way.failed', { count: now.failed.length }) : '',
        ].filter((part) => part !== '');
        return (
          <Section
            title={t('mailSettings.way.title')}
            sentence={parts.length === 0 ? t('mailSettings.way.calm') : `${show.list(parts)}.`}
            acts={
              now.failed.length > 0 ? (
                <Button variant="default" size="sm" loading={again.isPending} onClick={() => again.mutate({})}>
                  {t('mailSettings.way.again')}
                </Button>
              ) : undefined
            }
          >
            {again.isError ? <Failed error={again.error} inline /> : null}
            {now.failed.length > 0 ? (
              <List
                label={t('mailSettings.way.title')}
                items={now.failed}
                keyOf={(one) => one.telling_id}
                row={(one) => <RowLine name={one.person} detail={said(one.error)} end={<When at={one.at} />} />}
              />
            ) : null}
          </Section>
        );
      }}
    </Answer>
  );
}
