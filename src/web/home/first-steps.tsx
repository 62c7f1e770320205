import { VisuallyHidden } from '@mantine/core';
import { IconCheck, IconChevronRight } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Section } from '../parts/page.tsx';
import { type FirstStep, useRooms } from '../platform/room.ts';
import { useCan } from '../platform/session.ts';
import { useWords } from '../platform/words.ts';
import classes from './first-steps.module.css';

/** The way from an empty house to the first own customer; null once every step is done, undefined until that is known. */
export function useFirstSteps(): ReactNode {
  const can = useCan();
  const steps = useRooms()
    .flatMap((room) => room.firstSteps ?? [])
    .filter((step) => can(step.access))
    .toSorted((a, b) => a.order - b.order);
  const asked = useQueries({
    queries: steps.map((step) => ({ queryKey: ['first-step', step.id], queryFn: () => step.done() })),
  });
  if (asked.some((answer) => answer.isPending)) return undefined;
  const done = asked.map((answer) => answer.data);
  // What cannot be known is not asked for.
  if (done.every((state) => state === true) || done.includes(undefined)) return null;
  return <FirstSteps steps={steps} done={done} />;
}

interface FirstStepsProps {
  readonly steps: readonly FirstStep[];
  readonly done: readonly (boolean | undefined)[];
}

function FirstSteps({ steps, done }: FirstStepsProps) {
  const { t } = useWords();
  const left = done.filter((state) => state !== true).length;
  const next = done.indexOf(false);
  return (
    <div className={classes.read}>
      <Section
        title={t('shell.home.steps')}
        sentence={`${t('shell.home.stepsSentence')} ${t('shell.home.left', { count: left })}.`}
      >
        <ol className={classes.steps}>
          {steps.map((step, index) => (
            <li key={step.id}>
              <Link to={step.to} className={classes.step} data-done={done[index]} data-next={index === next}>
                <span className={classes.mark}>{done[index] ? <IconCheck size={15} stroke={2.6} /> : index + 1}</span>
                {done[index] ? <VisuallyHidden>{t('shell.home.done')}</VisuallyHidden> : null}
                <span className={classes.words}>
                  <span className={classes.title}>{t(step.title)}</span>
                  <span className={classes.sentence}>{t(step.sentence)}</span>
                </span>
                <IconChevronRight size={18} stroke={1.6} aria-hidden="true" />
              </Link>
            </li>
          ))}
        </ol>
      </Section>
    </div>
  );
}
