import { build, ensureInstalled } from './ready.mjs';

ensureInstalled();
build();
await import('../dist/apps/demo/main.js');
