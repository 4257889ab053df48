import { builtinModel } from '@/memory/settings';
import { catalogue } from '@/models/catalogue';
import type { ModelCard } from '@/models/types';
import { useConnections } from '@/ui/connections';
import { BuiltinRow } from '@/ui/manager/builtin-row';
import { OtherWays } from '@/ui/manager/other-ways';
import { bytesText } from '@/ui/models/amount';
import { ModelRow } from '@/ui/models/model-row';
import type { Models } from '@/ui/models/use-models';
import { text } from '@/ui/text';

const known = catalogue.filter(({ task }) => task === 'embedding');

/** The models that find memories: the built-in one, those of the catalogue, and the user's own. */
export function Finding({ models }: { models: Models }) {
  const { send } = useConnections();
  const { shelved, settings } = models;
  const { serving } = settings.embedding;
  const suggestion = suggestionFor(models);
  const use = (model: string) => send('useEmbedding', { model });

  return (
    <section class="part" aria-labelledby="finding">
      <h2 id="finding">{text('finding')}</h2>
      <p>{text('findingMeans')}</p>
      {suggestion && <p class="suggestion">{suggestion.words}</p>}
      <ul class="models" aria-labelledby="finding">
        <BuiltinRow
          stand={models.standOf({ id: builtinModel, aboutBytes: 0 })}
          onUse={() => use(builtinModel)}
          onStop={() => use(serving)}
        />
        {[...known, ...ownCards(models)].map((card) => (
          <ModelRow
            key={card.id}
            card={card}
            stand={models.standOf(card)}
            shelved={shelved.get(card.id)}
            suggested={card.id === suggestion?.model}
            onUse={() => use(card.id)}
            onStop={() => use(serving)}
          />
        ))}
      </ul>
      <OtherWays modelHost={settings.modelHost} />
    </section>
  );
}

/** Only while nothing else was chosen: whoever has chosen knows why. */
function suggestionFor({ recommendation, settings, shelved }: Models) {
  const { serving, wanted } = settings.embedding;
  if (!recommendation || serving !== builtinModel || wanted !== builtinModel) return undefined;
  const because = recommendation.because.embedding;
  if (because === 'noneFits') return { words: text('suggestion_noneFits') };
  const card = known.find(({ id }) => id === recommendation.embedding && !shelved.has(id));
  return (
    card && { model: card.id, words: text(`suggestion_${because}`, card.name, bytesText(card.aboutBytes)) }
  );
}

function ownCards({ shelved }: Models): ModelCard[] {
  const cards = [...shelved.values()].flatMap(({ task, card }) =>
    task === 'embedding' && card ? [card] : [],
  );
  return cards.filter(({ id }) => !known.some((card) => card.id === id));
}
