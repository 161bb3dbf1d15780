import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartRow, Charts } from './cli/services.ts';

/** The charts of the command line: a file of its own, loaded when somebody wants some. */
export const charts: Charts = { bars };

const WIDTH = 720;
const ROW_HEIGHT = 26;
const NAME_WIDTH = 260;

function bars(rows: readonly ChartRow[], title: string): string {
  use([BarChart, GridComponent, SVGRenderer]);
  const height = ROW_HEIGHT * rows.length + ROW_HEIGHT;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  const parts = Math.max(0, ...rows.map((row) => row.parts.length));
  chart.setOption({
    animation: false,
    grid: { left: NAME_WIDTH, right: 130, top: 4, bottom: 4 },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ name }) => name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        width: NAME_WIDTH - 12,
        overflow: 'truncate',
        color: 'var(--text)',
        fontFamily: 'inherit',
      },
    },
    series: Array.from({ length: parts }, (_, part) => ({
      type: 'bar',
      stack: 'one',
      barWidth: ROW_HEIGHT - 10,
      data: rows.map((row) => ({
        value: row.parts[part]?.value ?? 0,
        itemStyle: { color: row.parts[part]?.colour ?? 'none' },
      })),
      // The whole stands behind the last part.
      label: {
        show: part === parts - 1,
        position: 'right',
        color: 'var(--text)',
        fontFamily: 'inherit',
        textBorderWidth: 0,
        formatter: ({ dataIndex }: { readonly dataIndex: number }) => rows[dataIndex]?.label ?? '',
      },
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return titled(svg, title);
}

/** Rules for a mouse have no meaning in a picture; a title does for whoever cannot see it. */
function titled(svg: string, title: string): string {
  return svg
    .replace(/<style\s*>[\s\S]*?<\/style>/g, '')
    .replace(/^<svg [^>]*>/, (tag) => `${tag.slice(0, -1)} role="img"><title>${escaped(title)}</title>`)
    .replace(/^<svg width="\d+" height="\d+"/, '<svg');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
