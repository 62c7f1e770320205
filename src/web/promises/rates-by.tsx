import { Select } from '@mantine/core';
import type { ReplyOf } from '../../shared/contract.ts';
import { rateDimensions, rates } from '../../shared/promises-rates.ts';
import { Section } from '../parts/page.tsx';
import { sayCode } from '../parts/say-code.ts';
import { Answer, NotEnough } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { useAddress } from '../platform/place.ts';
import { type Show, useShow } from '../platform/show.ts';
import { useAsk } from '../platform/use-ask.ts';
import { type Say, useWords } from '../platform/words.ts';
import { keeperPart, listPath } from './list-address.ts';
import classes from './page.module.css';
import { pageAddress, usePeriod } from './period.tsx';
import { sayKind } from './promise-words.ts';
import { enough, sayInterval } from './say-rate.ts';

type Row = ReplyOf<typeof rates>['rows'][number];
type Dimension = (typeof rateDimensions)[number];

/** Keeping rates by who, where and what, the worst first, each with its interval and the rows behind it. */
export function RatesBy() {
  const { t } = useWords();
  const show = useShow();
  const { since, until } = usePeriod();
  const [{ by = 'keeper' }, setAddress] = useAddress(pageAddress);
  const asked = useAsk(rates, { by, since, until }, { keep: true });
  return (
    <Section
      title={t('promises.rates.title')}
      sentence={t('promises.rates.sentence')}
      acts={
        <Select
          aria-label={t('promises.rates.by')}
          allowDeselect={false}
          w={210}
          data={rateDimensions.map((one) => ({ value: one, label: t(`promises.rates.${one}`) }))}
          value={by}
          onChange={(value) => setAddress({ by: rateDimensions.find((one) => one === value) }, { replace: true })}
        />
      }
    >
      <Answer of={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className={classes.none}>{t('promises.rates.none')}</p>
          ) : (
            <Table
              label={t('promises.rates.title')}
              items={rows}
              keyOf={(row) => row.value}
              columns={columnsOf(by, t, show)}
              to={(row: Row) => pathOf(by, row, since, until)}
            />
          )
        }
      </Answer>
    </Section>
  );
}

/** What the list is narrowed by for a row of a dimension. */
const narrowedBy = {
  maker: 'maker_department',
  'maker-person': 'maker_person',
  touchpoint: 'touchpoint',
  product: 'product',
  kind: 'kind',
  standing: 'standing_id',
} as const;

function pathOf(by: Dimension, row: Row, since: string, until: string): string {
  const all = { which: 'settled', since, until };
  if (by === 'keeper' || by === 'keeper-person') return listPath({ ...all, ...keeperPart(row) });
  return listPath({ ...all, [narrowedBy[by]]: row.value });
}

function nameOf(by: Dimension, row: Row, t: Say): string {
  if (row.value === '') return t('promises.rates.unsaid');
  if (by === 'kind') return sayKind(t, row.value);
  return by === 'touchpoint' || by === 'product' ? sayCode(t, row.name) : row.name;
}

function columnsOf(by: Dimension, t: Say, show: Show): readonly [Column<Row>, ...Column<Row>[]] {
  const count = (id: 'kept' | 'exceeded' | 'broken' | 'open'): Column<Row> => ({
    id,
    head: t(`promises.rates.${id}`),
    cell: (row) => show.number(row[id]),
    number: true,
    phone: id === 'open' ? 'none' : 'labelled',
  });
  return [
    { id: 'name', head: t(`promises.rates.${by}`), cell: (row) => nameOf(by, row, t) },
    {
      id: 'rate',
      head: t('promises.page.rate'),
      cell: (row) => (enough(row.rate) ? <strong>{show.percent(row.rate.rate)}</strong> : <NotEnough inline />),
      number: true,
      phone: 'beside',
    },
    {
      id: 'interval',
      head: t('promises.rates.interval'),
      cell: (row) => (enough(row.rate) ? sayInterval(row.rate, show) : ''),
      number: true,
      phone: 'none',
    },
    count('kept'),
    count('exceeded'),
    count('broken'),
    count('open'),
  ];
}
