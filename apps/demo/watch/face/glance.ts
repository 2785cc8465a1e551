import type { Body } from '../../../../packages/watch-client/index.js';

/** The body of `/v1/glance`; docs/glance.md explains its keys. */
export type Glance = Body<'glance'>;
