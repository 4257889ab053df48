import { builtinModel } from '@/memory/types';
import { catalogue } from '@/models/catalogue';
import type { EmbeddingReason } from '@/models/recommend';
import type { ModelCard } from '@/models/types';
import { useConnections } from '@/ui/connections';
import { BuiltinRow } from '@/ui/manager/builtin-row';
import { OtherWays } from '@/ui/manager/other-ways';
import { bytesText } from '@/ui/models/amount';
import { nameOf } from '@/ui/models/model-name';
import { ModelRow } from '@/ui/models/model-row';
import type { Models } from '@/ui/models/use-models';
import { text } from '@/ui/text';

const known = catalogue.filter(({ task }) => task === 'embedding');

/** The models that find memories: the built-in one, those of the catalogue, and the user's own. */
export function Finding({ models }: { models: Models }) {
  const { send } = useConnections();
  const { shelved, settings, recommendation } = models;
  const { serving } = settings.embedding;
  const suggested = recommendation?.embedding === 'builtin' ? builtinModel : recommendation?.embedding;
  const use = (model: string) => send('useEmbedding', { model });

  return (
    <section class="part" aria-labelledby="finding">
      <h2 id="finding">{text('finding')}</h2>
      <p>{text('findingMeans')}</p>
      {recommendation && suggested && suggested !== serving && (
        <p class="suggestion">{suggestionText(recommendation.because.embedding, suggested)}</p>
      )}
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
            suggested={card.id === suggested && suggested !== serving}
            onUse={() => use(card.id)}
            onStop={() => use(serving)}
          />
        ))}
      </ul>
      <OtherWays modelHost={settings.modelHost} />
    </section>
  );

  function suggestionText(because: EmbeddingReason, id: string): string {
    const card = catalogue.find((one) => one.id === id);
    return text(`suggestion_${because}`, nameOf(id, shelved), card ? bytesText(card.aboutBytes) : '');
  }
}

function ownCards({ shelved }: Models): ModelCard[] {
  const cards = [...shelved.values()].flatMap(({ task, card }) =>
    task === 'embedding' && card ? [card] : [],
  );
  return cards.filter(({ id }) => !known.some((card) => card.id === id));
}
