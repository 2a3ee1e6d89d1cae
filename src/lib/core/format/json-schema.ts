import { toJSONSchema } from 'zod';
import { storyFile } from './v1';

/** The JSON Schema of story format 1 as text, for editors that complete and check as one types. It knows shapes, not references. */
export function jsonSchema(): string {
  const schema = toJSONSchema(storyFile, { io: 'input' });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
