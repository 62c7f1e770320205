import { Button, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Party } from '../../shared/promises-shown.ts';
import { List } from '../parts/list.tsx';
import { Section } from '../parts/page.tsx';
import { RowLine } from '../parts/row-line.tsx';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import { listPath } from './list-address.ts';
import classes from './page.module.css';
import { enough, levelOf } from './say-rate.ts';
import type { Overview } from './shown.ts';

type Pair = Overview['pairs'][number];
const most = 10;

const keyOf = (party: Party | null) => `${party?.kind ?? ''}:${party?.id ?? party?.name ?? ''}`;
const ofParty = (party: Party | null) => party?.id ?? party?.name;

/** Maker to keeper: who gives words that whom cannot keep; small samples stand grey. */
export function Matrix({ told }: { readonly told: Overview }) {
  const { t } = useWords();
  const phone = useMediaQuery('(max-width: 48em)') ?? false;
  const [all, setAll] = useState(false);
  const makers = sidesOf(told.pairs, 'maker');
  const keepers = sidesOf(told.pairs, 'keeper');
  if (told.pairs.length === 0) return null;
  const many = makers.length > most || keepers.length > most;
  const [down, across] = all ? [makers, keepers] : [makers.slice(0, most), keepers.slice(0, most)];
  return (
    <Section title={t('promises.matrix.title')} sentence={t('promises.matrix.sentence')}>
      {phone ? (
        <Pairs told={told} />
      ) : (
        <div className={classes.scroll}>
          <table className={classes.matrix} aria-label={t('promises.matrix.title')}>
            <thead>
              <tr>
                <th scope="col">{t('promises.matrix.corner')}</th>
                {across.map((keeper) => (
                  <th key={keyOf(keeper)} scope="col">
                    {keeper?.name ?? t('promises.nobody')}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {down.map((maker) => (
                <tr key={keyOf(maker)}>
                  <th scope="row">{maker?.name ?? t('promises.nobody')}</th>
                  {across.map((keeper) => (
                    <Cell key={keyOf(keeper)} pair={pairOf(told.pairs, maker, keeper)} told={told} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {many && !all && !phone ? (
        <Button variant="default" size="sm" mt="sm" onClick={() => setAll(true)}>
          {t('promises.matrix.all')}
        </Button>
      ) : null}
    </Section>
  );
}

function Cell({ pair, told }: { readonly pair: Pair | undefined; readonly told: Overview }) {
  const { t } = useWords();
  const show = useShow();
  if (pair === undefined || pair.rate === null) return <td />;
  const { rate } = pair;
  const of = t('promises.matrix.of', { count: rate.of });
  const level = enough(rate) ? levelOf(rate) : 'few';
  return (
    <td data-level={level}>
      <Link to={pathOf(pair, told)} className={classes.cell}>
        <VisuallyHidden>
          {`${pair.maker?.name ?? t('promises.nobody')} → ${pair.keeper?.name ?? t('promises.nobody')}: `}
        </VisuallyHidden>
        {enough(rate) ? <strong>{show.percent(rate.rate)}</strong> : <span>{t('promises.matrix.few')}</span>}
        <span className={classes.cellOf}>{enough(rate) ? `${t(`promises.matrix.${levelOf(rate)}`)} · ${of}` : of}</span>
      </Link>
    </td>
  );
}

function Pairs({ told }: { readonly told: Overview }) {
  const { t } = useWords();
  const show = useShow();
  const worst = told.pairs.toSorted((a, b) => (a.rate?.rate ?? 2) - (b.rate?.rate ?? 2));
  return (
    <List
      label={t('promises.matrix.title')}
      items={worst}
      keyOf={(pair) => `${keyOf(pair.maker)} ${keyOf(pair.keeper)}`}
      to={(pair) => pathOf(pair, told)}
      row={(pair) => (
        <RowLine
          name={`${pair.maker?.name ?? t('promises.nobody')} → ${pair.keeper?.name ?? t('promises.nobody')}`}
          detail={t('promises.matrix.of', { count: pair.rate?.of ?? 0 })}
          end={
            enough(pair.rate)
              ? `${show.percent(pair.rate.rate)} · ${t(`promises.matrix.${levelOf(pair.rate)}`)}`
              : t('promises.matrix.few')
          }
          faded={!enough(pair.rate)}
        />
      )}
    />
  );
}

function pathOf(pair: Pair, { since, until }: Overview): string {
  const keeper = ofParty(pair.keeper);
  return listPath({
    which: 'settled',
    since,
    until,
    ...(pair.maker === null ? {} : { maker_department: ofParty(pair.maker) }),
    ...(pair.keeper?.kind === 'partner' ? { keeper_partner: keeper } : { keeper_department: keeper }),
  });
}

function pairOf(pairs: readonly Pair[], maker: Party | null, keeper: Party | null): Pair | undefined {
  return pairs.find((pair) => keyOf(pair.maker) === keyOf(maker) && keyOf(pair.keeper) === keyOf(keeper));
}

/** The parties on one side, those with most promises first. */
function sidesOf(pairs: readonly Pair[], side: 'maker' | 'keeper'): readonly (Party | null)[] {
  const counts = new Map<string, { party: Party | null; count: number }>();
  for (const pair of pairs) {
    const key = keyOf(pair[side]);
    const count = (counts.get(key)?.count ?? 0) + (pair.rate?.of ?? 0);
    counts.set(key, { party: pair[side], count });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count).map((one) => one.party);
}
