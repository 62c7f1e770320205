import { Alert, Button, Group } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Standing, setStanding, standings } from '../../shared/promises-standing.ts';
import { changes } from '../../shared/staff-people.ts';
import { noneWrong, type WrongFields, wrongBy, wrongIn } from '../parts/fields.ts';
import { ButtonTo, LinkTo } from '../parts/link.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Answer, Failed } from '../parts/states.tsx';
import { tellDone } from '../parts/toast.tsx';
import { useGo, useParam } from '../platform/place.ts';
import { useAsk, useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './standing.module.css';
import { draftFrom, inputOf, type StandingDraft, soFar } from './standing-draft.ts';
import { StandingRuleFields } from './standing-rule-fields.tsx';
import { StandingTextFields } from './standing-text-fields.tsx';
import { groupsOf, useSayRule } from './standing-words.ts';

/** Writes a standing promise, or a further version of one. */
export function StandingFormPage() {
  const { t, language } = useWords();
  const id = useParam('standing_id');
  const asked = useAsk(standings, {});
  const newest = groupsOf(asked.data?.standings ?? []).find((one) => one.id === id)?.versions[0];
  const title =
    newest === undefined
      ? t('promisesStanding.form.new')
      : t('promisesStanding.form.again', { title: newest.texts[language].title });
  return (
    <Page
      title={title}
      sentence={t('promisesStanding.form.sentence')}
      above={<LinkTo to="/promises/standing">{t('promisesStanding.title')}</LinkTo>}
    >
      {id === '' ? (
        <StandingForm known={undefined} />
      ) : (
        <Answer of={asked}>{() => <StandingForm known={newest} />}</Answer>
      )}
    </Page>
  );
}

function StandingForm({ known }: { readonly known: Standing | undefined }) {
  const { t } = useWords();
  const go = useGo();
  const sayRule = useSayRule();
  const [draft, setDraft] = useState<StandingDraft>(() => draftFrom(known));
  const [found, setFound] = useState<WrongFields>(noneWrong);
  const saving = useTell(setStanding, {
    refresh: [standings, changes],
    done: ({ standing }) => {
      tellDone(t('promisesStanding.form.saved'));
      go(`/promises/standing/${standing.standing_id}`);
    },
  });
  const wrong = new Set([...found, ...wrongBy(saving.error)]);
  const set = (change: Partial<StandingDraft>) => setDraft({ ...draft, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = inputOf(draft, known?.standing_id);
    const not = wrongIn(setStanding.input, input);
    setFound(not);
    const read = setStanding.input.safeParse(input);
    if (read.success) saving.mutate(read.data);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Section title={t('promisesStanding.form.texts')} sentence={t('promisesStanding.form.textsSentence')}>
        <StandingTextFields texts={draft.texts} wrong={wrong} onChange={(texts) => set({ texts })} />
      </Section>
      <Section title={t('promisesStanding.form.rule')} sentence={t('promisesStanding.form.ruleSentence')}>
        <StandingRuleFields draft={draft} wrong={wrong} set={set} />
      </Section>
      <div className={classes.preview} aria-live="polite">
        <h2>{t('promisesStanding.form.preview')}</h2>
        <p>{sayRule(soFar(draft))}</p>
      </div>
      {saving.isError ? <Failed error={saving.error} inline /> : null}
      {found.size === 0 ? null : (
        <Alert color="owed" variant="light" role="alert" mb="md">
          {t('promisesStanding.form.incomplete')}
        </Alert>
      )}
      <Group gap="xs">
        <ButtonTo
          variant="default"
          to={known === undefined ? '/promises/standing' : `/promises/standing/${known.standing_id}`}
        >
          {t('parts.act.cancel')}
        </ButtonTo>
        <Button type="submit" loading={saving.isPending}>
          {t('promisesStanding.form.save')}
        </Button>
      </Group>
    </form>
  );
}
