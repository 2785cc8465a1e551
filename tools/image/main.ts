// `npm run image`: builds the image from the unmodified Dockerfile, runs it as the chart says, and checks it.
// Needs buildah, podman, runc, catatonit and, where the base image cannot be pulled, debootstrap.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fetchHelms } from '../chart/helm-releases.js';
import { BASE, buildImage, IMAGE, provideBase, sizeMiB, toolVersions } from './build-image.js';
import { faultsOf, type Findings } from './findings.js';
import { imageDocument } from './image-document.js';
import { refuseOccupiedPorts, runImage } from './run-image.js';

process.env['STORAGE_DRIVER'] ??= 'overlay';
process.env['CONTAINERS_CONF'] = resolve('tools/image/containers.conf');
// The build takes minutes: look before it, and again before the start.
await refuseOccupiedPorts();
fetchHelms();
const base = provideBase();
buildImage();
const size = sizeMiB(IMAGE) - sizeMiB(BASE);
const findings: Findings = { base, tools: toolVersions(), sizeMiB: size, ...(await runImage()) };
const faults = faultsOf(findings);
writeFileSync('docs/image.md', imageDocument(findings));
console.log(findings);
console.log(faults.length === 0 ? 'image: all good' : `image: ${faults.join('; ')}`);
process.exitCode = faults.length === 0 ? 0 : 1;
