import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type FailingMark, failingMarks, stages } from '../../shared/moments-shown.ts';
import type { Counts } from '../../shared/moments-views.ts';
import { Section } from '../parts/page.tsx';
import { FailingMarks } from '../parts/three-marks.tsx';
import { useWords } from '../platform/words.ts';
import { listPath } from './list-address.ts';
import classes from './map.module.css';
import type { MapTold } from './map-page.tsx';
import { useSaying } from './moment-words.ts';
import { judgedOf, leastJudged, ShareBar } from './share-bar.tsx';

/** So many rows before "show all". */
const first = 12;

interface MapTableProps {
  readonly told: MapTold;
  readonly department: string | undefined;
}

/** The map itself: a row a touchpoint, a column a stage; each cell opens its moments. A list on phones. */
export function MapTable({ told, department }: MapTableProps) {
  const { t } = useWords();
  const { place } = useSaying();
  const [whole, setWhole] = useState(false);
  const shown = whole ? told.touchpoints : told.touchpoints.slice(0, first);
  const path = (touchpoint: string, stage?: string) => listPath({ ...told.period, department, touchpoint, stage });
  return (
    <Section title={t('moments.page.map')} sentence={t('moments.page.mapSentence')}>
      <table className={classes.map}>
        <thead>
          <tr>
            <th scope="col">{t('moments.page.touchpoint')}</th>
            <th scope="col">{t('moments.page.whole')}</th>
            {stages.map((stage) => (
              <th key={stage} scope="col">
                {t(`moments.stage.${stage}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.touchpoint}>
              <th scope="row">
                {place(row.touchpoint)}
                {row.known || row.touchpoint === '' ? null : (
                  <span className={classes.heardOf}>{t('moments.page.heardOf')}</span>
                )}
              </th>
              <Cell
                of={row.all}
                place={place(row.touchpoint)}
                stage={t('moments.page.whole')}
                to={path(row.touchpoint)}
                worst={told.worst?.touchpoint === row.touchpoint}
              />
              {stages.map((stage) => (
                <Cell
                  key={stage}
                  of={row.stages.find((one) => one.stage === stage)}
                  place={place(row.touchpoint)}
                  stage={t(`moments.stage.${stage}`)}
                  to={path(row.touchpoint, stage)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {told.touchpoints.length > shown.length ? (
        <Button variant="default" size="sm" mt="sm" onClick={() => setWhole(true)}>
          {t('moments.page.more', { count: told.touchpoints.length })}
        </Button>
      ) : null}
    </Section>
  );
}

interface CellProps {
  readonly of: Counts | undefined;
  readonly place: string;
  readonly stage: string;
  readonly to: string;
  /** The cell that the page's sentence speaks of. */
  readonly worst?: boolean;
}

function Cell({ of, place, stage, to, worst = false }: CellProps) {
  const { t } = useWords();
  if (of === undefined || of.moments === 0) return <td className={classes.none} data-empty="true" />;
  const fails = worstOf(of);
  const label = t('moments.page.cell', {
    place,
    stage,
    good: of.positive,
    indifferent: of.indifferent,
    bad: of.negative,
    unjudged: of.unjudged,
    failing:
      fails === undefined
        ? ''
        : t('moments.page.fails', { mark: t(`moments.marks.${fails.mark}`), count: fails.count }),
  });
  return (
    <td data-stage={stage} data-worst={worst}>
      <Link to={to} className={classes.cell} aria-label={label.trim()}>
        {judgedOf(of) === 0 ? null : <ShareBar of={of} />}
        {fails === undefined ? null : (
          <span className={classes.fails}>
            <FailingMarks of={threeOf(of)} />
            <span>{t('moments.page.failsShort', { mark: t(`moments.marks.${fails.mark}`), count: fails.count })}</span>
          </span>
        )}
        <span className={classes.small}>
          {judgedOf(of) > 0 && judgedOf(of) < leastJudged ? t('moments.page.few', { need: leastJudged }) : null}
          {of.unjudged === 0 ? null : <span>{t('moments.page.unjudgedBeside', { count: of.unjudged })}</span>}
        </span>
      </Link>
    </td>
  );
}

function threeOf({ failing }: Counts) {
  return { people: failing.people ?? 0, information: failing.information ?? 0, process: failing.process ?? 0 };
}

/** What fails most there, if anything does. */
function worstOf({ failing }: Counts): { readonly mark: FailingMark; readonly count: number } | undefined {
  const [worst] = failingMarks
    .map((mark) => ({ mark, count: failing[mark] ?? 0 }))
    .toSorted((a, b) => b.count - a.count);
  return worst === undefined || worst.count === 0 ? undefined : worst;
}
