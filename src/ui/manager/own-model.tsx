import { useRef, useState } from 'preact/hooks';
import { customCard } from '@/models/custom-card';
import type { ModelCard } from '@/models/types';
import { useConnections } from '@/ui/connections';
import { LineForm } from '@/ui/manager/line-form';
import { bytesText } from '@/ui/models/amount';
import { InlineQuestion } from '@/ui/models/inline-question';
import { useKeptFocus } from '@/ui/models/use-kept-focus';
import { Problem } from '@/ui/problem';
import { text } from '@/ui/text';
import { useAttempt } from '@/ui/use-attempt';

/** Any sentence-embedding model, by its name on the hub, at the user's own risk. */
export function OwnModel() {
  const { send } = useConnections();
  const { problem, attempt } = useAttempt();
  const [name, setName] = useState('');
  const [isBadName, setIsBadName] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [found, setFound] = useState<{ card: ModelCard; bytes: number }>();
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);

  const look = async () => {
    const card = customCard(name);
    setIsBadName(!card);
    setFound(undefined);
    if (!card) return;
    setIsAsking(true);
    await attempt(async () => setFound({ card, bytes: await send('modelSize', { model: card.id }) }));
    setIsAsking(false);
  };
  const download = async () => {
    if (!found || !(await attempt(() => send('downloadModel', { model: found.card.id })))) return;
    setFound(undefined);
    setName('');
  };

  return (
    <div ref={place} tabIndex={-1}>
      <LineForm
        label={text('ownModel')}
        hint={text('ownModelMeans')}
        value={name}
        placeholder={text('ownModelExample')}
        act={text(isAsking ? 'modelAskingSize' : 'ownModelLook')}
        isBusy={isAsking}
        onValue={(value) => {
          setName(value);
          setFound(undefined);
        }}
        onSubmit={look}
      >
        {found && (
          <InlineQuestion
            words={text('askDownloadOwn', bytesText(found.bytes), found.card.name)}
            yes={text('modelDownload')}
            no={text('cancel')}
            onYes={download}
            onNo={() => setFound(undefined)}
          />
        )}
        <Problem words={isBadName ? text('ownModelBadName') : problem} />
      </LineForm>
    </div>
  );
}
