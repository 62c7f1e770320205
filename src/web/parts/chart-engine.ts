import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([
  BarChart,
  LineChart,
  ScatterChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

/** A drawn chart: new options, a new size, and its end. */
export interface Drawing {
  readonly draw: (option: EChartsCoreOption) => void;
  readonly resize: () => void;
  readonly end: () => void;
}

/** Starts a chart in an element, as SVG; lives in a chunk of its own, fetched when the first chart is seen. */
export function drawIn(element: HTMLElement): Drawing {
  const chart = init(element, undefined, { renderer: 'svg' });
  return {
    draw: (option) => chart.setOption(option, { notMerge: true }),
    resize: () => chart.resize(),
    end: () => chart.dispose(),
  };
}
