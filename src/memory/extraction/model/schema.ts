import { memoryKinds } from '@/memory/types';

/** Facts of which a person has one at a time, as the rules name them. */
export const singleKeys = [
  'name',
  'home',
  'employer',
  'occupation',
  'partner',
  'age',
  'birthday',
  'pronouns',
  'timezone',
] as const;

/** More in one piece of a turn is a model that repeats itself. */
const mostItems = 12;

/**
 * JSON Schema of the answer. An object at the root, every property required and no others, because some decoders take
 * nothing else. The quote comes first: a model that has copied the words stays closer to them in its own sentence.
 */
export const answerSchema = {
  type: 'object',
  properties: {
    memories: {
      type: 'array',
      maxItems: mostItems,
      items: {
        type: 'object',
        properties: {
          quote: { type: 'string' },
          about: { type: 'string', enum: ['user', 'other'] },
          kind: { type: 'string', enum: memoryKinds },
          text: { type: 'string' },
          key: { type: 'string', enum: [...singleKeys, 'none'] },
          confidence: { type: 'number' },
        },
        required: ['quote', 'about', 'kind', 'text', 'key', 'confidence'],
        additionalProperties: false,
      },
    },
  },
  required: ['memories'],
  additionalProperties: false,
} as const;
