import { useId, useState } from 'preact/hooks';
import { customCard } from '@/models/custom-card';
import type { ModelCard } from '@/models/types';
import { useConnections } from '@/ui/connections';
import { useMachine } from '@/ui/models/machine';
import { Problem } from '@/ui/problem';
import { text } from '@/ui/text';
import { useAttempt } from '@/ui/use-attempt';

interface FromFolderProps {
  cards: readonly ModelCard[];
  /** Whether it may also be a model that is not in the list. */
  mayBeOwn?: boolean;
}

const own = 'own';
/** Known to every browser and in no standard. */
const wholeFolder = { webkitdirectory: true };

/** Takes a model's files from a folder on this machine: nothing is fetched. */
export function FromFolder({ cards, mayBeOwn = false }: FromFolderProps) {
  const { send } = useConnections();
  const machine = useMachine();
  const { problem, attempt } = useAttempt({ corrupt: 'folderCorrupt' });
  const [chosen, setChosen] = useState(cards[0]?.id ?? own);
  const [name, setName] = useState('');
  const [isCopying, setIsCopying] = useState(false);
  const [isDone, setIsDone] = useState(false);
  const id = useId();

  const model = chosen === own ? customCard(name)?.id : chosen;

  const take = async (field: HTMLInputElement) => {
    const files = [...(field.files ?? [])];
    field.value = '';
    if (files.length === 0 || !model || isCopying) return;
    setIsCopying(true);
    setIsDone(false);
    const done = await attempt(async () => {
      const folder = await machine.stageFiles(files);
      await send('adoptModel', { model, folder });
    });
    setIsCopying(false);
    setIsDone(done);
  };

  return (
    <div class="line-form">
      <label for={id}>{text('folder')}</label>
      <p class="meta">{text('folderMeans')}</p>
      <div class="line">
        <div class="field">
          <select id={id} value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
            {cards.map((card) => (
              <option key={card.id} value={card.id}>
                {card.name}
              </option>
            ))}
            {mayBeOwn && <option value={own}>{text('folderOwn')}</option>}
          </select>
        </div>
        <label class="plain pick" data-disabled={!model || isCopying}>
          <input
            type="file"
            class="unseen"
            multiple
            {...wholeFolder}
            disabled={!model || isCopying}
            onChange={(event) => take(event.currentTarget)}
          />
          {text(isCopying ? 'folderCopying' : 'folderChoose')}
        </label>
      </div>
      {chosen === own && (
        <div class="field">
          <input
            type="text"
            autocomplete="off"
            spellcheck={false}
            aria-label={text('ownModel')}
            placeholder={text('ownModelExample')}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </div>
      )}
      <p class="meta" role="status">
        {isDone && text('folderDone')}
      </p>
      <Problem words={problem} />
    </div>
  );
}
