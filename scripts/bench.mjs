// `npm run bench`: server CPU per request, ours beside its peers; writes docs/bench.md.
import { build, ensureInstalled } from './ready.mjs';

ensureInstalled();
build();
await import('../dist/apps/bench/main.js');
