import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { AccountStrip } from '../parts/account-strip.tsx';
import { Chart } from '../parts/chart.tsx';
import { confirm } from '../parts/confirm.tsx';
import { Figure } from '../parts/figure.tsx';
import { FileDrop } from '../parts/file-drop.tsx';
import { GapBar } from '../parts/gap-bar.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import { ButtonTo, LinkTo } from '../parts/link.tsx';
import { List, News } from '../parts/list.tsx';
import { LongWork } from '../parts/long-work.tsx';
import { Page, Section } from '../parts/page.tsx';
import { SecretOnce } from '../parts/secret-once.tsx';
import { ListSkeleton, TextSkeleton } from '../parts/skeletons.tsx';
import { SourceTag } from '../parts/source-tag.tsx';
import { Empty, Failed, NotAllowed, NotEnough } from '../parts/states.tsx';
import { Table } from '../parts/table.tsx';
import { ThreeMarks } from '../parts/three-marks.tsx';
import { offerUndo, tellDone } from '../parts/toast.tsx';
import { Money, Said, When } from '../parts/values.tsx';
import { Refused } from '../platform/refused.ts';
import { useShow } from '../platform/show.ts';
import classes from './gallery.module.css';
import { chart, figure, manyPeople, people, samples } from './gallery-sample.ts';

/** Every shared part, once, in each of its states, with made-up values. */
export function GalleryPage() {
  return (
    <Page
      title={samples.title}
      sentence={samples.sentence}
      above={<LinkTo to="/">{samples.up}</LinkTo>}
      acts={
        <>
          <Button variant="default">{samples.second}</Button>
          <Button>{samples.first}</Button>
        </>
      }
    >
      <Numbers />
      <Signs />
      <Lists />
      <Section title={samples.chart}>
        <Chart {...chart} />
      </Section>
      <Acts />
      <States />
      <Long />
    </Page>
  );
}

function Numbers() {
  const show = useShow();
  return (
    <div className={classes.row}>
      <Figure {...figure} value={show.percent(0.914, 1)} rows="/gallery" />
      <Figure
        {...figure}
        label={samples.figureTwo}
        value={<Money value={{ amount: '41204.20', currency: 'EUR' }} />}
        unit="money"
      />
      <Figure {...figure} label={samples.figureThree} value={undefined} enough={{ have: 12, need: 30 }} />
    </div>
  );
}

function Signs() {
  return (
    <Section title={samples.signs}>
      <div className={classes.grid}>
        <AccountStrip moments={['good', 'good', 'indifferent', 'good', 'bad', 'good', 'good']} balance={-3} />
        <AccountStrip moments={['good', 'good', 'good', 'indifferent', 'good']} balance={4} />
        <GapBar adequate={3} desired={6} result={1} words={{ adequate: '3', desired: '6', result: '1' }} />
        <GapBar adequate={3} desired={6} result={5} words={{ adequate: '3', desired: '6', result: '5' }} />
        <GapBar adequate={3} desired={6} result={7} words={{ adequate: '3', desired: '6', result: '7' }} />
        <GapBar adequate={3} result={4} words={{ adequate: '3', result: '4' }} />
        <ThreeMarks people={5} information={2} process={3} />
        <ThreeMarks people={4} information={4} />
        <SourceTag source="customer" channel={samples.channel} at="2026-08-20T10:00:00Z" />
        <SourceTag source="inferred" at="2024-02-01T10:00:00Z" stale />
      </div>
      <Said block words={samples.said} lang="es" />
    </Section>
  );
}

