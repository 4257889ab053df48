import { type CommandDone, type ProfilePart, type Prospect, profileParts } from '@/memory/commands/command';

export interface CommandTexts {
  label: string;
  forget(count: number): string;
  open: string;
  undo: string;
  close: string;
  undone: string;
  part: Record<ProfilePart, string>;
  more(hidden: number): string;
  /** What the command in the composer would do, in one sentence. */
  prospect(prospect: Prospect): string;
  done(done: CommandDone): string;
}

/** `read` answers a text of `_locales` with its `$1`. */
export function commandTexts(read: (key: string, ...fillings: string[]) => string): CommandTexts {
  // After an update of the extension nothing can be read any more: texts are read now, and filled here.
  const texts = new Map(keys.map((key) => [key, read(key, '$1')]));
  const text = (key: Key) => texts.get(key) ?? '';
  const counted = (one: Key, many: Key, count: number) =>
    count === 1 ? text(one) : text(many).replace('$1', `${count}`);

  return {
    label: text('commandLabel'),
    forget: (count) => counted('commandForgetOne', 'commandForgetMany', count),
    open: text('commandOpen'),
    undo: text('undo'),
    close: text('commandClose'),
    undone: text('didUndo'),
    part: Object.fromEntries(profileParts.map((part) => [part, text(partKeys[part])])) as Record<
      ProfilePart,
      string
    >,
    more: (hidden) => text('offerMore').replace('$1', `${hidden}`),
    prospect(prospect) {
      switch (prospect.do) {
        case 'remember':
        case 'update':
          return text(prospect.texts.length === 0 ? 'commandNothing' : willKeys[prospect.do]);
        case 'forget':
          if (prospect.memories.length === 0) return text('commandForgetNone');
          return counted('commandForgetsOne', 'commandForgetsMany', prospect.memories.length);
        case 'unuse':
          return counted('commandUnusesOne', 'commandUnusesMany', prospect.memories.length);
        case 'tell':
          return text(prospect.total === 0 ? 'commandTellNone' : 'commandTell');
        case 'ignore':
          return text('commandIgnore');
      }
    },
    done: ({ do: did, count }) => counted(`${didKeys[did]}One`, `${didKeys[did]}Many`, count),
  };
}

const willKeys = { remember: 'commandRemember', update: 'commandUpdate' } as const;
const didKeys = {
  remember: 'commandRemembered',
  update: 'commandUpdated',
  forget: 'commandForgotten',
  unuse: 'commandUnused',
} as const;
const partKeys = {
  facts: 'commandFacts',
  preferences: 'commandPreferences',
  rules: 'commandRules',
  goals: 'commandGoals',
} as const;

const keys = [
  'commandLabel',
  'commandRemember',
  'commandUpdate',
  'commandNothing',
  'commandForgetsOne',
  'commandForgetsMany',
  'commandForgetNone',
  'commandForgetOne',
  'commandForgetMany',
  'commandUnusesOne',
  'commandUnusesMany',
  'commandTell',
  'commandTellNone',
  'commandIgnore',
  'commandRememberedOne',
  'commandRememberedMany',
  'commandUpdatedOne',
  'commandUpdatedMany',
  'commandForgottenOne',
  'commandForgottenMany',
  'commandUnusedOne',
  'commandUnusedMany',
  'commandFacts',
  'commandPreferences',
  'commandRules',
  'commandGoals',
  'commandOpen',
  'commandClose',
  'undo',
  'didUndo',
  'offerMore',
] as const;
type Key = (typeof keys)[number];
