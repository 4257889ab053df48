import type { ExtractorChoice } from '@/memory/settings';
import { catalogue } from '@/models/catalogue';
import type { LanguageCard, ModelId } from '@/models/types';
import { useConnections } from '@/ui/connections';
import { BrowserRow } from '@/ui/manager/browser-row';
import { FromFolder } from '@/ui/manager/from-folder';
import { ReadingSwitches } from '@/ui/manager/reading-switches';
import { Readings } from '@/ui/manager/readings';
import { RulesRow } from '@/ui/manager/rules-row';
import { ServerRow } from '@/ui/manager/server-row';
import { ModelRow } from '@/ui/models/model-row';
import { More } from '@/ui/models/more';
import type { Models } from '@/ui/models/use-models';
import { countText, text } from '@/ui/text';

const all = catalogue.filter((card) => card.task === 'language');

/** Who reads conversations beside the rules: nobody, a model on this machine, the browser's, or a server's. */
export function Reading({ models }: { models: Models }) {
  const { send } = useConnections();
  const { settings, shelved, recommendation, capability } = models;
  const { extractor } = settings;
  const use = (choice: ExtractorChoice) => send('useExtractor', { choice });
  const graphics = capability?.graphics;
  const features = graphics?.adapter ? graphics.features : [];

  const cards = cardsFor(features, new Set(shelved.keys()));
  const isOut = (card: LanguageCard) => {
    const stand = models.standOf(card);
    return stand.is === 'absent' && stand.unfit !== 'unknown' && stand.unfit?.surely === true;
  };
  const out = cards.filter(isOut);
  const row = (card: LanguageCard) => (
    <ModelRow
      key={card.id}
      card={card}
      stand={models.standOf(card)}
      shelved={shelved.get(card.id)}
      suggested={card.id === recommendation?.language && extractor.by === 'nobody'}
      onUse={() => use({ by: 'shelf', model: card.id })}
    />
  );

  return (
    <section class="part" aria-labelledby="reading">
      <h2 id="reading">{text('reading')}</h2>
      <p>{text('readingMeans')}</p>
      <ul class="models" aria-labelledby="reading">
        <RulesRow inUse={extractor.by === 'nobody'} onUse={() => use({ by: 'nobody' })} />
        {cards.filter((card) => !isOut(card)).map(row)}
        <BrowserRow inUse={extractor.by === 'browser'} onUse={() => use({ by: 'browser' })} />
        <ServerRow choice={extractor.by === 'server' ? extractor : undefined} onUse={use} />
      </ul>
      {out.length > 0 && (
        <More summary={countText('notHereOne', 'notHereMany', out.length)}>
          <ul class="models" aria-label={countText('notHereOne', 'notHereMany', out.length)}>
            {out.map(row)}
          </ul>
        </More>
      )}
      <More summary={text('otherWays')}>
        <FromFolder cards={all} />
      </More>
      <ReadingSwitches settings={settings} />
      <Readings isRead={extractor.by !== 'nobody'} worksOnBattery={settings.worksOnBattery} />
    </section>
  );
}

/**
 * Some models come twice, for graphics cards that calculate with half precision and for those that cannot. One of the
 * two is shown, the one for this machine; both only where their files are here.
 */
function cardsFor(features: readonly string[], shelved: ReadonlySet<ModelId>): LanguageCard[] {
  return all.filter((card) => {
    const twins = all.filter(({ name }) => name === card.name);
    const fitting = twins.find(
      ({ needs }) => needs.length > 0 && needs.every((one) => features.includes(one)),
    );
    const preferred = fitting ?? twins.find(({ needs }) => needs.length === 0) ?? twins[0];
    const isTwinHere = twins.some(({ id }) => id !== card.id && shelved.has(id));
    return shelved.has(card.id) || (card === preferred && !isTwinHere);
  });
}
