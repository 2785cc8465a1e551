// `npm run slo` writes the rules and the document of the service level objectives; `-- --check` only compares.
import { format, resolveConfig } from 'prettier';
import { stringify } from 'yaml';
import { OBJECTIVES } from '../../packages/service-levels/objectives.js';
import { writeOrCheck } from '../support/generated-files.js';
import { sloDocument } from './document.js';
import { sloRules } from './rules.js';

const RULES = 'helm/mfapi/alerts/slo.yaml';
const HEADER =
  '# Written by `npm run slo` from packages/service-levels/objectives.ts; do not edit. docs/slo.md explains it.\n';

const yaml =
  HEADER + stringify(sloRules(OBJECTIVES), { lineWidth: 0, aliasDuplicateObjects: false });
writeOrCheck(
  {
    [RULES]: await format(yaml, { ...(await resolveConfig(RULES)), filepath: RULES }),
    'docs/slo.md': sloDocument(OBJECTIVES),
  },
  { source: 'packages/service-levels/objectives.ts', command: 'npm run slo' },
);
