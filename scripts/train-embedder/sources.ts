/** Where training text comes from. */
export interface Source {
  name: string;
  from: string;
  licence: string;
  /** A redistributed copy of the text stays under its licence. */
  shareAlike: boolean;
  /** Text files and pairs of it, by how their names begin. */
  tags: readonly string[];
}

/** Everything the model learns from; the README beside the data names every commit. */
export const sources: readonly Source[] = [
  source(
    'OpenStax textbooks (OpenStax, Rice University, openstax.org), 22 books',
    'openstax/osbooks-*',
    'CC BY 4.0',
    ['openstax'],
  ),
  source('MedQuAD', 'abachaa/MedQuAD', 'CC BY 4.0', ['medquad']),
  source('Open English WordNet', 'globalwordnet/english-wordnet', 'CC BY 4.0 and WordNet licence', [
    'wn-',
    'lexicon',
  ]),
  source('Wordset dictionary', 'wordset/wordset-dictionary', 'CC BY-SA 4.0 and WordNet licence', [
    'wordset-',
    'lexicon',
  ]),
  source('Wikipedia film extracts', 'prust/wikipedia-movie-data', 'MIT; the extracts CC BY-SA', ['movies']),
  source('WikiSplit', 'google-research-datasets/wiki-split', 'CC BY-SA 4.0', ['wikisplit']),
  source('WikiText-2 (validation and test)', 'pytorch/examples', 'CC BY-SA 3.0', ['wikitext2']),
  source('AltEntities', 'google-research-datasets/AltEntities', 'CC BY-SA 3.0', ['altent']),
  source(
    'Textual Entailment, New Protocols',
    'google-research-datasets/Textual-Entailment-New-Protocols',
    'CC BY-SA 3.0',
    ['te-wiki'],
  ),
  source('Query wellformedness', 'google-research-datasets/query-wellformedness', 'CC BY-SA 4.0', [
    'queries',
  ]),
  source('Disfl-QA', 'google-research-datasets/Disfl-QA', 'CC BY 4.0', ['disflqa']),
  source('ParaQA', 'barshana-banerjee/ParaQA', 'CC BY 4.0', ['paraqa']),
  source(
    'SemEval-2020 Task 4, ComVE',
    'wangcunxiang/SemEval2020-Task4-Commonsense-Validation-and-Explanation',
    'CC BY-SA 4.0',
    ['comve'],
  ),
  source('Schema-Guided Dialogue', 'google-research-datasets/dstc8-schema-guided-dialogue', 'CC BY-SA 4.0', [
    'sgd',
  ]),
  source('Taskmaster', 'google-research-datasets/Taskmaster', 'CC BY 4.0', ['taskmaster']),
  source('MultiDoGO', 'awslabs/multi-domain-goal-oriented-dialogues-dataset', 'CDLA-Permissive-1.0', [
    'multidogo',
    'intent-multidogo',
  ]),
  source('Self-Dialogue Corpus', 'jfainberg/self_dialogue_corpus', 'BSD-3-Clause', ['selfdialogue']),
  source('Topical-Chat', 'alexa/Topical-Chat', 'CDLA-Sharing-1.0', ['topicalchat']),
  source('Synthetic-Persona-Chat', 'google-research-datasets/Synthetic-Persona-Chat', 'CC BY 4.0', [
    'persona',
  ]),
  source('CPCD', 'google-research-datasets/cpcd', 'CC BY 4.0', ['cpcd']),
  source('CLINC150', 'clinc/oos-eval', 'CC BY 3.0', ['utterances', 'intent-clinc', 'intent-name']),
  source('Banking77', 'PolyAI-LDN/task-specific-datasets', 'CC BY 4.0', [
    'utterances',
    'intent-banking77',
    'intent-name',
  ]),
  source('NLU Evaluation Data', 'xliuhw/NLU-Evaluation-Data', 'CC BY 4.0', [
    'utterances',
    'intent-nlu-eval',
    'intent-name',
  ]),
  source('Snips NLU benchmark', 'sonos/nlu-benchmark', 'CC0 1.0', ['utterances', 'intent-snips']),
  source(
    'Public-domain recipes',
    'ronaldl29/public-domain-recipes, LukeSmithxyz/based.cooking',
    'public domain',
    ['recipes'],
  ),
  source('Pratham Books and African Storybook', 'global-asp/pb-source, global-asp/asp-source', 'CC BY', [
    'stories',
  ]),
  source('US presidents’ addresses', 'nltk/nltk_data', 'public domain', ['state-union']),
  source('ChatterBot corpus', 'gunthercox/chatterbot-corpus', 'BSD-3-Clause', ['chatterbot']),
  source('Corpora', 'dariusk/corpora', 'CC0 1.0', ['cc0-lists']),
  source('Topic templates, written for this project', 'the data folder', 'the project’s', [
    'topic-templates',
  ]),
  source('What drafts need, written for this project', 'scripts/train-embedder/data', 'the project’s', [
    'needs',
  ]),
];

function source(name: string, from: string, licence: string, tags: readonly string[]): Source {
  return { name, from, licence, shareAlike: /-SA|Sharing/.test(licence), tags };
}
