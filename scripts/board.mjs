// `npm run board`: the demo, a Prometheus, and what each panel of the board would show now.
import { build, ensureInstalled } from './ready.mjs';

ensureInstalled();
build();
await import('../dist/apps/board/main.js');
