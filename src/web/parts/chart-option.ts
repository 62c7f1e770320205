import type { EChartsCoreOption } from 'echarts/core';

/** One line or set of bars; `null` leaves a hole. `tone` only where the colour has a meaning. */
export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly tone?: 'accent' | 'plain' | 'kept' | 'owed' | 'waiting';
  /** Pale bars behind the lines, on a scale of their own at the right: what the lines are set against. */
  readonly behind?: boolean;
  /** Writes its values, where they are of another unit than the others. */
  readonly write?: (value: number) => string;
}

export interface ChartShape {
  readonly kind: 'line' | 'bar';
  readonly along: readonly string[];
  readonly series: readonly Series[];
  readonly reference?: { readonly at: number; readonly name: string };
  /** The top of the scale, where it has one: shares end at 1. */
  readonly most?: number;
}

const shapes = ['circle', 'rect', 'triangle', 'diamond'] as const;
const dashes = ['solid', 'dashed', 'dotted'] as const;
const tones = {
  accent: '--accent',
  plain: '--ink-soft',
  kept: '--kept',
  owed: '--owed',
  waiting: '--waiting',
} as const;
const order = ['accent', 'plain', 'waiting', 'kept'] as const;

/** Our look as the options of the chart library; series differ by colour, and by dash and mark as well. */
export function chartOption(
  shape: ChartShape,
  write: (value: number) => string,
  token: (name: string) => string,
  scheme: 'light' | 'dark',
  still: boolean,
): EChartsCoreOption {
  const soft = token('--ink-soft');
  const text = { color: soft, fontFamily: 'Inter Variable', fontSize: 12 };
  return {
    darkMode: scheme === 'dark',
    animation: !still,
    animationDuration: 150,
    animationDurationUpdate: 150,
    aria: { enabled: true, decal: { show: shape.kind === 'bar' && shape.series.length > 1 } },
    textStyle: text,
    grid: { left: 4, right: 12, top: shape.series.length > 1 ? 36 : 12, bottom: 8, containLabel: true },
    legend: {
      show: shape.series.length > 1,
      left: 0,
      top: 0,
      icon: 'roundRect',
      itemWidth: 14,
      itemHeight: 4,
      textStyle: text,
    },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      backgroundColor: token('--paper-raised'),
      borderColor: token('--line-strong'),
      textStyle: { ...text, color: token('--ink') },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? write(value) : '—'),
    },
    xAxis: {
      type: 'category',
      data: shape.along,
      boundaryGap: shape.kind === 'bar' || shape.series.some((one) => one.behind),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: token('--line-strong') } },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: axesOf(shape, write, token, text),
    series: shape.series.map((one, index) => seriesOption(shape, one, index, token)),
  };
}

/** One scale; a second one at the right where something stands behind. */
function axesOf(
  shape: ChartShape,
  write: (value: number) => string,
  token: (name: string) => string,
  text: { readonly color: string },
) {
  const behind = shape.series.find((one) => one.behind);
  const axis = {
    type: 'value',
    ...(shape.most === undefined ? {} : { min: 0, max: shape.most, interval: shape.most / 4 }),
    splitNumber: 4,
    splitLine: { lineStyle: { color: token('--line') } },
    axisLabel: { ...text, formatter: (value: number) => write(value) },
  };
  if (behind === undefined) return axis;
  const own = behind.write ?? write;
  const right = {
    type: 'value',
    splitNumber: 4,
    splitLine: { show: false },
    minInterval: 1,
    axisLabel: { ...text, formatter: own },
  };
  return [axis, right];
}

function behindOption(one: Series, token: (name: string) => string) {
  const { write } = one;
  return {
    type: 'bar',
    name: one.name,
    data: one.values,
    yAxisIndex: 1,
    z: 1,
    color: token('--line-strong'),
    itemStyle: { color: token('--line'), borderRadius: [3, 3, 0, 0] },
    barMaxWidth: 28,
    ...(write === undefined
      ? {}
      : { tooltip: { valueFormatter: (value: unknown) => (typeof value === 'number' ? write(value) : '—') } }),
  };
}

function seriesOption(shape: ChartShape, one: Series, index: number, token: (name: string) => string) {
  if (one.behind) return behindOption(one, token);
  const color = token(tones[one.tone ?? order[index % order.length] ?? 'plain']);
  const line = { color: token('--ink-soft'), type: 'dashed', width: 1 };
  const reference =
    shape.reference && index === 0
      ? {
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: line,
            label: { formatter: shape.reference.name, color: token('--ink-soft'), position: 'insideEndTop' },
            data: [{ yAxis: shape.reference.at }],
          },
        }
      : {};
  return {
    type: shape.kind,
    name: one.name,
    data: one.values,
    color,
    symbol: shapes[index % shapes.length],
    symbolSize: 5,
    showSymbol: one.values.length <= 24,
    lineStyle: { width: 2, type: dashes[index % dashes.length] },
    itemStyle: { color, borderRadius: shape.kind === 'bar' ? [3, 3, 0, 0] : 0 },
    barMaxWidth: 28,
    ...reference,
  };
}
