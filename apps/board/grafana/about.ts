/** The title and the description of a panel, written for on-call. */
export interface About {
  readonly title: string;
  /** What the panel shows in normal operation. */
  readonly normal: string;
  /** What other values mean and what to do about them. */
  readonly otherwise: string;
  /** A heading of docs/runbook.md. */
  readonly runbook?: string;
}

/** The description as Markdown. The chart replaces `docs/runbook.md` with the runbook's URL. */
export function describe({ normal, otherwise, runbook }: About): string {
  const link = runbook ? [`[Runbook: ${runbook}](docs/runbook.md#${anchorOf(runbook)})`] : [];
  return [`**Normal:** ${normal}`, `**Otherwise:** ${otherwise}`, ...link].join('\n\n');
}

/** The anchor that GitHub generates for a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}
