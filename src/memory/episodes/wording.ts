import type { Language } from '@/lib/language';

/** How an exchange is told, in the language that the user asked in. */
export const wordings: Record<Language, { asked: string; answer: string }> = {
  en: { asked: 'I asked:', answer: 'The answer:' },
  de: { asked: 'Ich habe gefragt:', answer: 'Die Antwort:' },
  fr: { asked: "J'ai demandé :", answer: 'La réponse :' },
  es: { asked: 'Pregunté:', answer: 'La respuesta:' },
  pt: { asked: 'Perguntei:', answer: 'A resposta:' },
  it: { asked: 'Ho chiesto:', answer: 'La risposta:' },
};
