import { Button, ScrollArea, useComputedColorScheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import classes from './chart.module.css';
import type { Drawing } from './chart-engine.ts';
import { chartOption, type Series } from './chart-option.ts';

export interface ChartProps {
  /** What the chart shows, as a sentence: its title, and its name for screen readers. */
  readonly title: string;
  readonly kind: 'line' | 'bar';
  /** The labels along the bottom, ready for people. */
  readonly along: readonly string[];
  readonly series: readonly Series[];
  /** Writes a value for people; plain numbers by default. */
  readonly write?: (value: number) => string;
  /** A thin reference line behind, with its name: the 70 % line. */
  readonly reference?: { readonly at: number; readonly name: string };
  /** The top of the scale, where it has one. */
  readonly most?: number;
  readonly height?: number;
}

/** A chart that can always be read as a table; its library is fetched only when a chart is seen. */
export function Chart(props: ChartProps) {
  const { t } = useWords();
  const [table, setTable] = useState(false);
  return (
    <figure className={classes.chart}>
      <figcaption className={classes.head}>
        <span className={classes.title}>{props.title}</span>
        <Button variant="subtle" size="compact-sm" onClick={() => setTable(!table)}>
          {table ? t('parts.chart.asChart') : t('parts.chart.asTable')}
        </Button>
      </figcaption>
      {table ? <AsTable {...props} /> : <AsPicture {...props} />}
    </figure>
  );
}

function AsPicture(props: ChartProps) {
  const { t } = useWords();
  const show = useShow();
  const scheme = useComputedColorScheme('light');
  const still = useReducedMotion();
  const place = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing>();
  const write = props.write ?? ((value: number) => show.number(value));

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let ended = false;
    let started: Drawing | undefined;
    const watch = new ResizeObserver(() => started?.resize());
    void import('./chart-engine.ts').then((engine) => {
      if (ended) return;
      started = engine.drawIn(element);
      watch.observe(element);
      setDrawing(started);
    });
    return () => {
      ended = true;
      watch.disconnect();
      started?.end();
    };
  }, []);

  useEffect(() => {
    const element = place.current;
    if (!drawing || !element) return;
    const style = getComputedStyle(element);
    drawing.draw(chartOption(props, write, (name) => style.getPropertyValue(name).trim(), scheme, still));
  });

  return (
    <div className={classes.frame} style={{ height: props.height ?? 260 }}>
      {drawing ? null : <span className={classes.loading}>{t('parts.chart.loading')}</span>}
      <div ref={place} className={classes.place} role="img" aria-label={props.title} />
    </div>
  );
}

function AsTable({ title, along, series, write }: ChartProps) {
  const show = useShow();
  const written = write ?? ((value: number) => show.number(value));
  return (
    <ScrollArea.Autosize mah={320} type="auto" viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': title }}>
      <table className={classes.rows}>
        <thead>
          <tr>
            <td />
            {series.map((one) => (
              <th key={one.name} scope="col">
                {one.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {along.map((label, index) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {series.map((one) => (
                <td key={one.name}>{writeOr(one.values[index], one.write ?? written)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea.Autosize>
  );
}

function writeOr(value: number | null | undefined, write: (value: number) => string): string {
  return value === null || value === undefined ? '—' : write(value);
}
