import type { LoadResult } from '../load-result.js';
import { outcomeText, summaryTable } from '../summary-table.js';
import { lineChart, type Line } from './line-chart.js';

const BLUE = '#0072b2';
const ORANGE = '#d55e00';
const SOLID = 'none';
const DASHED = '6 4';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#111;background:#fff}
table{border-collapse:collapse;font-size:.85rem;white-space:nowrap}.wide{overflow-x:auto}
th,td{padding:.25rem .6rem;text-align:right;border-bottom:1px solid #ccc}th:first-child,td:first-child{text-align:left}
figure{margin:1.5rem 0}svg text{font-size:12px}figcaption span{margin-left:1rem}pre{white-space:pre-wrap}`;

/** The result as one HTML page that needs no other file and no script. */
export function resultPage(result: LoadResult): string {
  const { target, startedAt, durationSeconds, watches, subjects, outcome } = result;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Load test: ${outcome}</title><style>${STYLE}</style></head><body>
<h1>Load test: ${outcome}</h1>
<p>${escaped(target)}, ${startedAt}, ${durationSeconds} s, ${watches} watches of ${subjects} users</p>
<pre>${escaped(outcomeText(result))}</pre>
<h2>Phases</h2>
<p>Latency counts from the intended start of each wake-up. The row <em>measured</em> is hold, wave and lost region together.</p>
<div class="wide">${tableOf(summaryTable(result))}</div>
<h2>Thresholds</h2>
<div class="wide">${tableOf([['threshold', 'value', 'result'], ...thresholdRows(result)])}</div>
<h2>Course</h2>
${charts(result)}
</body></html>
`;
}

function thresholdRows({ thresholds }: LoadResult): string[][] {
  return thresholds.map(({ expression, value, passed }) => [
    expression,
    String(value ?? 'not measured'),
    passed ? 'passed' : 'missed',
  ]);
}

function line(name: string, values: Line['values'], isSecond = false): Line {
  return {
    name,
    values,
    colour: isSecond ? ORANGE : BLUE,
    dashes: isSecond ? DASHED : SOLID,
  };
}

function charts({ timeline }: LoadResult): string {
  return [
    lineChart('Per second', '', [
      line(
        'requests',
        timeline.map(({ requests }) => requests),
      ),
      line(
        'errors',
        timeline.map(({ errors }) => errors),
        true,
      ),
    ]),
    lineChart('Latency', 'ms', [
      line(
        'p50',
        timeline.map(({ p50Ms }) => p50Ms),
      ),
      line(
        'p99',
        timeline.map(({ p99Ms }) => p99Ms),
        true,
      ),
    ]),
    lineChart('Upstream calls per second', '', [
      line(
        'calls',
        timeline.map(({ upstreamCalls }) => upstreamCalls),
      ),
    ]),
  ].join('\n');
}

function tableOf([headings = [], ...rows]: readonly (readonly string[])[]): string {
  const body = rows.map((texts) => cellsOf('td', texts)).join('\n');
  return `<table><thead>${cellsOf('th', headings)}</thead><tbody>${body}</tbody></table>`;
}

function cellsOf(tag: string, texts: readonly string[]): string {
  return `<tr>${texts.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('')}</tr>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
