// Loaded into an API process by LoadedPackages: writes the URL of every module that it imports into a file.
import { register } from 'node:module';

register('./loaded-hook.mjs', import.meta.url);
