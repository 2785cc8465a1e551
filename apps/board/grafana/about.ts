/** What a panel says of itself at night. */
export interface About {
  readonly title: string;
  /** What is to be seen when all is well. */
  readonly normal: string;
  /** What to do when it is not. */
  readonly otherwise: string;
  /** A heading of docs/runbook.md. */
  readonly runbook?: string;
}

/** As Markdown. The chart puts its own address of the runbook in place of the file's. */
export function describe({ normal, otherwise, runbook }: About): string {
  const link = runbook ? [`[Runbook: ${runbook}](docs/runbook.md#${anchorOf(runbook)})`] : [];
  return [`**Normal:** ${normal}`, `**Else:** ${otherwise}`, ...link].join('\n\n');
}

/** As GitHub makes it of a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}