function Lists() {
  const row = (person: (typeof people)[number]) => (
    <Line name={person.name} detail={<Said words={person.said} />} end={<When at={person.at} />} />
  );
  return (
    <>
      <Section title={samples.list}>
        <News count={4} fold={() => tellDone(samples.done)} />
        <List
          label={samples.list}
          items={people}
          keyOf={(person) => person.id}
          to={(person) => `/gallery/${person.id}`}
          row={row}
          acts={() => (
            <Button variant="light" size="compact-sm">
              {samples.first}
            </Button>
          )}
          more={{ has: true, busy: false, load: () => undefined }}
        />
      </Section>
      <Section title={samples.table}>
        <Table
          label={samples.table}
          items={people}
          keyOf={(person) => person.id}
          to={(person) => `/gallery/${person.id}`}
          sort={{ by: 'spent', down: true, choose: () => undefined }}
          columns={[
            { id: 'name', head: samples.name, cell: (person) => person.name, sortable: true },
            { id: 'account', head: samples.account, cell: (person) => <AccountStrip {...person.account} /> },
            { id: 'at', head: samples.last, cell: (person) => <When at={person.at} />, number: true },
            {
              id: 'spent',
              head: samples.spent,
              cell: (person) => <Money value={person.spent} />,
              number: true,
              phone: 'beside',
              sortable: true,
            },
          ]}
        />
      </Section>
    </>
  );
}

function Acts() {
  return (
    <Section title={samples.acts}>
      <div className={classes.row}>
        <Button onClick={() => offerUndo({ message: samples.done, undo: () => Promise.resolve() })}>
          {samples.undo}
        </Button>
        <Button variant="light" onClick={() => void confirm({ ...samples.confirm, grave: true })}>
          {samples.ask}
        </Button>
        <Button variant="subtle">{samples.second}</Button>
        <Button color="owed">{samples.ask}</Button>
        <ButtonTo to="/gallery" variant="default">
          {samples.up}
        </ButtonTo>
        <KeyHint keys="mod+k" />
      </div>
      <div className={classes.form}>
        <TextInput label={samples.name} placeholder={samples.said} />
        <TextInput label={samples.last} error={samples.done} />
        <Select label={samples.table} data={people.map((person) => person.name)} placeholder={samples.name} />
        <Textarea label={samples.said} description={samples.sentence} />
        <Checkbox label={samples.done} defaultChecked />
      </div>
      <div className={classes.stack}>
        <FileDrop endings={['.csv', '.tsv']} most={200_000_000} onFile={(file) => tellDone(file.name)} />
        <LongWork
          label={samples.work}
          done={320_412}
          all={541_909}
          rate={18_200}
          left={12_000}
          stop={() => undefined}
        />
        <SecretOnce label={samples.secret} secret="kept_live_4f7c2a9d1b8e6035" />
      </div>
    </Section>
  );
}

function States() {
  const away = new Refused({ code: 'house.fault', status: 500, requestId: '01JD3K7' });
  return (
    <Section title={samples.states}>
      <div className={classes.grid}>
        <Empty
          title={samples.empty}
          sentence={samples.sentence}
          act={<ButtonTo to="/gallery">{samples.first}</ButtonTo>}
        />
        <Failed error={away} retry={() => undefined} />
        <NotAllowed />
        <NotEnough have={12} need={30} />
        <ListSkeleton rows={3} />
        <TextSkeleton />
        <Failed error={new Refused({ code: 'request.invalid', status: 422 })} inline />
      </div>
    </Section>
  );
}

function Long() {
  return (
    <Section title={samples.long}>
      <List
        label={samples.long}
        items={manyPeople}
        keyOf={(person) => person.id}
        to={(person) => `/gallery/${person.id}`}
        row={(person) => <Line name={person.name} end={<When at={person.at} as="date" />} />}
      />
    </Section>
  );
}

function Line({ name, detail, end }: { readonly name: string; readonly detail?: ReactNode; readonly end: ReactNode }) {
  return (
    <span className={classes.line}>
      <span>
        <strong className={classes.name}>{name}</strong>
        {detail ? <span className={classes.detail}>{detail}</span> : null}
      </span>
      <span className={classes.end}>{end}</span>
    </span>
  );
}
