// Loaded into an API process by tests: makes it a release that stores records and places in another way.
import { REDIS_KEY_VERSIONS } from '../../../dist/src/shared-state/redis-keys.js';

REDIS_KEY_VERSIONS.records += 1;
REDIS_KEY_VERSIONS.places += 1;
