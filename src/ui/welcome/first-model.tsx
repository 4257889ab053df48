import { useEffect, useRef, useState } from 'preact/hooks';
import { builtinModel } from '@/memory/settings';
import { catalogue } from '@/models/catalogue';
import type { ModelCard, ModelId } from '@/models/types';
import { useConnections } from '@/ui/connections';
import { bytesText, spanText } from '@/ui/models/amount';
import { Announcements } from '@/ui/models/announcements';
import { type Machine, useMachine } from '@/ui/models/machine';
import { ModelRow } from '@/ui/models/model-row';
import { takesFocus, useKeptFocus } from '@/ui/models/use-kept-focus';
import type { Models } from '@/ui/models/use-models';
import { Problem } from '@/ui/problem';
import { text } from '@/ui/text';
import { useAttempt } from '@/ui/use-attempt';

interface FirstModelProps {
  models: Models;
  recommended: ModelId | 'builtin';
}

/** Offers the one model that suits this machine. Nothing is downloaded unless the user says so here. */
export function FirstModel({ models, recommended }: FirstModelProps) {
  const { send } = useConnections();
  const machine = useMachine();
  const { problem, attempt } = useAttempt();
  // The offer stays what it was when the page was opened, also when the model takes room from itself.
  const [card] = useState(() => catalogue.find(({ id }) => id === recommended));
  const [isLater, setIsLater] = useState(false);
  const part = useRef<HTMLElement>(null);
  useKeptFocus(part);

  const stand = card && models.standOf(card);
  const isWanted = useRef(false);
  useEffect(() => {
    if (!card || stand?.is !== 'ready' || !isWanted.current) return;
    isWanted.current = false;
    attempt(() => send('useEmbedding', { model: card.id }));
  }, [stand?.is]);

  if (!card || !stand)
    return <p class="welcome-end">{`${text('welcomeBuiltin')} ${text('welcomeClose')}`}</p>;

  const download = async () => {
    isWanted.current = true;
    await attempt(() => send('downloadModel', { model: card.id }));
  };
  const use = (model: string) => send('useEmbedding', { model });

  return (
    <section class="welcome-model" ref={part} tabIndex={-1} aria-labelledby="first-model">
      <h2 id="first-model" tabIndex={-1} {...takesFocus}>
        {text('welcomeModel')}
      </h2>
      <Announcements shelved={models.shelved} settings={models.settings} />
      {stand.is === 'absent' ? (
        isLater ? (
          <p class="welcome-end">{text('welcomeLater')}</p>
        ) : (
          <>
            <p>{text('welcomeWhy', card.name)}</p>
            <p class="meta">{sizeText(card, machine.downlink())}</p>
            <div class="welcome-acts">
              <button type="button" class="firm" onClick={download}>
                {text('welcomeDownload')}
              </button>
              <button type="button" class="plain" onClick={() => setIsLater(true)}>
                {text('welcomeNotNow')}
              </button>
            </div>
          </>
        )
      ) : (
        <>
          <ul class="models">
            <ModelRow
              card={card}
              stand={stand}
              shelved={models.shelved.get(card.id)}
              onUse={() => use(card.id)}
              onStop={() => use(builtinModel)}
            />
          </ul>
          <p class="welcome-end">{endText()}</p>
        </>
      )}
      <Problem words={problem} />
    </section>
  );

  function endText(): string {
    if (stand?.is === 'serving') return text('welcomeDone', card?.name ?? '');
    return text(stand?.is === 'downloading' ? 'welcomeGoesOn' : 'welcomeClose');
  }
}

function sizeText({ aboutBytes }: ModelCard, downlink: ReturnType<Machine['downlink']>): string {
  const size = bytesText(aboutBytes);
  if (!downlink) return text('welcomeSize', size);
  const span = spanText((aboutBytes * 8) / downlink.bitsPerSecond);
  return text(downlink.atLeast ? 'welcomeSizeTimeMost' : 'welcomeSizeTime', size, span);
}
