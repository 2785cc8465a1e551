// `npm run smoke -- --url … --issuer …`: asks any environment as a watch does.
import { build, ensureInstalled } from './ready.mjs';

ensureInstalled();
build();
await import('../dist/apps/smoke/main.js');
