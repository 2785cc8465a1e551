import { coloursOf } from '../charts/theme.js';

/** Below it, charts are drawn for a phone. */
const NARROW = '(max-width: 799px)';

export const STYLE = `${coloursOf(':root')}
:root{color-scheme:light dark}
*{box-sizing:border-box}
body{font:16px/1.55 system-ui,sans-serif;color:var(--ink);background:var(--paper);margin:0 auto;max-width:50rem;padding:1.5rem 1rem 3rem}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.25rem;margin:2.75rem 0 .5rem;line-height:1.3}
p,ol{margin:.5rem 0 .75rem}
.lead{color:var(--soft)}
.answer{background:var(--card);border-left:4px solid var(--blue);padding:.75rem 1rem;border-radius:0 8px 8px 0}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.75rem;margin:1.25rem 0}
.figures div{background:var(--card);border-radius:8px;padding:.6rem .8rem}
.figures dt{color:var(--soft);font-size:.82rem}
.figures dd{margin:0;font-size:1.3rem;font-weight:600;font-variant-numeric:tabular-nums}
.figures small{display:block;font-weight:400;font-size:.78rem;color:var(--soft)}
figure{margin:1rem 0}
svg{display:block;width:100%;height:auto}
.narrow{display:none}
.wide{overflow-x:auto}
table{border-collapse:collapse;font-size:.85rem;font-variant-numeric:tabular-nums;width:100%}
th,td{padding:.3rem .5rem;text-align:right;border-bottom:1px solid var(--grid);vertical-align:top}
th{font-weight:600}
th:first-child{text-align:left}
tbody th{font-weight:400}
td{white-space:nowrap}
td small{display:block;color:var(--soft);font-size:.75rem}
tr:has(.least) th,tr:has(.least) td{background:var(--card);font-weight:600}
.bad{color:var(--orange);font-weight:600}
.source{font-size:.78rem;color:var(--soft)}
code{font:.72rem/1.4 ui-monospace,monospace;overflow-wrap:anywhere}
details{margin:.75rem 0}
summary{cursor:pointer;color:var(--blue)}
footer{margin-top:3rem;border-top:1px solid var(--grid);padding-top:1rem;font-size:.8rem;color:var(--soft);overflow-wrap:anywhere}
@media ${NARROW}{.broad{display:none}.narrow{display:block;max-width:26rem}
h1{font-size:1.4rem}
thead{display:none}
table,tbody{display:block}
tr{display:grid;grid-template-columns:repeat(3,1fr);border-bottom:1px solid var(--grid);padding:.4rem 0}
tr>*{border:0}
tbody th{grid-column:1/-1;font-weight:600}
td{text-align:left}
td::before{content:attr(data-of);display:block;color:var(--soft);font-size:.75rem}}
@media print{body{max-width:none;font-size:11pt;padding:0}figure,table,.answer{break-inside:avoid}h2{break-after:avoid}
.broad{display:block}.narrow{display:none}details::details-content{content-visibility:visible;height:auto}summary{display:none}}`;
