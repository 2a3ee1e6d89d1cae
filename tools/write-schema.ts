import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonSchema } from '../src/lib/core/format/json-schema';

/** npm run schema : writes the published JSON Schema of the story format. */
const file = fileURLToPath(new URL('../static/schema/story-v1.json', import.meta.url));
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, jsonSchema());
console.log(`wrote ${file}`);
