import { Button, Select } from '@mantine/core';
import type { ReplyOf } from '../../shared/contract.ts';
import { map } from '../../shared/moments-views.ts';
import { departments } from '../../shared/staff-house.ts';
import { Page } from '../parts/page.tsx';
import { PageSkeleton } from '../parts/skeletons.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { useCapture } from '../platform/capture.ts';
import { useLiveRefresh } from '../platform/live.ts';
import { useAddress } from '../platform/place.ts';
import { useCan } from '../platform/session.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './map.module.css';
import { Departments, Expectations } from './map-beside.tsx';
import { Gauges } from './map-gauges.tsx';
import { Headline } from './map-headline.tsx';
import { MapTable } from './map-table.tsx';
import { useSaying } from './moment-words.ts';
import rows from './moments.module.css';
import { MomentsNav } from './moments-nav.tsx';
import { OverTime } from './over-time.tsx';
import { mapAddress, PeriodChoice, usePeriod } from './period.tsx';

export type MapTold = ReplyOf<typeof map>;

/** Where it was good and bad: touchpoints down, the three stages across, what fails most said first. */
export function MapPage() {
  const { t } = useWords();
  const [{ department }] = useAddress(mapAddress);
  const { since, until } = usePeriod();
  const asked = useAsk(map, { since, until, ...(department === undefined ? {} : { department }) }, { keep: true });
  useLiveRefresh(['moments.changed'], [map]);
  return (
    <Page title={t('moments.page.title')} sentence={<Worst told={asked.data} />} width="wide">
      <MomentsNav />
      <div className={rows.choices}>
        <PeriodChoice />
        <DepartmentChoice />
      </div>
      <Answer of={asked} skeleton={<PageSkeleton />}>
        {(told) => (told.all.moments === 0 ? <None narrowed={department !== undefined} /> : <Told told={told} />)}
      </Answer>
    </Page>
  );
}

/** "Where it hurts most", in a sentence. */
function Worst({ told }: { readonly told: MapTold | undefined }) {
  const { t, place } = useSaying();
  if (told === undefined || told.all.moments === 0) return null;
  const { worst } = told;
  if (worst === null) return t('moments.page.noWorst');
  return t('moments.page.worst', {
    mark: t(`moments.low.${worst.mark}`),
    place: place(worst.touchpoint),
    count: worst.moments,
  });
}

function Told({ told }: { readonly told: MapTold }) {
  const [{ department }] = useAddress(mapAddress);
  return (
    <>
      <Headline told={told} department={department} />
      <Gauges told={told} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <MapTable told={told} department={department} />
          <OverTime />
        </div>
        <aside className={classes.aside}>
          <Departments told={told} />
          <Expectations told={told} />
        </aside>
      </div>
    </>
  );
}

function None({ narrowed }: { readonly narrowed: boolean }) {
  const { t } = useWords();
  const can = useCan();
  const capture = useCapture();
  const [{ period }] = useAddress(mapAddress);
  if (narrowed || period !== undefined) {
    return <Empty title={t('moments.page.nonePeriod')} sentence={t('moments.page.nonePeriodSentence')} />;
  }
  const act =
    capture !== undefined && can('memory.capture') ? (
      <Button onClick={() => capture()}>{t('moments.page.capture')}</Button>
    ) : undefined;
  return <Empty title={t('moments.page.none')} sentence={t('moments.page.noneSentence')} act={act} />;
}

function DepartmentChoice() {
  const { t, language } = useWords();
  const [{ department }, setAddress] = useAddress(mapAddress);
  const { data } = useAsk(departments, {});
  return (
    <Select
      aria-label={t('moments.page.department')}
      placeholder={t('moments.page.everyDepartment')}
      clearable
      searchable
      w={230}
      data={(data?.departments ?? []).map((one) => ({ value: one.department_id, label: one.name[language] }))}
      value={department ?? null}
      onChange={(value) => setAddress({ department: value ?? undefined })}
    />
  );
}
