import type { ExtractorRequest } from '@/memory/ports';

/** How to behave, with the form of the answer in words, for models that cannot be held to a schema. */
export function systemWithSchema({ system, schema }: ExtractorRequest): string {
  if (!schema) return system;
  const form = `Answer with JSON alone, valid against this JSON Schema: ${JSON.stringify(schema)}`;
  return system ? `${system}\n\n${form}` : form;
}
