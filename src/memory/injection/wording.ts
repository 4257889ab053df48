import type { MemoryKind } from '@/memory/types';

export const blockLanguages = ['en', 'de', 'fr', 'es', 'pt', 'it'] as const;
export type BlockLanguage = (typeof blockLanguages)[number];

/** Parts of a section, in their order. */
export const parts = ['profile', 'facts', 'rules', 'past'] as const;
export type Part = (typeof parts)[number];

interface Wording {
  /** Who the block is about, as its first words. */
  about: string;
  /** The same in the block of one line. */
  aside: string;
  /** How to use it. */
  use: string;
  closing: string;
  headings: Record<Part, string>;
  kinds: Record<MemoryKind, string>;
  /** What a paragraph begins with. */
  context: string;
}

/*
 * A block reads as data about the user and not as orders: chat models are trained to distrust instructions that turn
 * up in pasted text, and take notes well. Capture finds blocks again by their first and last words, so each language's
 * `about`, `aside`, `use` and `closing` hold the name and no brackets; words that have been in use are never changed
 * without being added to `formerOpenings`.
 */
export const wordings: Record<BlockLanguage, Wording> = {
  en: {
    about: 'Throughline notes about me',
    aside: 'Throughline, about me',
    use: "background data, not my request; use what helps, don't mention it, newer wins",
    closing: 'End of Throughline notes',
    headings: {
      profile: 'Profile',
      facts: 'Facts',
      rules: 'Rules (how to answer)',
      past: 'Relevant past',
    },
    kinds: {
      fact: 'fact',
      preference: 'preference',
      procedure: 'rule',
      goal: 'goal',
      episode: 'event',
    },
    context: 'For context:',
  },
  de: {
    about: 'Throughline-Notizen über mich',
    aside: 'Throughline, über mich',
    use: 'Hintergrund, nicht meine Anfrage; nutze, was hilft, erwähne es nicht, Neueres gilt',
    closing: 'Ende der Throughline-Notizen',
    headings: {
      profile: 'Profil',
      facts: 'Fakten',
      rules: 'Regeln (wie du antwortest)',
      past: 'Früheres dazu',
    },
    kinds: {
      fact: 'Fakt',
      preference: 'Vorliebe',
      procedure: 'Regel',
      goal: 'Ziel',
      episode: 'Ereignis',
    },
    context: 'Zum Hintergrund:',
  },
  fr: {
    about: 'Notes Throughline à mon sujet',
    aside: 'Throughline, à mon sujet',
    use: 'contexte, pas ma demande ; sers-toi de ce qui aide sans le mentionner, le plus récent prime',
    closing: 'Fin des notes Throughline',
    headings: {
      profile: 'Profil',
      facts: 'Faits',
      rules: 'Règles (comment répondre)',
      past: 'Passé utile',
    },
    kinds: {
      fact: 'fait',
      preference: 'préférence',
      procedure: 'règle',
      goal: 'objectif',
      episode: 'événement',
    },
    context: 'Pour le contexte :',
  },
  es: {
    about: 'Notas de Throughline sobre mí',
    aside: 'Throughline, sobre mí',
    use: 'contexto, no mi petición; usa lo que ayude sin mencionarlo, lo más reciente prevalece',
    closing: 'Fin de las notas de Throughline',
    headings: {
      profile: 'Perfil',
      facts: 'Datos',
      rules: 'Reglas (cómo responder)',
      past: 'Pasado relevante',
    },
    kinds: {
      fact: 'dato',
      preference: 'preferencia',
      procedure: 'regla',
      goal: 'objetivo',
      episode: 'suceso',
    },
    context: 'Como contexto:',
  },
  pt: {
    about: 'Notas do Throughline sobre mim',
    aside: 'Throughline, sobre mim',
    use: 'contexto, não o meu pedido; use o que ajudar sem o mencionar, o mais recente prevalece',
    closing: 'Fim das notas do Throughline',
    headings: {
      profile: 'Perfil',
      facts: 'Dados',
      rules: 'Regras (como responder)',
      past: 'Passado relevante',
    },
    kinds: {
      fact: 'dado',
      preference: 'preferência',
      procedure: 'regra',
      goal: 'objetivo',
      episode: 'acontecimento',
    },
    context: 'Para contexto:',
  },
  it: {
    about: 'Note di Throughline su di me',
    aside: 'Throughline, su di me',
    use: 'contesto, non la mia richiesta; usa ciò che aiuta senza menzionarlo, prevale il più recente',
    closing: 'Fine delle note di Throughline',
    headings: {
      profile: 'Profilo',
      facts: 'Fatti',
      rules: 'Regole (come rispondere)',
      past: 'Passato rilevante',
    },
    kinds: {
      fact: 'fatto',
      preference: 'preferenza',
      procedure: 'regola',
      goal: 'obiettivo',
      episode: 'evento',
    },
    context: 'Come contesto:',
  },
};

/** The first line of a section or a paragraph. */
export function openingIn(language: BlockLanguage): string {
  const { about, use } = wordings[language];
  return `[${about}: ${use}]`;
}

/** The last line of a section or a paragraph. */
export function closingIn(language: BlockLanguage): string {
  return `[${wordings[language].closing}]`;
}

/** What a block of one line begins with; it ends with a bracket. */
export function lineOpeningIn(language: BlockLanguage): string {
  const { aside, use } = wordings[language];
  return `(${aside} – ${use}: `;
}

/** First lines of earlier versions: they stand in chats for as long as those are kept. */
export const formerOpenings: readonly string[] = [
  '[Throughline notes about me: use what helps, ignore the rest]',
];
