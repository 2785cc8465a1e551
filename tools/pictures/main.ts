// `npm run pictures` draws docs/*.svg from code, so that a changed picture has a readable diff.
import { writeFileSync } from 'node:fs';
import { drawReadThrough } from './read-through.js';

writeFileSync('docs/read-through.svg', drawReadThrough());
